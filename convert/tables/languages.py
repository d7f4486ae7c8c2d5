"""Languages: MEDLINE's codes (ISO 639-2/B), BCP 47's, and their names.

NLM: LA takes the MARC codes of the Library of Congress, which are ISO 639-2/B.
"""

from typing import NamedTuple


class Language(NamedTuple):
    """A language: MEDLINE's code, the tag that CSL and the web use, its English name."""

    code: str
    tag: str
    name: str


ROWS = (
    Language("afr", "af", "Afrikaans"),
    Language("alb", "sq", "Albanian"),
    Language("amh", "am", "Amharic"),
    Language("ara", "ar", "Arabic"),
    Language("arm", "hy", "Armenian"),
    Language("aze", "az", "Azerbaijani"),
    Language("baq", "eu", "Basque"),
    Language("bel", "be", "Belarusian"),
    Language("ben", "bn", "Bengali"),
    Language("bos", "bs", "Bosnian"),
    Language("bul", "bg", "Bulgarian"),
    Language("bur", "my", "Burmese"),
    Language("cat", "ca", "Catalan"),
    Language("chi", "zh", "Chinese"),
    Language("cze", "cs", "Czech"),
    Language("dan", "da", "Danish"),
    Language("dut", "nl", "Dutch"),
    Language("eng", "en", "English"),
    Language("epo", "eo", "Esperanto"),
    Language("est", "et", "Estonian"),
    Language("fin", "fi", "Finnish"),
    Language("fre", "fr", "French"),
    Language("geo", "ka", "Georgian"),
    Language("ger", "de", "German"),
    Language("gla", "gd", "Scottish Gaelic"),
    Language("gle", "ga", "Irish"),
    Language("glg", "gl", "Galician"),
    Language("gre", "el", "Greek"),
    Language("heb", "he", "Hebrew"),
    Language("hin", "hi", "Hindi"),
    Language("hrv", "hr", "Croatian"),
    Language("hun", "hu", "Hungarian"),
    Language("ice", "is", "Icelandic"),
    Language("ind", "id", "Indonesian"),
    Language("ita", "it", "Italian"),
    Language("jpn", "ja", "Japanese"),
    Language("kaz", "kk", "Kazakh"),
    Language("kin", "rw", "Kinyarwanda"),
    Language("kir", "ky", "Kyrgyz"),
    Language("kor", "ko", "Korean"),
    Language("lat", "la", "Latin"),
    Language("lav", "lv", "Latvian"),
    Language("lit", "lt", "Lithuanian"),
    Language("mac", "mk", "Macedonian"),
    Language("mal", "ml", "Malayalam"),
    Language("mao", "mi", "Maori"),
    Language("may", "ms", "Malay"),
    Language("mul", "mul", "multiple languages"),
    Language("nor", "no", "Norwegian"),
    Language("per", "fa", "Persian"),
    Language("pol", "pl", "Polish"),
    Language("por", "pt", "Portuguese"),
    Language("pus", "ps", "Pushto"),
    Language("rum", "ro", "Romanian"),
    Language("rus", "ru", "Russian"),
    Language("san", "sa", "Sanskrit"),
    Language("slo", "sk", "Slovak"),
    Language("slv", "sl", "Slovenian"),
    Language("spa", "es", "Spanish"),
    Language("srp", "sr", "Serbian"),
    Language("swa", "sw", "Swahili"),
    Language("swe", "sv", "Swedish"),
    Language("tha", "th", "Thai"),
    Language("tib", "bo", "Tibetan"),
    Language("tur", "tr", "Turkish"),
    Language("ukr", "uk", "Ukrainian"),
    Language("und", "und", "undetermined"),
    Language("urd", "ur", "Urdu"),
    Language("uzb", "uz", "Uzbek"),
    Language("vie", "vi", "Vietnamese"),
    Language("wel", "cy", "Welsh"),
)

BY_CODE = {row.code: row for row in ROWS}
BY_TAG = {row.tag: row for row in ROWS}
BY_NAME = {row.name.lower(): row for row in ROWS}
# Languages by their own names, as national catalogues and users write them.
OWN_NAMES = {
    "deutsch": "ger", "français": "fre", "francais": "fre", "español": "spa", "espanol": "spa",
    "castellano": "spa", "italiano": "ita", "português": "por", "portugues": "por",
    "nederlands": "dut", "polski": "pol", "svenska": "swe", "norsk": "nor", "dansk": "dan",
    "suomi": "fin", "čeština": "cze", "slovenčina": "slo", "magyar": "hun", "română": "rum",
    "türkçe": "tur", "ελληνικά": "gre", "русский": "rus", "українська": "ukr", "中文": "chi",
    "日本語": "jpn", "한국어": "kor", "العربية": "ara", "فارسی": "per", "hrvatski": "hrv",
    "català": "cat", "euskara": "baq", "íslenska": "ice", "eesti": "est", "lietuvių": "lit",
    "latviešu": "lav", "slovenščina": "slv", "srpski": "srp", "български": "bul",
}  # fmt: skip
# ISO 639-2/T, and 639-3, where they have another code.
TERMINOLOGICAL = {
    "sqi": "alb", "hye": "arm", "eus": "baq", "zho": "chi", "ces": "cze", "nld": "dut",
    "fra": "fre", "kat": "geo", "deu": "ger", "ell": "gre", "isl": "ice", "mkd": "mac",
    "mri": "mao", "msa": "may", "fas": "per", "ron": "rum", "slk": "slo", "cym": "wel",
    "scr": "hrv", "scc": "srp", "nb": "nor", "nn": "nor", "nob": "nor", "nno": "nor",
    "bod": "tib", "mya": "bur", "cmn": "chi", "iw": "heb", "in": "ind",
}  # fmt: skip
