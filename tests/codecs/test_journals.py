"""A journal's title without NLM's additions, with its capitals; its abbreviation with stops."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from medcite.codecs.journals import clean, dotted, undotted

CLEAN = [  # NLM's title, its abbreviation, the journal's title
    ("JAMA otolaryngology-- head & neck surgery", "JAMA Otolaryngol Head Neck Surg",
     "JAMA Otolaryngology–Head & Neck Surgery"),
    ("Otolaryngology--head and neck surgery", "", "Otolaryngology–Head and Neck Surgery"),
    ("The Journal of biological chemistry", "J Biol Chem", "The Journal of Biological Chemistry"),
    ("Lancet (London, England)", "Lancet", "Lancet"),
    ("Science (New York, N.Y.)", "Science", "Science"),
    ("Acta paediatrica (Oslo, Norway : 1992)", "Acta Paediatr", "Acta Paediatrica"),
    ("Biotech (Basel (Switzerland))", "BioTech (Basel)", "BioTech"),
    ("Clinical oncology (Royal College of Radiologists (Great Britain))",
     "Clin Oncol (R Coll Radiol)",
     "Clinical Oncology"),
    ("BMJ (Clinical research ed.)", "BMJ", "BMJ"),
    ("Frontiers in bioscience (Landmark edition)", "Front Biosci (Landmark Ed)",
     "Frontiers in Bioscience (Landmark Edition)"),
    # Subtitles, parallel titles, publishers.
    ("Molecular & cellular proteomics : MCP", "Mol Cell Proteomics",
     "Molecular & Cellular Proteomics"),
    ("Trends in endocrinology and metabolism: TEM", "Trends Endocrinol Metab",
     "Trends in Endocrinology and Metabolism"),
    ("CPT: pharmacometrics & systems pharmacology", "CPT Pharmacometrics Syst Pharmacol",
     "CPT: Pharmacometrics & Systems Pharmacology"),
    ("Food chemistry: X", "Food Chem X", "Food Chemistry: X"),
    ("Der Hautarzt; Zeitschrift fur Dermatologie, Venerologie, und verwandte Gebiete", "Hautarzt",
     "Der Hautarzt"),
    ("Accident; analysis and prevention", "Accid Anal Prev", "Accident; Analysis and Prevention"),
    ("European journal of biochemistry / FEBS", "Eur J Biochem",
     "European Journal of Biochemistry"),
    ("Annual proceedings / Association for the Advancement of Automotive Medicine. Association for"
     " the Advancement of Automotive Medicine", "Annu Proc Assoc Adv Automot Med",
     "Annual Proceedings. Association for the Advancement of Automotive Medicine"),
    ("AMIA ... Annual Symposium proceedings / AMIA Symposium. AMIA Symposium",
     "AMIA Annu Symp Proc",
     "AMIA Annual Symposium Proceedings"),
    ("Arerugi = [Allergy]", "Arerugi", "Arerugi"),
    ("Huan jing ke xue= Huanjing kexue", "Huan Jing Ke Xue", "Huan jing ke xue"),
    ("[Zhonghua yan ke za zhi] Chinese journal of ophthalmology", "Zhonghua Yan Ke Za Zhi",
     "Zhonghua yan ke za zhi"),
    ("Masui. The Japanese journal of anesthesiology", "Masui", "Masui"),
    ("JPMA. The Journal of the Pakistan Medical Association", "J Pak Med Assoc",
     "The Journal of the Pakistan Medical Association"),
    # Sections stay.
    ("Proceedings. Biological sciences / The Royal Society", "Proc Biol Sci",
     "Proceedings. Biological Sciences"),
    ("Acta crystallographica. Section D, Biological crystallography",
     "Acta Crystallogr D Biol Crystallogr",
     "Acta Crystallographica. Section D, Biological Crystallography"),
    ("AJNR. American journal of neuroradiology", "AJNR Am J Neuroradiol",
     "AJNR. American Journal of Neuroradiology"),
    ("The lancet. HIV", "Lancet HIV", "The Lancet. HIV"),
    ("U.S. Army Medical Department journal", "US Army Med Dep J",
     "U.S. Army Medical Department Journal"),
    # Capitals: acronyms and names of mixed case stay; small words, other languages, too.
    ("PloS one", "PLoS One", "PLoS One"),
    ("mBio", "mBio", "mBio"),
    ("BMC medicine", "BMC Med", "BMC Medicine"),
    ("American journal of health-system pharmacy : AJHP", "Am J Health Syst Pharm",
     "American Journal of Health-System Pharmacy"),
    ("Telemedicine journal and e-health : the official journal", "Telemed J E Health",
     "Telemedicine Journal and e-Health"),
    ("Acta biochimica et biophysica Sinica", "Acta Biochim Biophys Sin (Shanghai)",
     "Acta Biochimica et Biophysica Sinica"),
    ("Antonie van Leeuwenhoek", "Antonie Van Leeuwenhoek", "Antonie van Leeuwenhoek"),
    ("Deutsche medizinische Wochenschrift (1946)", "Dtsch Med Wochenschr",
     "Deutsche medizinische Wochenschrift"),
    ("Revue neurologique", "Rev Neurol (Paris)", "Revue neurologique"),
    ("Anais da Academia Brasileira de Ciencias", "An Acad Bras Cienc",
     "Anais da Academia Brasileira de Ciencias"),
    ("Giornale italiano di cardiologia (2006)", "G Ital Cardiol (Rome)",
     "Giornale italiano di cardiologia"),
    ("Revista espanola de salud publica", "Rev Esp Salud Publica",
     "Revista espanola de salud publica"),
    # Without an abbreviation, what a title says of itself.
    ("Primates; journal of primatology", "", "Primates"),
    ("Accident; analysis and prevention", "", "Accident; Analysis and Prevention"),
    ("Physical review. E", "", "Physical Review. E"),
    ("Medinfo. MEDINFO", "", "Medinfo"),
    # Of what others abbreviate with stops, the last one is no end of a sentence.
    ("N. Engl. J. Med.", "", "N. Engl. J. Med."),
    ("J.Neurosurg.", "", "J.Neurosurg."),
    ("Am. J. Med.", "Am. J. Med.", "Am. J. Med."),
    ("Ann. N. Y. Acad. Sci.", "", "Ann. N. Y. Acad. Sci."),
    ("Int. J. Soc. Sci. Soc. Work Educ.", "", "Int. J. Soc. Sci. Soc. Work Educ."),
    ("Health Policy.", "", "Health Policy"),
    ("Proceedings of a Society. Alpha Omega.", "Proc Soc", "Proceedings of a Society"),
    ("J. Phys. : official journal of a Society, Inc.", "J Phys", "J. Phys"),
    ("(Untitled)", "", "(Untitled)"),
    ("", "", ""),
]  # fmt: skip
DOTTED = [  # NLM's abbreviation, its title, the abbreviation with stops
    ("J Biol Chem", "The Journal of biological chemistry", "J. Biol. Chem."),
    ("Am J Trop Med Hyg", "The American journal of tropical medicine and hygiene",
     "Am. J. Trop. Med. Hyg."),
    ("Nature", "Nature", "Nature"),
    ("Cell", "Cell", "Cell"),
    ("PLoS One", "PloS one", "PLoS One"),
    ("Proc Natl Acad Sci U S A",
     "Proceedings of the National Academy of Sciences of the United States of America",
     "Proc. Natl. Acad. Sci. U. S. A."),
    ("Dtsch Med Wochenschr", "Deutsche medizinische Wochenschrift (1946)",
     "Dtsch. Med. Wochenschr."),
    ("Acta Neurochir (Wien)", "Acta neurochirurgica", "Acta Neurochir. (Wien)"),
    ("Alzheimers Dement (Amst)", "Alzheimer's & dementia (Amsterdam, Netherlands)",
     "Alzheimers Dement. (Amst.)"),
    ("Acta Crystallogr A", "Acta crystallographica. Section A, Foundations of crystallography",
     "Acta Crystallogr. A"),
    ("Acta Anaesthesiol Taiwan", "Acta anaesthesiologica Taiwanica : official journal of the Taiwan"
     " Society of Anesthesiologists", "Acta Anaesthesiol. Taiwan."),
    ("Rev Epidemiol Sante Publique", "Revue d'epidemiologie et de sante publique",
     "Rev. Epidemiol. Sante Publique"),
    ("J Neurooncol", "Journal of neuro-oncology", "J. Neurooncol."),
    ("Maternal-Fetal Med", "Maternal-fetal medicine", "Maternal-Fetal Med."),
    ("Angew Chem Int Ed Engl", "Angewandte Chemie (International ed. in English)",
     "Angew. Chem. Int. Ed. Engl."),
    ("J Pak Med Assoc", "JPMA. The Journal of the Pakistan Medical Association",
     "J. Pak. Med. Assoc."),
    # The title says something else: nobody knows what is abbreviated.
    ("Braz J Psychiatry", "Revista brasileira de psiquiatria", "Braz J Psychiatry"),
    ("J Biol Chem", "", "J Biol Chem"),
    ("Phys. Rev. Lett.", "Physical Review Letters", "Phys. Rev. Lett."),
]  # fmt: skip


@pytest.mark.parametrize(("title", "short", "expected"), CLEAN)
def test_clean(title: str, short: str, expected: str) -> None:
    assert clean(title, short) == expected
    assert clean(expected, short) == expected


@pytest.mark.parametrize(("short", "title", "expected"), DOTTED)
def test_dotted(short: str, title: str, expected: str) -> None:
    assert dotted(short, title) == expected
    assert undotted(expected) == undotted(short)


@given(st.text(), st.text())
def test_any_text_has_a_title(title: str, short: str) -> None:
    assert bool(clean(title, short).strip()) == bool(title.strip())


@given(st.text(), st.text())
def test_stops_are_all_that_is_added(short: str, title: str) -> None:
    assert dotted(short, title).replace(".", "") == short.replace(".", "")
