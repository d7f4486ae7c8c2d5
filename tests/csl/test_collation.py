"""Sorting by the letters of a language, held against ICU's (node's) where there is node."""

from __future__ import annotations

import json
import random
import shutil
import subprocess
import sys
from itertools import pairwise

import pytest
from medcite.csl.collation import keys
from medcite.tables.collation import LETTERS

# Each in its order; "=" stands between those that are the same.
ORDERS = {
    "en": "Æsop Ångström Baker Müller=Muller Ødegaard Ostrom Straße=Strasse Zimmer Þórsson",
    "sv": "Andersson Olsson Zetterlund Åberg Ärlig Öberg",
    "da": "Andersen Olsen Zahle Ærø Øster Ågesen Aagaard=Ågård",
    "nb": "Berg Olsen Zahl Ærlig Øye Åsen",
    "fi": "Aho Virtanen Åkerman Äijälä Östman",
    "is": "Arnar Ármann Björk Davíð Ða Erla Élan Zoëga Þór Ævar Örn",
    "et": "Sarv Šults Zirk Žukov Tamm Õunap Ärm Öpik Ülle Xu",
    "es": "Nuno Nuñez Nuza Ñato Oca",
    "cs": "Cech Cvak Čapek Dub Havel Chalupa Ivan Rada Řada Suk Šuk Zak Žak",
    "pl": "Adam Ąż Celt Ćma Lipa Luty Łuk Nowy Ńa Oset Ósma Zuch Źrebak Żaba",
    "hu": "Cukor Csaba Dudás Dzsem Gulyás Gyula Ottó Ödön Sándor Szabó Uri Ügyes Zoltán Zsolt",
    "hr": "Cindrić Čavić Ćosić Dujam Džaja Đurić Lutz Ljubić Nut Njegoš Šimić Zorić Žanić",
    "lt": "Caras Čepas Yla Ilja Ilma Jonas Šarka Tomas Žukas",
    "ro": "Azur Ăla Âme Bota Iva Înalt Sus Șapte Tus Țară",
    "tr": "Cuma Çelik Gül Ğa Izgi İnce Oya Öz Sarı Şahin Ufuk Ülker",
    "ru": "Андреев Ежов=Ёжов Жуков Йозеф Яковлев Adams",
    "uk": "Гончар Ґудзь Еней Євген Иван Іван Їжак Йосип Яна",
    "el": "Αλεξίου Άννα Βασιλείου Ωμέγα Adams",
    "he": "אבן בן תמיר",
    "ja": "あおき さとう わたなべ",
}


@pytest.mark.parametrize("lang", ORDERS)
def test_names_sort_as_in_their_language(lang: str) -> None:
    groups = [group.split("=") for group in ORDERS[lang].split()]
    names = [name for group in groups for name in group]
    random.Random(len(names)).shuffle(names)
    made = dict(zip(names, keys(names, lang), strict=True))
    for group in groups:
        assert len({made[name] for name in group}) == 1, group
    heads = [group[0] for group in groups]
    assert sorted(heads, key=made.__getitem__) == heads
    assert all(made[one] < made[other] for one, other in pairwise(heads))


def test_a_locale_s_dialect_does_not_matter_but_its_script_does() -> None:
    names = ["Žanić", "Zorić", "Đurić", "Dujam"]
    assert keys(names, "sr-Latn-RS") == keys(names, "hr-HR")
    assert keys(["Jovan", "Јован"], "sr-Cyrl-RS") != keys(["Jovan", "Јован"], "sr-Latn-RS")


@pytest.mark.parametrize(
    ("lang", "names"),
    {
        "en-US": ["9", "Doe", "Δούκας", "Иванов", "김", "王"],
        "el-GR": ["9", "Δούκας", "Doe", "Иванов", "김", "王"],
        "ru-RU": ["9", "Иванов", "Doe", "Δούκας", "김", "王"],
        "ko-KR": ["9", "김", "Doe", "Δούκας", "Иванов", "王"],
        "zh-CN": ["9", "王", "Doe", "Δούκας", "Иванов", "김"],
    }.items(),
)
def test_a_language_s_own_script_comes_first_and_then_latin(lang: str, names: list[str]) -> None:
    made = dict(zip(names, keys(names, lang), strict=True))
    assert sorted(names, key=made.__getitem__) == names


def test_numbers_sort_by_value_and_marks_part_them() -> None:
    texts = ["1.5", "2-3", "9 b", "10 a", "20", "A 9", "A 10"]
    assert sorted(texts, key=dict(zip(texts, keys(texts), strict=True)).__getitem__) == texts


def test_latin_names_need_no_table_of_all_scripts() -> None:
    code = "import sys; from medcite.csl.collation import keys; keys(['Å', 'Ł', 'Ж'], 'pl')"
    code += "; print('pyuca' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)
    assert done.stdout.split() == [b"False"]


ICU = """
const asked = JSON.parse(require("fs").readFileSync(0, "utf8")), told = {};
const options = {sensitivity: "base", ignorePunctuation: true, numeric: true};
for (const lang in asked) {
  const {compare} = new Intl.Collator(lang, options);
  const small = (text) => text.toLocaleLowerCase(lang);
  told[lang] = asked[lang].slice(1).map((text, at) => compare(small(asked[lang][at]), small(text)));
}
console.log(JSON.stringify(told));
"""


def words(lang: str) -> list[str]:
    """Make words of the letters that a language has of its own, and of others."""
    own = LETTERS[lang].replace("=", "<").replace(" ", "<").split("<")
    letters = "аеикост" if any("а" <= one <= "џ" for one in own) else "adeikoszz"
    pick = random.Random(lang)
    chosen = [*own, *letters]
    made = ["".join(pick.choices(chosen, k=pick.randint(1, 4))) for _ in range(300)]
    made = [word for word in made if "aä" not in word and "aå" not in word]  # "aa", then a mark
    return [word.capitalize() if pick.random() < 0.3 else word for word in made]


@pytest.mark.skipif(not shutil.which("node"), reason="no node")
def test_the_order_is_icu_s() -> None:
    asked = {lang: words(lang) for lang in LETTERS if lang not in ("no", "sr-latn")}
    done = subprocess.run(
        ["node", "-e", ICU], input=json.dumps(asked).encode(), capture_output=True, check=True
    )
    told = json.loads(done.stdout)
    wrong = {}
    for lang, texts in asked.items():
        made = [(one > other) - (one < other) for one, other in pairwise(keys(texts, lang))]
        pairs = zip(pairwise(texts), made, told[lang], strict=True)
        wrong[lang] = [pair for pair, ours, theirs in pairs if ours != (theirs > 0) - (theirs < 0)]
    assert sum(map(len, wrong.values())) < 0.002 * sum(map(len, asked.values())), wrong
