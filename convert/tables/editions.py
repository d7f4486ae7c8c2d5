"""How editions are numbered: ordinals in words, their endings, and words for an edition."""

from __future__ import annotations

# In English words, which biblatex wants as a number, too.
ORDINALS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7,
    "eighth": 8, "ninth": 9, "tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13,
    "fourteenth": 14, "fifteenth": 15, "sixteenth": 16, "seventeenth": 17, "eighteenth": 18,
    "nineteenth": 19, "twentieth": 20, "thirtieth": 30,
}  # fmt: skip
TENS = {"twenty": 20, "thirty": 30}  # twenty-first
# From the first to the tenth, in German, French, Spanish, Italian, Portuguese and Dutch.
_FOREIGN = """
    erste zweite dritte vierte fünfte sechste siebte achte neunte zehnte
    première deuxième troisième quatrième cinquième sixième septième huitième neuvième dixième
    primera segunda tercera cuarta quinta sexta séptima octava novena décima
    prima seconda terza quarta quinta sesta settima ottava nona decima
    primeira segunda terceira quarta quinta sexta sétima oitava nona décima
    eerste tweede derde vierde vijfde zesde zevende achtste negende tiende
"""
FOREIGN_ORDINALS = {
    **{
        word: number
        for line in _FOREIGN.strip().splitlines()
        for number, word in enumerate(line.split(), start=1)
    },
    "seconde": 2,
    "siebente": 7,
}
# Behind digits: 2nd, 2e, 2ème, 2ª, 2:a
ENDINGS = """
    st nd rd d th er re ère ere e ème eme me nde de ste ter te a o ª º ° :a :e й е я
"""
# Also as abbreviated, with a full stop.
EDITIONS = """
    edition editions edn ed eds
    auflage aufl ausgabe ausg
    édition edition éd
    edición edicion edição edicao edició edizione ediz
    uitgave uitg editie druk dr
    udgave udg utgave utg upplaga uppl utgåva painos útgáfa
    wydanie wyd vydání vydanie vyd izdanje izd izdaja kiadás kiad ediția ediţia
    издание изд видання вид
    baskı baskısı bask bs έκδοση έκδ
"""
CHINESE = "一二三四五六七八九十"  # 第二版
