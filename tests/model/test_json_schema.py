"""The JSON Schema of medcite's own JSON lines, made from the model; ``--accept`` rewrites it."""

from __future__ import annotations

import json
from types import UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

import jsonschema
import medcite
import pytest
from medcite.base import attribute_docs
from medcite.model.record import Record
from medcite.model.report import Report

from tests.conftest import ROOT
from tests.golden.test_golden import EVERY

SCHEMA = ROOT / "docs" / "record.schema.json"
SIMPLE = {str: "string", int: "integer", bool: "boolean"}


def schema_of(kind: Any, definitions: dict[str, Any]) -> dict[str, Any]:
    """Return the schema of a type of the model; classes are put among the definitions."""
    if get_origin(kind) in (Union, UnionType):
        kind = next(member for member in get_args(kind) if member is not type(None))
    if kind in SIMPLE:
        return {"type": SIMPLE[kind]}
    if get_origin(kind) is tuple:
        return {"type": "array", "items": schema_of(get_args(kind)[0], definitions)}
    if kind.__name__ not in definitions:
        definitions[kind.__name__] = {}
        definitions[kind.__name__] = object_of(kind, definitions)
    return {"$ref": f"#/$defs/{kind.__name__}"}


def object_of(kind: Any, definitions: dict[str, Any]) -> dict[str, Any]:
    """Return the schema of a class: an object of its attributes."""
    hints = get_type_hints(kind)
    names = getattr(kind, "_fields", None) or kind.names
    properties = {name: schema_of(hints[name], definitions) for name in names}
    return {"type": "object", "properties": properties, "additionalProperties": False}


def record_schema() -> dict[str, Any]:
    """Return the schema of a line of medcite's JSON lines."""
    definitions: dict[str, Any] = {}
    record = object_of(Record, definitions)
    docs = attribute_docs.attribute_docs(Record)
    for name, schema in record["properties"].items():
        if name in docs:
            schema["description"] = " ".join(docs[name].split())
    version = {"type": "integer", "description": "The version of the format."}
    record["properties"] = {"medcite": version, **record["properties"]}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A record of medcite, as `medcite convert --to jsonl` writes it",
        **record,
        "required": ["medcite"],
        "$defs": definitions,
    }


def test_the_schema_is_that_of_the_model(accept: bool) -> None:
    text = json.dumps(record_schema(), indent=1, ensure_ascii=False) + "\n"
    if accept:
        SCHEMA.write_text(text, "utf-8")
    assert SCHEMA.read_text("utf-8") == text


@pytest.mark.parametrize("path", EVERY, ids=lambda path: path.parent.name)
def test_what_is_written_is_valid(path: Any) -> None:
    validator = jsonschema.Draft202012Validator(json.loads(SCHEMA.read_text("utf-8")))
    text = medcite.write(medcite.read(path, report=Report()), "jsonl", report=Report())
    for line in text.splitlines():
        validator.validate(json.loads(line))
