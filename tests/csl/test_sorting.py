"""Sort keys: the later ones order only what ties by the earlier ones."""

from __future__ import annotations

from medcite.csl.context import NO_CITE, Context
from medcite.csl.sorting import SortKey, sorted_by


def _key(name: str, asked: list[str], *, descending: bool = False) -> SortKey:
    def text(ctx: Context) -> str:
        asked.append(name)
        return str(ctx.item.get(name, ""))

    return SortKey(text, descending, {})


def _order(items: list[dict[str, str]], *keys: SortKey) -> list[int]:
    entries = [(item, NO_CITE, 0) for item in items]
    return sorted_by(keys, entries, lambda ctx: None, "en")


def test_ties_follow_the_next_key_and_empty_keys_come_last() -> None:
    items = [{"a": "x", "b": "1"}, {"b": "4"}, {"a": "x", "b": "2"}, {"a": "w"}, {"b": "3"}]
    keys = _key("a", []), _key("b", [], descending=True)
    assert _order(items, *keys) == [3, 2, 0, 1, 4]


def test_entries_that_tie_by_all_keys_stay_as_they_were() -> None:
    items = [{"a": "x"}, {"a": "w"}, {"a": "x"}, {"a": "w"}]
    assert _order(items, _key("a", [], descending=True), _key("b", [])) == [0, 2, 1, 3]


def test_a_later_key_is_made_only_for_ties() -> None:
    asked: list[str] = []
    _order([{"a": "x"}, {"a": "w"}, {"a": "x"}], _key("a", asked), _key("b", asked))
    assert asked == ["a", "a", "a", "b", "b"]
