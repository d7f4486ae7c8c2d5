"""A plot of the results as SVG: bars of the times, as multiples of medcite's, on a log scale.

The names of programs that do less of a job say so behind a comma (``Job``).
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from html import escape

from .job import OURS
from .results import Result

_LEAST, _MOST = 0.05, 100.0
_ROW, _LEFT, _WIDTH = 18, 330, 420
_STYLE = """
  text { font: 12px system-ui, sans-serif; fill: #1f2328 }
  .job { font-weight: 600 } .axis { fill: #59636e }
  .slower { fill: #2f81f7 } .faster { fill: #d1742f } .less { fill: #9198a1 }
  line { stroke: #8b949e }
  @media (prefers-color-scheme: dark) { text { fill: #e6edf3 } .axis { fill: #9198a1 } }
"""


def svg(results: Iterable[Result]) -> str:
    """Return a plot of the jobs that a peer does, too."""
    shown = [result for result in results if len(result.costs) > 1]
    bars, height = [], _ROW * 2
    for result in shown:
        peers = [
            (name, times) for name in result.costs if name != OURS and (times := result.times(name))
        ]
        bars.append(_text(0, height, result.title, "job"))
        for name, times in peers:
            height += _ROW
            bars += _bar(height, name, times)
        height += _ROW * 2
    title = "Time of other programs, in times of medcite's; gray: those that do less of the job"
    return "\n".join([
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_LEFT + _WIDTH + 70} {height}" '
        f'role="img" aria-label="{escape(title)}">',
        f"<style>{_STYLE}</style>", _text(0, 14, title, "axis"),
        *_axis(height), *bars, "</svg>\n",
    ])  # fmt: skip


def _x(times: float) -> float:
    """Return where a multiple is on the axis."""
    share = math.log(min(max(times, _LEAST), _MOST) / _LEAST) / math.log(_MOST / _LEAST)
    return round(_LEFT + _WIDTH * share, 1)


def _axis(height: int) -> Iterator[str]:
    for times in (0.1, 1, 10, 100):
        x = _x(times)
        width = 1.5 if times == 1 else 0.3
        yield f'<line x1="{x}" x2="{x}" y1="22" y2="{height}" stroke-width="{width}"/>'


def _bar(y: int, name: str, times: float) -> list[str]:
    start, end = sorted((_x(1), _x(times)))
    whole = "slower" if times >= 1 else "faster"
    kind = "less" if "," in name else whole
    width = max(round(end - start, 1), 1)
    bar = f'<rect class="{kind}" x="{start}" y="{y - 10}" width="{width}" height="11"/>'
    return [_text(16, y, name), bar, _text(_x(max(times, 1)) + 5, y, f"{times:.2g}")]


def _text(x: float, y: int, text: str, kind: str = "") -> str:
    attribute = f' class="{kind}"' if kind else ""
    return f'<text x="{x}" y="{y}"{attribute}>{escape(text)}</text>'
