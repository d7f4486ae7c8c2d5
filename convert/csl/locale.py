"""Locales: terms, date forms and options of a language, with CSL's fallback.

The files come with the citeproc-py distribution; they are found without importing it,
for that import is slower than a whole run of ours.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache, lru_cache
from typing import NamedTuple

from ..base.suggestions import UnknownError, nearest
from .errors import StyleError
from .resources import Folder, folder
from .xml import Element, parse

# The dialect that stands for a language (CSL locales repository, locales.json).
PRIMARY = {
    "af": "af-ZA",
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
# Which form stands in for a missing one (CSL 1.0.2, "Terms").
FALLBACK = {"verb-short": "verb", "symbol": "short", "verb": "long", "short": "long"}


class Term(NamedTuple):
    """One term in one form."""

    single: str
    multiple: str
    gender: str = ""
    match: str = ""


class Locale:
    """A language's terms, date forms and options, all fallbacks merged."""

    __slots__ = ("dates", "lang", "options", "terms")

    def __init__(self, lang: str) -> None:
        self.lang = lang
        self.terms: dict[tuple[str, str, str], Term] = {}
        self.dates: dict[str, Element] = {}
        self.options: dict[str, str] = {}

    def copy(self, lang: str) -> Locale:
        """Return a copy that can be added to."""
        other = Locale(lang)
        other.terms = dict(self.terms)
        other.dates = dict(self.dates)
        other.options = dict(self.options)
        return other

    def add(self, root: Element) -> None:
        """Let a locale element's terms, dates and options win over those here."""
        for child in root.children:
            if child.tag == "terms":
                self._add_terms(child)
            elif child.tag == "date":
                self.dates[child.get("form")] = child
            elif child.tag == "style-options":
                self.options.update(child.attrs)

    def forget(self, root: Element) -> None:
        """Leave out the terms that another language's locale has, in whatever forms.

        Its long form stands for a short one that it lacks, rather than a foreign short one.
        """
        terms = root.child("terms")
        own = {
            term.get("name")
            for term in (terms.children if terms else ())
            if term.get("form", "long") == "long"
        }
        self.terms = {key: term for key, term in self.terms.items() if key[0] not in own}

    def _add_terms(self, terms: Element) -> None:
        if any(term.get("name") == "ordinal" for term in terms.children):
            # With its general term a locale's ordinals are one set, which replaces another whole.
            self.terms = {key: term for key, term in self.terms.items() if not _is_ordinal(key[0])}
        for element in terms.children:
            attrs = element.attrs
            if element.children:
                single, multiple = element.child("single"), element.child("multiple")
                one = single.text if single else ""
                many = multiple.text if multiple else one
            else:
                one = many = element.text
            if "\n" in one:
                one, many = " ".join(one.split()), " ".join(many.split())
            key = (attrs.get("name", ""), attrs.get("form", "long"), attrs.get("gender-form", ""))
            gender = attrs.get("gender", "")
            self.terms[key] = Term(one, many, gender, attrs.get("match", ""))
        self._feminine(terms)

    def _feminine(self, terms: Element) -> None:
        """Let the feminine stand for a noun without gender where ordinals have no neuter."""
        given = {(term.get("name"), term.get("gender-form")) for term in terms.children}
        for name, form in given:
            whole = name == "ordinal" or name.startswith("long-ordinal-")
            if whole and form == "feminine" and (name, "") not in given:
                self.terms[name, "long", ""] = self.terms[name, "long", "feminine"]

    def find(self, name: str, form: str = "long", gender: str = "") -> Term | None:
        """Return a term by name, in ``form`` or in the form that stands in for it."""
        step: str | None = form
        while step:
            term = self.terms.get((name, step, gender)) or self.terms.get((name, step, ""))
            if term is not None:
                return term
            step = FALLBACK.get(step)
        return None

    def term(self, name: str, form: str = "long", plural: bool = False) -> str:
        """Return a term's text, or nothing."""
        term = self.find(name, form)
        if term is None:
            return ""
        return term.multiple if plural else term.single

    def gender(self, name: str) -> str:
        """Return the grammatical gender of a noun's term: masculine, feminine or nothing."""
        term = self.find(name)
        return term.gender if term else ""

    @property
    def language(self) -> str:
        """The language without its dialect."""
        return self.lang.partition("-")[0]


def _is_ordinal(name: str) -> bool:
    return name == "ordinal" or (name.startswith("ordinal-") and name[8:].isdigit())


@cache
def _folder() -> Folder:
    """Return the folder of the locale files.

    Raises:
        StyleError: the citeproc-py distribution, which carries them, is not installed.

    """
    found = folder("citeproc", "data", "locales")
    if found is None:
        raise StyleError("locales", 0, "install citeproc-py: it carries the CSL locale files")
    return found


def chain(lang: str) -> list[str]:
    """Return the locales to look in, the last first: dialect, language's main one, en-US."""
    found = [lang] if lang else []
    base = lang.partition("-")[0]
    found.extend((PRIMARY.get(base, base), "en-US"))
    return list(dict.fromkeys(found))


def language(tag: str) -> str:
    """Give a language's tag as it should be spelt (``de_de`` is ``de-DE``); ``""`` stays.

    Raises:
        UnknownError: CSL has no locale of this language, and all would be English in silence.

    """
    first, *rest = tag.replace("_", "-").split("-")
    if tag and first.lower() not in PRIMARY:
        known = sorted(set(PRIMARY.values()))
        raise UnknownError(
            "locale", tag, known, "" if nearest(tag, known) else "say one such as de-DE"
        )
    spelt = (part.title() if len(part) == 4 else part.upper() for part in rest)
    return "-".join((first.lower(), *spelt))


@lru_cache(maxsize=64)
def load_locale(lang: str) -> Locale:
    """Return the locale of ``lang`` (``de-AT``), falling back to its language, then en-US."""
    base = Locale(lang)
    language = "en"
    for name in reversed(chain(lang)):
        file = f"locales-{name}.xml"
        source = _folder().read(file) if name.replace("-", "").isalnum() else None
        if source is not None:
            root = parse(source, file)
            if not name.startswith(language):
                base.forget(root)
                language = base.language
            base.add(root)
    return base


def overridden(lang: str, elements: Iterable[Element]) -> Locale:
    """Return the locale of ``lang`` with a style's own ``cs:locale`` elements applied.

    Those without a language come first, then the language's, then the dialect's: the
    nearer wins. A language means its main dialect (CSL 1.0.2, "Locale Fallback").
    """
    locale = load_locale(lang)
    base = lang.partition("-")[0]
    own = list(elements)
    if not own:
        return locale
    locale = locale.copy(lang)
    main = PRIMARY.get(base, base) if base == lang else lang
    for wanted in dict.fromkeys(("", base, main)):
        for element in own:
            if element.get("xml:lang") == wanted:
                locale.add(element)
    return locale
