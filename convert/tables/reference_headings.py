"""What reference lists are headed with, by language; the first of each is written."""

from __future__ import annotations

HEADINGS = {
    "en": ("References", "Bibliography", "Works Cited", "Literature Cited", "Reference List",
           "References Cited", "Cited Literature", "Reference"),
    "de": ("Literatur", "Literaturverzeichnis", "Referenzen", "Quellen", "Quellenverzeichnis",
           "Bibliographie", "Bibliografie"),
    "fr": ("Références", "Bibliographie", "Références bibliographiques", "Ouvrages cités"),
    "es": ("Referencias", "Bibliografía", "Referencias bibliográficas", "Obras citadas"),
    "pt": ("Referências", "Bibliografia", "Referências bibliográficas"),
    "it": ("Bibliografia", "Riferimenti bibliografici", "Riferimenti", "Referenze"),
    "nl": ("Literatuur", "Referenties", "Literatuurlijst", "Bibliografie", "Bronnen"),
    "sv": ("Referenser", "Litteratur", "Litteraturförteckning", "Källförteckning"),
    "da": ("Referencer", "Litteratur", "Litteraturliste"),
    "nb": ("Referanser", "Litteratur", "Litteraturliste"),
    "fi": ("Lähteet", "Kirjallisuus", "Viitteet", "Lähdeluettelo"),
    "pl": ("Piśmiennictwo", "Bibliografia", "Literatura"),
    "cs": ("Literatura", "Použitá literatura", "Reference"),
    "hu": ("Irodalom", "Irodalomjegyzék", "Hivatkozások"),
    "tr": ("Kaynaklar", "Kaynakça"),
    "ru": ("Список литературы", "Литература", "Библиография", "Список использованной литературы"),
    "uk": ("Список літератури", "Література"),
    "el": ("Βιβλιογραφία", "Αναφορές"),
    "zh": ("参考文献", "參考文獻"),
    "ja": ("参考文献", "文献", "引用文献"),
    "ko": ("참고문헌",),
}  # fmt: skip
DEFAULT = "en"
# A paragraph with this alone is where the list goes.
MARKS = frozenset({"[references]", "[bibliography]", "{references}"})
