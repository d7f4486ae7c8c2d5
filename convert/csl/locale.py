"""Locales: a language's terms, date forms and options, with CSL's fallback.

The files come with the citeproc-py distribution. They are found without importing it, since
that import takes longer than a whole run of ours.
"""

from collections.abc import Iterable
from functools import cache, lru_cache
from typing import NamedTuple

from ..base.suggestions import UnknownError, nearest
from .errors import StyleError
from .resources import PackageFolder, package_folder
from .xml import Element, parse

# The dialect that stands for a language (CSL locales repository, locales.json).
PRIMARY = {
    "af": "af-ZA",
    "ar": "ar",
    "bal": "bal-PK",
    "bg": "bg-BG",
    "brh": "brh-PK",
    "ca": "ca-AD",
    "cs": "cs-CZ",
    "cy": "cy-GB",
    "da": "da-DK",
    "de": "de-DE",
    "el": "el-GR",
    "en": "en-US",
    "es": "es-ES",
    "et": "et-EE",
    "eu": "eu",
    "fa": "fa-IR",
    "fi": "fi-FI",
    "fr": "fr-FR",
    "gl": "gl-ES",
    "he": "he-IL",
    "hi": "hi-IN",
    "hr": "hr-HR",
    "hu": "hu-HU",
    "hy": "hy-AM",
    "id": "id-ID",
    "is": "is-IS",
    "it": "it-IT",
    "ja": "ja-JP",
    "km": "km-KH",
    "ko": "ko-KR",
    "la": "la",
    "lij": "lij-IT",
    "lt": "lt-LT",
    "lv": "lv-LV",
    "mn": "mn-MN",
    "ms": "ms-MY",
    "nb": "nb-NO",
    "nl": "nl-NL",
    "nn": "nn-NO",
    "no": "nb-NO",
    "pa": "pa-PK",
    "pl": "pl-PL",
    "pt": "pt-PT",
    "ro": "ro-RO",
    "ru": "ru-RU",
    "sk": "sk-SK",
    "sl": "sl-SI",
    "sr": "sr-Cyrl-RS",
    "sv": "sv-SE",
    "th": "th-TH",
    "tl": "tl-PH",
    "tr": "tr-TR",
    "uk": "uk-UA",
    "vi": "vi-VN",
    "zh": "zh-CN",
}
# The dialect that has another script or region of the same writing.
_NEAREST = {
    "sr-Latn": "sr-Latn-RS",
    "zh-HK": "zh-TW",
    "zh-Hant": "zh-TW",
    "zh-MO": "zh-TW",
}
_ENGLISH = "en-US"  # the last fallback
# Which form stands in for a missing one (CSL 1.0.2, "Terms").
FALLBACK = {"verb-short": "verb", "symbol": "short", "verb": "long", "short": "long"}

# CSL 1.0 had four suffixes and no general one (CSL 1.0.2, "Ordinal Suffixes").
_ORDINALS_OF_CSL_1_0 = frozenset({"ordinal-01", "ordinal-02", "ordinal-03", "ordinal-04"})
_GENDERS = ("", "masculine", "feminine")


class LocaleTerm(NamedTuple):
    """One term in one form."""

    single: str
    multiple: str
    gender: str = ""
    match: str = ""


class Locale:
    """A language's terms, date forms and options, with all fallbacks merged in."""

    __slots__ = ("dates", "lang", "options", "terms")

    def __init__(self, lang: str) -> None:
        self.lang = lang
        self.terms: dict[tuple[str, str, str], LocaleTerm] = {}
        self.dates: dict[str, Element] = {}
        self.options: dict[str, str] = {}

    def copy(self, lang: str) -> "Locale":
        """Return an independent copy for the locale ``lang``."""
        other = Locale(lang)
        other.terms = dict(self.terms)
        other.dates = dict(self.dates)
        other.options = dict(self.options)
        return other

    def add(self, root: Element) -> None:
        """Add a cs:locale's terms, dates and options; they replace those of the same name."""
        for child in root.children:
            if child.tag == "terms":
                self._add_terms(child)
            elif child.tag == "date":
                self.dates[child.get("form")] = child
            elif child.tag == "style-options":
                self.options.update(child.attrs)

    def remove_translated(self, root: Element) -> None:
        """Remove, in all forms, the terms that a cs:locale of another language has.

        If it lacks a short form, its own long one is better than a foreign short one.
        """
        terms = root.child("terms")
        translated = {
            term.get("name")
            for term in (terms.children if terms else ())
            if term.get("form", "long") == "long"
        }
        self.terms = {key: term for key, term in self.terms.items() if key[0] not in translated}

    def _add_terms(self, terms: Element) -> None:
        names = {element.get("name") for element in terms.children}
        if any(map(_is_ordinal, names)):
            # Ordinals are one set, which replaces another as a whole ("Ordinal Suffixes").
            self.terms = {key: term for key, term in self.terms.items() if not _is_ordinal(key[0])}
        for element in terms.children:
            attrs = element.attrs
            single, multiple = _term_texts(element)
            key = (attrs.get("name", ""), attrs.get("form", "long"), attrs.get("gender-form", ""))
            replaced = self.terms.get(key)
            # A noun keeps its gender where a style prints it in another way.
            gender = attrs.get("gender") or (replaced.gender if replaced else "")
            self.terms[key] = LocaleTerm(single, multiple, gender, attrs.get("match", ""))
        self._add_neutral_ordinals(terms)
        if names >= _ORDINALS_OF_CSL_1_0 and "ordinal" not in names:
            self._add_ordinals_of_csl_1_0()

    def _add_neutral_ordinals(self, terms: Element) -> None:
        """Use feminine ordinals for nouns without gender if there are no neuter ones."""
        forms = {(term.get("name"), term.get("gender-form")) for term in terms.children}
        for name, gender in forms:
            is_general = name == "ordinal" or name.startswith("long-ordinal-")
            if is_general and gender == "feminine" and (name, "") not in forms:
                self.terms[name, "long", ""] = self.terms[name, "long", "feminine"]

    def _add_ordinals_of_csl_1_0(self) -> None:
        """Use the fourth ordinal for 11 to 13, and for all numbers not ending on 1, 2 or 3."""
        for gender in _GENDERS:
            fourth = self.terms.get(("ordinal-04", "long", gender))
            if fourth is not None:
                for name in ("ordinal", "ordinal-11", "ordinal-12", "ordinal-13"):
                    self.terms.setdefault((name, "long", gender), fourth._replace(match=""))

    def find(self, name: str, form: str = "long", gender: str = "") -> LocaleTerm | None:
        """Return a term by name, in ``form`` or in one that replaces it (see ``FALLBACK``)."""
        next_form: str | None = form
        while next_form:
            term = self.terms.get((name, next_form, gender)) or self.terms.get(
                (name, next_form, "")
            )
            if term is not None:
                return term
            next_form = FALLBACK.get(next_form)
        return None

    def term(self, name: str, form: str = "long", plural: bool = False) -> str:
        """Return a term's text, or "" if the locale lacks it."""
        term = self.find(name, form)
        if term is None:
            return ""
        return term.multiple if plural else term.single

    def gender(self, name: str) -> str:
        """Return the grammatical gender of a noun's term: "masculine", "feminine" or ""."""
        term = self.find(name)
        return term.gender if term else ""

    @property
    def ampersand(self) -> str:
        """What the locale has for "&"; its word for "and" does not stand in for it."""
        symbol = self.terms.get(("and", "symbol", ""))
        return symbol.single if symbol else "&"

    @property
    def language(self) -> str:
        """The language without its dialect."""
        return self.lang.partition("-")[0]


