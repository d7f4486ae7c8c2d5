"""Styles that call an article ahead of print by a term of CSL, by what their names begin with.

All others that print a status have "ahead of print".
"""

from __future__ import annotations

STATUS_TERMS = {
    # Publication Manual of the American Psychological Association, 7th ed., 10.1
    "apa": "advance-online-publication",
}
