"""Names of persons in the names of diseases, tests, cells and methods.

Chosen by hand, and neither complete nor taken from a published list. Their capitals are kept in
titles in title case, possessive or not.
"""

from __future__ import annotations

# Hardly anything else in a title is spelt so.
_NAMES = """
    Addison Alport Altman Alzheimer Angelman Apgar Asperger Babinski Bartter Bayes Bayesian
    Beckwith Behcet Behçet Bence Boltzmann Bonferroni Braak Brugada Bruton Buerger Burkitt Canavan
    Caroli Castleman Chagas Charcot Chiari Cochran Cockayne Coombs Creutzfeldt Creveld Crohn
    Cushing Danlos Darier Doppler Dravet Duchenne Dupuytren Ehlers Eisenmenger Epstein Euler Ewing
    Fabry Fallot Fanconi Felty Fontan Fourier Friedreich Gaucher Gaussian Gehrig Giemsa Gitelman
    Golgi Goodpasture Gottron Guillain Guthrie Hartmann Hartnup Hashimoto Heimlich Helmholtz
    Hirano Hirschsprung Hodgkin Holter Horner Huntington Hurler Ishihara Jakob Jeghers Kallmann
    Kanner Kaposi Karnofsky Kawasaki Kikuchi Klinefelter Klippel Korsakoff Krabbe Krebs Kruskal
    Kupffer Langerhans Leber Leigh Lennox Lesch Lewy Leydig Likert Malassez Mallory Mantoux Marfan
    Markov Meckel Meier Mendel Mendelian Meniere Menkes Merkel Milroy Moebius Munchausen Ménière
    Möbius Müllerian Nissl Noonan Osgood Paget Papanicolaou Parkinson Pearson Perthes Peyronie
    Poisson Pompe Prader Purkinje Quincke Ramsay Raynaud Rett Reye Ringer Rorschach Sanger Schmorl
    Schwann Sertoli Sezary Sheehan Shwachman Sjogren Sjögren Sneddon Soulier Stargardt Stroop
    Sydenham Sézary Takayasu Tourette Treacher Tukey Wegener Weibull Wernicke Whipple Whitney
    Wilcoxon Willebrand Willi Wilms Wiskott Zellweger Zollinger
"""
# These are words, too, or common family names: only before a word such as disease.
_WORDS = """
    Barlow Batten Becker Bell Bernard Best Bowen Bright Christmas Coats Cohen Cooley Cowden Down
    Eagle Edwards Fisher Fox Gardner Gilbert Gorlin Grave Graves Grover Hansen Hunter Johnson
    Kaplan Kennedy Little Lynch Mann Monk Niemann Pick Pott Potter Reiter Stickler Still Sturge
    Sweet Tay Turner Usher Weber Weil Werner West Williams Wilson
"""

NAMES = frozenset(_NAMES.split())
WORDS = frozenset(_WORDS.split())