def _term_texts(element: Element) -> tuple[str, str]:
    """Return a cs:term's text for one and for several."""
    single = multiple = element.text
    if element.children:
        one, several = element.child("single"), element.child("multiple")
        single = one.text if one else ""
        multiple = several.text if several else single
    if "\n" in single:  # a text that the file breaks into lines
        return " ".join(single.split()), " ".join(multiple.split())
    return single, multiple


def _is_ordinal(name: str) -> bool:
    return name == "ordinal" or (name.startswith("ordinal-") and name[8:].isdigit())


@cache
def _locale_files() -> PackageFolder:
    """Return the folder of the locale files.

    Raises:
        StyleError: the citeproc-py distribution, which carries them, is not installed.

    """
    folder = package_folder("citeproc", "data", "locales")
    if folder is None:
        raise StyleError("locales", 0, "install citeproc-py: it carries the CSL locale files")
    return folder


def fallback_chain(lang: str) -> list[str]:
    """Return the locales to look in: the dialect's, the nearest, the language's main one, en-US."""
    language = lang.partition("-")[0]
    nearest_dialect = _NEAREST.get("-".join(lang.split("-")[:2]), "")
    locales = (lang, nearest_dialect, PRIMARY.get(language, language), _ENGLISH)
    return list(dict.fromkeys(locale for locale in locales if locale))


def normalize_tag(tag: str) -> str:
    """Return the tag of a language in its usual spelling: ``de_de`` is ``de-DE``, "" stays "".

    Raises:
        UnknownError: CSL has no locale of this language; falling back to English without a
            word would surprise.

    """
    language, *subtags = tag.replace("_", "-").split("-")
    if tag and language.lower() not in PRIMARY:
        known = sorted(set(PRIMARY.values()))
        raise UnknownError(
            "locale", tag, known, "" if nearest(tag, known) else "use one such as de-DE"
        )
    # A subtag of four letters is a script, as in "sr-Cyrl-RS".
    spelled = (part.title() if len(part) == 4 else part.upper() for part in subtags)
    return "-".join((language.lower(), *spelled))


@lru_cache(maxsize=64)
def load_locale(lang: str) -> Locale:
    """Return the locale of ``lang`` (``de-AT``), falling back to its language, then en-US."""
    locale = Locale(lang)
    language = "en"  # of the terms added so far
    for name in reversed(fallback_chain(lang)):
        file = f"locales-{name}.xml"
        source = _locale_files().read(file) if name.replace("-", "").isalnum() else None
        if source is not None:
            root = parse(source, file)
            if not name.startswith(language):
                locale.remove_translated(root)
                language = locale.language
            locale.add(root)
    return locale


def style_locale(lang: str, elements: Iterable[Element]) -> Locale:
    """Return the locale of ``lang`` with a style's own ``cs:locale`` elements added.

    Those without a language come first, then the language's, then the dialect's: the later
    wins. A language stands for its main dialect (CSL 1.0.2, "Locale Fallback").
    """
    locale = load_locale(lang)
    own = list(elements)
    if not own:
        return locale
    locale = locale.copy(lang)
    language = locale.language
    dialect = PRIMARY.get(lang, lang) if language == lang else lang
    for tag in dict.fromkeys(("", language, dialect)):
        for element in own:
            if element.get("xml:lang") == tag:
                locale.add(element)
    return locale
