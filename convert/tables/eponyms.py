"""Names of persons in the names of diseases, tests, cells and methods.

Those that MeSH's headings and PubMed's abstracts have most often. Their capitals are kept in titles
in title case, possessive or not.
"""

from __future__ import annotations

# No other word is spelt so.
_NAMES = """
    Addison Alport Alzheimer Angelman Apgar Asperger Babinski Bartter Batten Bayes Bayesian Becker
    Behcet Behçet Bence Beckwith Bernard Bland Boltzmann Bonferroni Bowen Braak Brugada Bruton
    Buerger Burkitt Canavan Caroli Castleman Chagas Charcot Chiari Cochran Cockayne Cohen
    Coombs Creutzfeldt Creveld Crohn Cushing Danlos Darier Doppler Dravet Duchenne
    Dupuytren Edwards Ehlers Eisenmenger Epstein Euler Ewing Fabry Fallot Fanconi Felty
    Fontan Fourier Friedreich Gardner Gaucher Gaussian Gehrig Giemsa Gilbert Gitelman Golgi
    Goodpasture Gottron Guillain Guthrie Hansen Hartmann Hartnup Hashimoto Heimlich Helmholtz Hirano
    Hirschsprung Hodgkin Holter Horner Huntington Hurler Ishihara Jakob Jeghers Kallmann
    Kanner Kaplan Kaposi Karnofsky Kawasaki Kennedy Kikuchi Klinefelter Klippel Korsakoff Krabbe
    Krebs Kruskal Kupffer Langerhans Leber Leigh Lennox Lesch Lewy Leydig Likert
    Lynch Malassez Mallory Mann Mantoux Marfan Markov Meckel Meier Mendel Mendelian Meniere
    Ménière Menkes Merkel Milroy Moebius Möbius Munchausen Müllerian Nissl Noonan Osgood
    Paget Papanicolaou Parkinson Pearson Perthes Peyronie Poisson Pompe Prader Purkinje Quincke
    Ramsay Raynaud Rett Reye Reiter Rorschach Ringer Sanger Schmorl Schwann Sertoli
    Sezary Sézary Sheehan Shwachman Sjogren Sjögren Sneddon Stargardt Stroop Sydenham Takayasu
    Tourette Treacher Tukey Usher Wegener Weibull Wernicke Whipple Whitney Wilcoxon
    Willebrand Willi Williams Wilms Wiskott Zellweger Zollinger
"""
# These are words, too, or any family's name: only before a word such as disease.
_WORDS = """
    Barlow Bell Best Bright Christmas Coats Cooley Cowden Down Eagle Fisher Fox Gorlin Graves Grave
    Grover Hunter Johnson Little Monk Niemann Pick Pott Potter Stickler Still Sturge Sweet Turner
    Tay Weber Weil Werner West Wilson
"""

NAMES = frozenset(_NAMES.split())
WORDS = frozenset(_WORDS.split())
