"""What a condition says of a record, and how a wrong one is told."""

from __future__ import annotations

import pytest
from medcite.model.record import Record
from medcite.model.values import Abstract, Date, Heading, Keyword, Name, PartialDate, Qualifier
from medcite.query.errors import QueryError
from medcite.query.fields import FIELDS, described
from medcite.query.grammar import MOST_NESTED, parse

RECORD = Record(
    title="Effects of <i>β</i>-blockers in Heart Failure: COVID-19",
    original_title="Der Einfluß von Betablockern",
    other_abstracts=(Abstract("Naïve patients.", "fre"),),
    author=(Name("Müller", "Anna Maria", short="Müller AM"), Name(literal="The Heart Group")),
    container_title="The Journal of biological chemistry",
    container_title_short="J Biol Chem",
    publication_types=("Journal Article", "Randomized Controlled Trial"),
    mesh=(Heading("Humans"), Heading("Heart Failure", True, (Qualifier("drug therapy"),))),
    keywords=(Keyword("beta blockers"),),
    language=("ger",),
    publisher_place="Germany",
    volume="12 Suppl 2",
    issued=Date(PartialDate(2015, 3)),
    doi="10.1016/S0140-6736(07)61602-X",
    pmid="123",
    pmcid="PMC77",
)

TRUE = """\
year = 2015
year:2015
year >= 2015 and year < 2016
year != 2014
date > 2014-12-31
date = 2015
issued:2015-03
issued <= 2015/03
title:"heart failure"
title:HEART
title:covid-19
title:effect*
title:einfluss
title:"effects of β blockers"
abstract:naive
has abstract
abstract
not has editor
author:muller
author:"muller am"
author:"Anna Maria Müller"
author:"heart group"
journal = "j biol chem"
journal:biological
type:"randomized controlled trial"
type = article-journal
mesh:humans
mesh:"Heart Failure/drug therapy"
majr:"heart failure"
keyword:'beta blockers'
text:betablockern
language:German
language = de
language:ger
country:germany
volume >= 12
doi = 10.1016/s0140-6736(07)61602-x
doi:"https://doi.org/10.1016/S0140-6736(07)61602-X"
pmid:"PMID: 123"
pmid = 0123
pmcid:77
pmcid = pmc77
retracted = no
not retracted
TITLE:heart AND Publication-Types:trial
title:rats or title:heart
(title:rats or title:heart) and not (year < 2000 or year > 2020)
not title:rats and year = 2015
"""
FALSE = """\
year > 2015
year:2014
has doi and has editor
title:hear
title:"failure heart"
title = heart
title:heart and title:rats or year:1999
mesh:failure and majr:humans
date > 2015
date > 2015-03
retracted
retracted = yes
preprint
language:English
translated
edition != "" and edition
volume > 12
doi = 10.1016/S0140-6736
"""


@pytest.mark.parametrize("text", TRUE.splitlines())
def test_true(text: str) -> None:
    assert parse(text)(RECORD)


@pytest.mark.parametrize("text", [line for line in FALSE.splitlines() if '!= ""' not in line])
def test_false(text: str) -> None:
    assert not parse(text)(RECORD)


# The condition, where it is wrong, and what is said.
WRONG = [
    ("", "", "expected a field"),
    ("   ", "", "expected a field"),
    ("yaer > 2000", "yaer", "unknown field 'yaer'; did you mean year?"),
    ("year > abc", "abc", "expected a number behind `year >`"),
    ("date < March", "March", "expected a date such as 2015 or 2015-03-31"),
    ("year >", "", "expected a value behind `year`"),
    ("year 2015", "2015", "expected `and`, `or` or the end; several words of a value need quotes"),
    ("title:heart attack", "attack", "expected `and`, `or`"),
    ('title:"heart', '"heart', "expected the end of this quote"),
    ("(year = 2000", "", "expected `)` for the bracket at character 1"),
    ("year = 2000)", ")", "expected `and`, `or`"),
    ("year = 2000 and", "", "expected a field"),
    ("or year", "or", "unknown field 'or'"),
    ("title < x", "x", "`<` compares numbers and dates"),
    ('title:"..."', '"..."', "expected a word behind `title :`"),
    ("retracted = maybe", "maybe", "expected `retracted` alone"),
    ("retracted < yes", "yes", "expected `retracted` alone"),
    ("(" * (MOST_NESTED + 2) + "year", "(" + "year", "nested too deeply"),
]


@pytest.mark.parametrize(("text", "place", "message"), WRONG)
def test_a_wrong_condition_is_told_with_its_place(text: str, place: str, message: str) -> None:
    with pytest.raises(QueryError) as caught:
        parse(text)
    error = caught.value
    assert message in str(error)
    assert text[error.start : error.end] == place
    line, carets = error.marked
    assert line == text.rstrip()
    assert carets == " " * error.start + "^" * max(len(place), 1)


def test_every_attribute_is_a_field_and_every_field_is_explained() -> None:
    assert set(Record.names) <= set(FIELDS)
    assert [field.name for field in described() if not field.doc] == []


@pytest.mark.parametrize("name", list(FIELDS))
def test_every_field_can_be_asked_for(name: str) -> None:
    empty, full = Record(type=""), RECORD
    assert isinstance(parse(f"has {name}")(full), bool)
    assert not parse(name)(empty)
    kind = FIELDS[name].kind
    value = {"flag": "yes", "number": "1999", "date": "1999"}.get(kind, "zzz")
    assert not parse(f"{name} = {value}")(full)
    assert parse(f"{name} != {value}")(empty)
