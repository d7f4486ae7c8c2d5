"""Tags of HTML and JATS that mean what CSL's inline markup has a tag for."""

from __future__ import annotations

SYNONYMS = {"em": "i", "italic": "i", "strong": "b", "bold": "b"}
