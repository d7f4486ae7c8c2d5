"""Compile an area's layout: which module compiles which element."""

from __future__ import annotations

from .context import Render
from .elements.choose import compile_choose
from .elements.date import compile_date
from .elements.group import compile_group
from .elements.label import compile_label
from .elements.names import compile_names
from .elements.number import compile_number
from .elements.text import compile_text
from .environment import Compiler, Env
from .locale import Locale
from .style import Style

_COMPILERS: dict[str, Compiler] = {
    "text": compile_text,
    "names": compile_names,
    "date": compile_date,
    "number": compile_number,
    "label": compile_label,
    "group": compile_group,
    "choose": compile_choose,
}


def area_environment(style: Style, locale: Locale, area: str) -> Env:
    """Return the environment to compile an area of ``style`` in."""
    return Env(style, locale, area, _COMPILERS)


def layout_parts(env: Env) -> list[Render]:
    """Return the closures of the elements directly inside an area's ``cs:layout``."""
    root = env.style.bibliography if env.area == "bibliography" else env.style.citation
    layout = root.child("layout") if root else None
    return env.compile_all(layout.children) if layout else []
