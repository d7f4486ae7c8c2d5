"""LaTeX's names of Unicode characters, for documents with no package but T1 fonts.

``KNOWN`` are the characters that pdfLaTeX (2020 and later) sets from UTF-8 as they are.
The rest of the tables say how a character is spelt in ASCII.  Letters with accents are
not listed: Unicode's own decompositions and ``ACCENTS`` spell them.  Every entry is
compiled by the tests.
"""

from __future__ import annotations

KNOWN = frozenset(
    "\u00a0¡¢£¤¥¦§¨©ª«¬\u00ad®¯°±²³´µ¶·¸¹º»¼½¾¿ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖ×ØÙÚÛÜÝÞßàáâãäåæçèéêëìíîï"
    "ðñòóôõö÷øùúûüýþÿĀāĂăĄąĆćĈĉĊċČčĎďĐđĒēĔĕĖėĘęĚěĜĝĞğĠġĢģĤĥĨĩĪīĬĭĮįİıĲĳĴĵĶķĹĺĻļĽľŁłŃńŅņŇňŊŋ"
    "ŌōŎŏŐőŒœŔŕŖŗŘřŚśŜŝŞşŠšŢţŤťŨũŪūŬŭŮůŰűŲųŴŵŶŷŸŹźŻżŽžƒǍǎǏǐǑǒǓǔǢǣǦǧǨǩǪǫǰǴǵȘșȚțȲȳȷ"
    "ˆˇ˘˙˛˜˝ḂḃḍḞḟḠḡḥḰḱḷṃṅṇṛṣṭẎẏẐẑẞỲỳ‐‑‒–—―‖‘’‚“”„†‡•…‰‱‹›※⁄⁎₩€№℗℞℠™℮‽←↑→↓◦◯⟨⟩ﬀﬁﬂﬃﬄ"
)

# Combining marks, by the accent command of the text fonts ...
ACCENTS = {
    "\u0300": "`", "\u0301": "'", "\u0302": "^", "\u0303": "~", "\u0304": "=", "\u0306": "u",
    "\u0307": ".", "\u0308": '"', "\u030a": "r", "\u030b": "H", "\u030c": "v", "\u0323": "d",
    "\u0326": "textcommabelow", "\u0327": "c", "\u0328": "k", "\u0331": "b",
}  # fmt: skip

# ... and by that of mathematics, for Greek letters.
MATH_ACCENTS = {
    "\u0300": "grave", "\u0301": "acute", "\u0302": "hat", "\u0303": "tilde", "\u0304": "bar",
    "\u0306": "breve", "\u0307": "dot", "\u0308": "ddot", "\u030a": "mathring",
    "\u030c": "check", "\u0338": "not", "\u0342": "tilde", "\u20d7": "vec",
}  # fmt: skip

# Commands of text: ``{\ss}``.
TEXT = {
    "ß": "ss", "ẞ": "SS", "æ": "ae", "Æ": "AE", "œ": "oe", "Œ": "OE", "ø": "o", "Ø": "O",
    "ł": "l", "Ł": "L", "ı": "i", "ȷ": "j", "å": "aa", "Å": "AA", "đ": "dj", "Đ": "DJ",
    "ð": "dh", "Ð": "DH", "þ": "th", "Þ": "TH", "ŋ": "ng", "Ŋ": "NG",
    "§": "textsection", "¶": "textparagraph", "©": "textcopyright", "®": "textregistered",
    "™": "texttrademark", "℠": "textservicemark", "℗": "textcircledP", "№": "textnumero",
    "℮": "textestimated", "℞": "textrecipe", "°": "textdegree", "µ": "textmu",
    "℧": "textmho", "†": "textdagger", "‡": "textdaggerdbl",
    "•": "textbullet", "◦": "textopenbullet", "·": "textperiodcentered",
    "‖": "textbardbl", "¦": "textbrokenbar", "※": "textreferencemark",
    "…": "textellipsis", "¡": "textexclamdown", "¿": "textquestiondown",
    "«": "guillemotleft", "»": "guillemotright", "‹": "guilsinglleft",
    "›": "guilsinglright", "„": "quotedblbase", "‚": "quotesinglbase",
    "£": "textsterling", "€": "texteuro", "¥": "textyen", "¢": "textcent",
    "ƒ": "textflorin", "¤": "textcurrency", "₩": "textwon", "₤": "textlira",
    "₦": "textnaira", "₫": "textdong", "₡": "textcolonmonetary", "₱": "textpeso",
    "‰": "textperthousand", "‱": "textpertenthousand",
    "½": "textonehalf", "¼": "textonequarter", "¾": "textthreequarters",
    "¹": "textonesuperior", "²": "texttwosuperior", "³": "textthreesuperior",
    "ª": "textordfeminine", "º": "textordmasculine",
    "´": "textasciiacute", "¨": "textasciidieresis", "¯": "textasciimacron",
    "˘": "textasciibreve", "ˇ": "textasciicaron", "ˆ": "textasciicircum",
    "˜": "textasciitilde", "⁎": "textasteriskcentered", "♪": "textmusicalnote",
    "◯": "textbigcircle", "␢": "textblank", "␣": "textvisiblespace",
    "⁄": "textfractionsolidus", "±": "textpm", "×": "texttimes", "÷": "textdiv",
    "¬": "textlnot", "←": "textleftarrow", "↑": "textuparrow", "→": "textrightarrow",
    "↓": "textdownarrow", "⟨": "textlangle", "⟩": "textrangle", "〈": "textlangle",
    "〉": "textrangle", "℃": "textcelsius", "⁒": "textdiscount", "‽": "textinterrobang",
    # Spaces; those thinner than the thin space are set as one, and braces keep the
    # comma of \, from parting a name.
    "\u2002": "enspace", "\u2003": "quad", "\u3000": "quad", "\u2000": "enspace",
    "\u2001": "quad", "\u2009": ",", "\u2004": ",", "\u2005": ",", "\u2006": ",",
    "\u2008": ",", "\u200a": ",", "\u202f": ",", "\u205f": ",",
}  # fmt: skip

