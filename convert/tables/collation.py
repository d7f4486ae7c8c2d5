"""The order of letters, where a language has one of its own (Unicode CLDR, collation).

``z<å<ä=æ`` reads: å comes after all that starts with z, then ä, with which æ is one letter.
``i=y`` makes y one letter with i.  Letters that are not named sort as in ``ROOT``, and
accents do not count.
"""

from __future__ import annotations

# Letters that no decomposition leads back to a base, and those that have one but stand alone.
ROOT = """
    d=đ=ð e<ə h=ħ i<ı l=ł n<ŋ o=ø q<ĸ t<ŧ z<þ
    г=ґ д<ђ е<є з<ѕ и<і<й<ј л<љ н<њ т<ћ ч<џ
"""
_DANISH = "th=þ y=ü=ű z<æ=ä=ę<ø=ö=ő=œ<å=aa"
_CROATIAN = "c<č<ć d<dž=ǆ<đ l<lj=ǉ n<nj=ǌ s<š z<ž"
LETTERS = {
    "az": "c<ç e<ə g<ğ h<x<ı k<q o<ö s<ş u<ü v<w",
    "be": "е<ё у<ў",
    "bs": _CROATIAN,
    "cs": "c<č h<ch r<ř s<š z<ž",
    "cy": "c<ch d<dd f<ff g<ng l<ll p<ph r<rh t<th",
    "da": "th=þ y=ü=ű z<æ=ä<ø=ö=ő<å=aa",
    "eo": "c<ĉ g<ĝ h<ĥ j<ĵ s<ŝ u<ŭ",
    "es": "n<ñ",
    "et": "s<š<z<ž w<õ<ä<ö<ü",
    "fi": "g=ǥ n=ŋ t=ŧ y=ü z=ʒ<å<ä=æ<ö=ø",
    "fil": "n<ñ<ng",
    "fo": _DANISH,
    "gl": "n<ñ",
    "hr": _CROATIAN,
    "hu": "c<cs d<dz=ǳ<dzs g<gy l<ly n<ny o<ö=ő s<sz t<ty u<ü=ű z<zs",
    "is": "a<á d<ð e<é i<í o<ó u<ú y<ý z<þ<æ=ä<ö=ø<å",
    "lt": "c<č i=y s<š z<ž",
    "lv": "a<ā c<č e<ē g<ģ i<y<ī k<ķ l<ļ n<ņ o<ō r<ŗ s<š u<ū z<ž",
    "mk": "д<ѓ т<ќ",
    "nb": _DANISH,
    "nn": _DANISH,
    "no": _DANISH,
    "pl": "a<ą c<ć e<ę l<ł n<ń o<ó s<ś z<ź<ż",
    "ro": "a<ă<â i<î s<ş=ș t<ţ=ț",
    "sk": "a<ä c<č h<ch o<ô r<ř s<š z<ž",
    "sl": "c<č<ć d<đ s<š z<ž",
    "sq": "c<ç d<dh e<ë g<gj l<ll n<nj r<rr s<sh t<th x<xh z<zh",
    "sr": "и=й",
    "sr-latn": _CROATIAN,
    "sv": "th=þ y=ü=ű z<å<ä=æ=ę<ö=ø=ő=œ=ô",
    "tl": "n<ñ<ng",
    "tr": "c<ç g<ğ h<ı o<ö s<ş u<ü",
    "uk": "г<ґ и<і<ї<й",
    "vi": "a<ă<â d<đ e<ê o<ô<ơ u<ư",
}
# The letters of the languages that part i from ı (Unicode, SpecialCasing).
DOTTED = {"I": "ı", "İ": "i"}
DOTTING = frozenset({"az", "tr"})
# The languages whose own script comes before Latin, and how Unicode's names of its letters begin.
FIRST = {
    "ar": "ARABIC", "be": "CYRILLIC", "bg": "CYRILLIC", "el": "GREEK", "fa": "ARABIC",
    "he": "HEBREW", "hi": "DEVANAGARI", "hy": "ARMENIAN", "ka": "GEORGIAN", "kk": "CYRILLIC",
    "km": "KHMER", "ko": "HANGUL", "mk": "CYRILLIC", "mn": "CYRILLIC", "mr": "DEVANAGARI",
    "pa": "GURMUKHI", "ru": "CYRILLIC", "sr": "CYRILLIC", "th": "THAI", "uk": "CYRILLIC",
    "zh": "CJK",
}  # fmt: skip
