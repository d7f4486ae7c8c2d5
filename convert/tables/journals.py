"""Words of journals' titles: which keep their small letters, and which tell a title's language.

NLM writes titles in sentence case. Journals in English, and those with a Latin name, print theirs
in title case; journals in other languages do not. NLM's titles have no accents (``fur``,
``espanola``) and other alphabets are transliterated.
"""

from __future__ import annotations

# Small in an English or Latin title, if not its first word.
_LOWER = "a an and as at but by et ex for from in into nor of on or per the to van via von with"
LOWER = frozenset(_LOWER.split())

# What a subtitle or parallel title calls itself.
_SUBTITLE_WORDS = """
    journal magazine bulletin organ publication newsletter review quarterly monthly official
    zeitschrift organo orgao organe revista revue tijdschrift tidsskrift aikakauskirja
"""
SUBTITLE_WORDS = frozenset(_SUBTITLE_WORDS.split())

# In parentheses, what is no place but belongs to the title: "Landmark edition".
EDITION_WORDS = frozenset(("edition", "ed"))

_FUNCTION_WORDS = """
    de du des la le les au aux sur pour par dans d l
    del el los las y e con para por al un una
    di della delle dei degli dell ed il lo gli nell
    da do das dos em
    der die das dem den und fur für zur zum mit im
    voor het een och til og av för i w z na ve za
"""
_CONTENT_WORDS = """
    revista revistas revue revues rivista zeitschrift archivos arquivos archivio archiv
    anales anais gaceta gazzetta giornale jornal boletin boletim bollettino cuadernos cadernos
    cahiers annalen actas ciencia ciencias scienza scienze salud saude sante soins medecine
    chirurgie chirurgia cirugia cirurgia enfermeria enfermagem atencion sanitaria clinique
    cliniques presse recherche infirmiere therapie pediatrie psychiatrie psychologie encephale
    urologe anaesthesist hautarzt nervenarzt internist radiologe orthopade pathologe unfallchirurg
    praxis fortschritte deutsche deutsches schweizer wiener wochenschrift
    tidsskrift tidskrift tidningen tijdschrift ugeskrift nederlands nordisk norsk svensk
    lakartidningen laeger casopis pregled arhiv glasnik vestnik zhurnal voprosy arkhiv polski
    przeglad wiadomosci medycyna orvosi hetilap dergisi bulteni
    zhi xue bao za yi yao hua sheng wu gong cheng yan jiu ke ban hui pu zhongguo zhonghua zhong
    zasshi zazhi igaku gakkai kaishi rinsho byori ryoho nihon hakhoe chi
    hospitalaria comunitaria familiar preventiva interna
"""
FOREIGN = frozenset((_FUNCTION_WORDS + _CONTENT_WORDS).split())

# Endings of words that no English or Latin title has, but for these words.
_ENDINGS = """
    iques ique ische ischen ischer isches schrift kunde blatt blätter blatter forschung
    heitswesen medizin ción cion ciones ção cao ções coes zione zioni idad idade sidad
    italiana italiane italiani italiano española espanola español espanol españoles espanoles
    brasileira brasileiras brasileiro brasileiros portuguesa portugues portuguesas française
    francaise français francais françaises francaises mexicana mexicano cubana cubano colombiana
    colombiano peruana peruano venezolana venezolano americana americano argentina argentino
    chilena chileno ecuatoriana ecuatoriano
    skii skaia skoia aia oia iia yia ogii ychnyi nyi
"""
FOREIGN_ENDINGS = tuple(_ENDINGS.split())
NOT_FOREIGN = frozenset(("technique", "techniques", "unique", "critique", "physique", "boutique"))