# Greek letters that look Latin, which stand in Latin words, too (Mrόzek): Latin letters in
# braces, so that BibTeX does not lower them.
LIKE_LATIN = dict(zip("ΑΒΕΖΗΙΚΜΝΟΡΤΧο", "ABEZHIKMNOPTXo", strict=True))

# Symbols of mathematics: ``{$\alpha$}``. Of several with one command, the first is read back.
MATH = {
    "α": r"\alpha", "β": r"\beta", "γ": r"\gamma", "δ": r"\delta", "ε": r"\varepsilon",
    "ζ": r"\zeta", "η": r"\eta", "θ": r"\theta", "ι": r"\iota", "κ": r"\kappa",
    "λ": r"\lambda", "μ": r"\mu", "ν": r"\nu", "ξ": r"\xi", "π": r"\pi",
    "ρ": r"\rho", "σ": r"\sigma", "ς": r"\varsigma", "τ": r"\tau", "υ": r"\upsilon",
    "φ": r"\varphi", "χ": r"\chi", "ψ": r"\psi", "ω": r"\omega", "ϵ": r"\epsilon",
    "ϑ": r"\vartheta", "ϕ": r"\phi", "ϖ": r"\varpi", "ϱ": r"\varrho",
    "Γ": r"\Gamma", "Δ": r"\Delta", "Θ": r"\Theta", "Λ": r"\Lambda", "Ξ": r"\Xi", "Π": r"\Pi",
    "Σ": r"\Sigma", "Υ": r"\Upsilon", "Φ": r"\Phi", "Ψ": r"\Psi", "Ω": r"\Omega",
    "−": "-", "∓": r"\mp", "∗": r"\ast", "⋅": r"\cdot", "∙": r"\bullet", "∘": r"\circ",
    "∕": "/", "∖": r"\setminus", "⋆": r"\star", "√": r"\surd", "∞": r"\infty",
    "∝": r"\propto", "∂": r"\partial", "∆": r"\Delta", "∇": r"\nabla", "∑": r"\sum",
    "∏": r"\prod", "∐": r"\coprod", "∫": r"\int", "∮": r"\oint",
    "∬": r"\int\!\int",
    "≤": r"\leq", "≥": r"\geq", "≦": r"\leq", "≧": r"\geq", "⩽": r"\leq", "⩾": r"\geq",
    "≪": r"\ll", "≫": r"\gg", "≠": r"\neq", "≡": r"\equiv", "≢": r"\not\equiv",
    "≈": r"\approx", "≉": r"\not\approx", "≃": r"\simeq", "≅": r"\cong",
    "∼": r"\sim", "∽": r"\sim", "≁": r"\not\sim", "≍": r"\asymp", "≐": r"\doteq",
    "≮": r"\not<", "≯": r"\not>", "≰": r"\not\leq", "≱": r"\not\geq",
    "≲": r"\stackrel{<}{\sim}", "≳": r"\stackrel{>}{\sim}", "≺": r"\prec",
    "≻": r"\succ", "∈": r"\in", "∉": r"\notin", "∋": r"\ni", "⊂": r"\subset",
    "⊃": r"\supset", "⊆": r"\subseteq", "⊇": r"\supseteq", "∪": r"\cup", "∩": r"\cap",
    "∅": r"\emptyset", "⌀": r"\emptyset", "∀": r"\forall", "∃": r"\exists",
    "∧": r"\wedge", "∨": r"\vee", "⊕": r"\oplus", "⊖": r"\ominus", "⊗": r"\otimes",
    "⊘": r"\oslash", "⊙": r"\odot", "⊢": r"\vdash", "⊣": r"\dashv", "⊤": r"\top",
    "⊥": r"\bot", "⟂": r"\perp", "∥": r"\parallel", "∣": r"\mid", "∠": r"\angle",
    "∴": r"\ldotp\raise.8ex\hbox{.}\ldotp", "∶": ":", "⋯": r"\cdots", "⋮": r"\vdots",
    "⋱": r"\ddots", "′": r"^{\prime}", "″": r"^{\prime\prime}",
    "‴": r"^{\prime\prime\prime}", "ℓ": r"\ell", "ℏ": r"\hbar",
    "℘": r"\wp", "ℜ": r"\Re", "ℑ": r"\Im", "ℵ": r"\aleph",
    "↔": r"\leftrightarrow", "↕": r"\updownarrow", "⇐": r"\Leftarrow",
    "⇒": r"\Rightarrow", "⇑": r"\Uparrow", "⇓": r"\Downarrow",
    "⇔": r"\Leftrightarrow", "⟵": r"\longleftarrow", "⟶": r"\longrightarrow",
    "⟷": r"\longleftrightarrow", "↗": r"\nearrow", "↘": r"\searrow", "↙": r"\swarrow",
    "↖": r"\nwarrow", "↦": r"\mapsto", "⇌": r"\rightleftharpoons",
    "⌈": r"\lceil", "⌉": r"\rceil", "⌊": r"\lfloor", "⌋": r"\rfloor",
    "♠": r"\spadesuit", "♡": r"\heartsuit", "♥": r"\heartsuit", "♢": r"\diamondsuit",
    "♦": r"\diamondsuit", "♣": r"\clubsuit", "♭": r"\flat", "♮": r"\natural",
    "♯": r"\sharp", "△": r"\triangle", "▽": r"\bigtriangledown", "◇": r"\diamond",
    "◊": r"\diamond", "★": r"\star", "☆": r"\star", "○": r"\circ",
    "■": r"\rule{.6em}{.6em}", "∎": r"\rule{.6em}{.6em}", "▪": r"\rule{.4em}{.4em}",
}  # fmt: skip

# Spelt out as they stand.
SPELT = {
    "\u00a0": "~", "\u2007": "~", "\u00ad": r"\-", "\u2028": " ", "\u2029": " ",
    "\u200b": "{}", "\u200c": "{}", "\u200d": "{}", "\u2060": "{}", "\ufeff": "{}",
    "\u200e": "{}", "\u200f": "{}", "\u202a": "{}", "\u202b": "{}", "\u202c": "{}",
    "\u202d": "{}", "\u202e": "{}", "\u2066": "{}", "\u2067": "{}", "\u2068": "{}",
    "\u2069": "{}", "\u115f": "{}", "\u034f": "{}", "\ufe0e": "{}", "\ufe0f": "{}",
    "‐": "-", "‑": "-", "–": "--", "—": "---", "‒": "--", "―": "---", "‘": "`", "’": "'", "“": "``", "”": "''",
    "\ufffd": "?", "ʹ": r"{$^{\prime}$}", "ʼ": "'", "ʻ": "`", "ʿ": "`", "ʾ": "'", "‛": "`",
    "˙": r"\.{}",
    # The long forms keep biber from reading these as accents of what follows.
    "˝": r"{{\csname\detokenize{H}\endcsname{}}}", "¸": r"\csname\detokenize{c}\endcsname{}",
    "˛": r"\csname\detokenize{k}\endcsname{}",
    "ħ": r"{$\hbar$}", "Å": r"{\AA}", "ŀ": r"l{\textperiodcentered}",
}  # fmt: skip

# What a document loads for letters that pdfLaTeX does not know. The last encoding of fontenc is the
# document's, and has to have the letters; textalpha changes it for each.
PACKAGES = (
    ("[ƠơƯưẠ-ỹ]", r"\usepackage[T1,T5]{fontenc}"),
    ("[\u0400-\u045f\u0490-\u04ff]", r"\usepackage[T1,T2A]{fontenc}"),
    ("[\u0370-\u03ff\u1f00-\u1fff]", r"\usepackage{textalpha}"),
)
