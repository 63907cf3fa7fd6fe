import io
import subprocess
import sys
from datetime import date
from decimal import Decimal

import pytest
from tests.documents.sample import HEAD, Leaf, Tree, Twig, said, tree

from cxkit.documents.base import Text
from cxkit.documents.diagnostics import Refused, Span
from cxkit.documents.events import parse
from cxkit.documents.known_keys import known_keys
from cxkit.documents.loader import kind_problem, load, load_text, validate, version_problem
from cxkit.documents.wording import MOST_HINTS


def test_a_whole_document():
    loaded = tree(
        "title: {fi: Puu}\nid: oak\nplanted: 2020-01-31\nevergreen: true\nheight: 1.10\ncolumn: [a, b]\n"
        "twigs:\n- id: a\n  twigs: [{id: b}]\nbands: {1: 40, 5: {percent: 90}}\ncolour: red\ngrade: 3\n"
    )
    model, document = loaded.or_refuse()
    assert loaded.diagnostics == ()
    assert loaded.text == document.text
    assert model.title == Text((("fi", "Puu"),))
    assert model.planted == date(2020, 1, 31)
    assert str(model.height) == "1.10"
    assert model.column == ("a", "b")
    assert model.twigs[0].twigs == (Twig(id="b"),)
    assert model.bands == {"1": Decimal(40), "5": Leaf(percent=Decimal(90))}
    assert (model.colour, model.grade, model.kind, model.version) == ("red", "3", "course", 1)


def test_a_file_and_a_stream_are_read_alike(tmp_path):
    file = tmp_path / "t.yaml"
    file.write_text(HEAD)
    assert (
        load(str(file), Tree).model
        == load("-", Tree, stream=io.BytesIO(HEAD.encode())).model
        == tree("").model
    )


def test_what_cannot_be_decoded_is_a_finding():
    loaded = load("-", Tree, stream=io.BytesIO(b"\xff"))
    assert [str(found.code) for found in loaded.diagnostics] == ["CX013"]
    with pytest.raises(Refused) as refused:
        loaded.or_refuse()
    assert refused.value.diagnostics == loaded.diagnostics


def test_reading_errors_come_before_any_look_at_the_model():
    loaded = tree("id: a\nid: b\nunknown: 1\n")
    assert [(str(found.code), found.document) for found in loaded.diagnostics] == [("CX003", "a")]
    assert loaded.model is None
    assert loaded.document is not None
    broken = tree("a: [")
    assert broken.document is None
    assert broken.text == HEAD + "a: ["


@pytest.mark.parametrize(
    ("head", "code", "place", "message", "hint"),
    [
        ("version: 1", "CX020", (1, 1), "`kind` is missing", "`kind: course`"),
        (
            "id: a\nKnid: course",
            "CX020",
            (2, 1),
            "`kind` is missing",
            "Write `kind` in place of `Knid`.",
        ),
        ("kind:\nversion: 1", "CX020", (1, 1), "`kind` is missing", "`kind: course`"),
        ("kind: Course\nversion: 1", "CX021", (1, 7), "`Course` is not a kind", "Did you mean `course`?"),
        (
            "kind: Deployment\nversion: 1",
            "CX021",
            (1, 7),
            "`Deployment` is not a kind",
            "A course file has `kind: course`",
        ),
        ("kind: 5\nversion: 1", "CX021", (1, 7), "`5` is not a kind", "A course file has"),
        ("kind: [course]\nversion: 1", "CX021", (1, 7), "a list is not a kind", "A course file has"),
        (
            "kind: journey\nversion: 1",
            "CX022",
            (1, 7),
            "This is a customer journey (`journey`)",
            "`kind: course`",
        ),
        (
            "kind: exceptions\nversion: 1",
            "CX022",
            (1, 7),
            "and a course file is wanted here",
            "`kind: course`",
        ),
        ("kind: course", "CX023", (1, 1), "`version` is missing", "`version: 1`"),
        ("kind: course\nversion: 2", "CX024", (2, 10), "`version` 2 is newer", "Update cxkit."),
        ("kind: course\nversion: 0", "CX025", (2, 10), "not `0`", "is 1"),
        ("kind: course\nversion: true", "CX025", (2, 10), "not `true`", "is 1"),
        ("kind: course\nversion: '1'", "CX025", (2, 10), "not `1`", "is 1"),
        ("kind: course\nversion: 1.0", "CX025", (2, 10), "not `1.0`", "is 1"),
    ],
)
def test_kind_and_version_come_first_and_alone(head, code, place, message, hint):
    (found,) = load_text(head + "\nrubbish: 1\n", Tree, file="f").diagnostics
    assert found.span is not None
    assert (found.code, (found.span.line, found.span.column)) == (code, place)
    assert message in found.message
    assert hint in (found.hint or "")


def test_any_kind_of_ours_will_do_where_none_is_wanted():
    document, _ = parse("kind: journey\nversion: 1\n", "f")
    assert document is not None
    assert kind_problem(document) is None
    assert version_problem(document) is None
    assert validate(document, Tree).model is None


@pytest.mark.parametrize(
    ("body", "code", "place", "message", "hint"),
    [
        ("hieght: 5", "CX030", (1, 1), "`hieght` is not a key that is known here", "Did you mean `height`?"),
        ("xyzzy: 5", "CX030", (1, 1), "`xyzzy` is not a key", "Possible here: kind, version, title, id"),
        ("twigs: [{id: a, idd: b}]", "CX030", (1, 17), "`idd`", "Did you mean `id`?"),
        ("twigs: [{id: a, qqq: b}]", "CX030", (1, 17), "`qqq`", "Possible here: id, twigs, low, high."),
        ("twigs: [{id: a, low: 1,5}]", "CX030", (1, 24), "`5`", "write a decimal point"),
        ("bands: {1: {percent: 5, exams: 5}}", "CX030", (1, 25), "`exams`", "Did you mean `exam`?"),
        ("either: {percent: 5, percnt: 5}", "CX030", (1, 22), "`percnt`", "Did you mean `percent`?"),
        ("bands: {1: {exam: 5}}", "CX031", (1, 12), "`percent` is missing in `1`", "Add `percent: …`."),
        ("twigs:\n- id: a\n- low: 1\n", "CX031", (3, 3), "`id` is missing in entry 2 of `twigs`", "Add"),
        ("bands:\n  1:\n    exam: 5", "CX031", (3, 5), "`percent` is missing in `1`", "Add"),
        ("twigs: [{low: 1}]", "CX031", (1, 9), "`id` is missing in entry 1 of `twigs`", "Add"),
        ("twigs: [{}]", "CX031", (1, 9), "`id` is missing in entry 1 of `twigs`", "Add"),
        ("name: 5", "CX032", (1, 7), "`name` must be a text, not `5`", "quotes"),
        ("name: true", "CX032", (1, 7), "`name` must be a text, not `true`", "quotes"),
        ("name: []", "CX032", (1, 7), "`name` must be a text, not a list", None),
        ("twigs: {}", "CX032", (1, 8), "`twigs` must be a list, not a mapping", "dash"),
        ("twigs: [a]", "CX032", (1, 9), "Entry 1 of `twigs` must be a mapping", "{id: …, twigs: …, low: …}"),
        ("bands: 5", "CX032", (1, 8), "`bands` must be a mapping of keys to values, not `5`", "`{key: …}`"),
        ("bands: x", "CX032", (1, 8), "`bands` must be a mapping of keys to values, not `x`", "`{key: …}`"),
        ("roots: [5]", "CX032", (1, 8), "`roots` must be a mapping of keys", "as in `{a: 40, b: 70}`."),
        ("bands: {1: 40%}", "CX032", (1, 12), "`1` must be a percent or conditions", "the number: 40."),
        ("bands: {1: '40'}", "CX032", (1, 12), 'conditions, not the text `"40"`', "Leave out the quotes."),
        ("height: '5'", "CX033", (1, 9), '`height` must be a number, not the text `"5"`', "the quotes."),
        ("rings: '5'", "CX033", (1, 8), 'must be a whole number, not the text `"5"`', "the quotes."),
        ("twigs: [{id: Tea, cake}]", "CX030", (1, 19), "`cake`", 'put them in quotes, `"Tea, cake"`.'),
        ("twigs: [{id: Tea, cake: }]", "CX030", (1, 19), "`cake`", "Possible here"),
        ("twigs: [{id: 'Tea', cake}]", "CX030", (1, 21), "`cake`", "Possible here"),
        ("twigs: [{low: 5, cake, id: a, high: 6}]", "CX030", (1, 18), "`cake`", "Possible here"),
        ("twigs: [{cake, id: a}]", "CX030", (1, 10), "`cake`", "Possible here"),
        ("bands:\n  1:40\n  2:55", "CX032", (2, 3), "not `1:40 2:55`", "a space after each colon: `1: 40`."),
        ("column: 5", "CX032", (1, 9), "`column` must be a name or a list, not `5`", None),
        ("column: [a, 5]", "CX032", (1, 13), "Entry 2 of `column` must be a text, not `5`", "quotes"),
        ("bands: {1: }", "CX032", (1, 9), "`1` must be a percent or conditions, not nothing", "plain"),
        ("bands: {1: 49,5}", "CX032", (1, 15), "`5`", "`49,5` is one number, write a decimal point: 49.5."),
        ("bands: {1: -49, 05}", "CX032", (1, 17), "`05`", "write a decimal point: -49.05."),
        ("bands: {1: {percent: 4,25}}", "CX030", (1, 24), "`25`", "write a decimal point: 4.25."),
        ("roots: {a: 12,5}", "CX033", (1, 15), "`5` must be a number, not nothing", "a decimal point: 12.5."),
        ("roots: {a: 12, 5: }", "CX033", (1, 16), "`5` must be a number, not nothing", "plain decimal"),
        ("roots: {1=50}", "CX033", (1, 9), "`1=50` must be", "a space between key and value: `1: 50`."),
        ("roots: {1 = 50}", "CX033", (1, 9), "`1 = 50` must be", "between key and value: `1: 50`."),
        ("roots: {1 50}", "CX033", (1, 9), "`1 50` must be", "between key and value: `1: 50`."),
        ("roots: {1-50}", "CX033", (1, 9), "`1-50` must be", "between key and value: `1: 50`."),
        ("bands: {a-b}", "CX032", (1, 9), "`a-b` must be", "Write a plain decimal"),
        ("bands: 1=50, 2=60", "CX032", (1, 8), "not `1=50, 2=60`", "between key and value: `1: 50`."),
        ("bands: =50", "CX032", (1, 8), "not `=50`", "`{key: …}`"),
        ("twigs: [{id: a, low=5}]", "CX030", (1, 17), "`low=5`", "between key and value: `low: 5`."),
        ("twigs: [{id: a, low 5}]", "CX030", (1, 17), "`low 5`", "between key and value: `low: 5`."),
        ("twigs: [{id: a, low b: 5}]", "CX030", (1, 17), "`low b`", "Did you mean `low`?"),
        ("twigs: [{id: a, 5: 5}]", "CX030", (1, 17), "`5`", "If it belongs to a number"),
        ("bands: {1: true}", "CX032", (1, 12), "`1` must be a percent or conditions, not `true`", "plain"),
        ("either: no", "CX032", (1, 9), "`either` must be true, false or a leaf, not `no`", None),
        ("bands: {1: {percent: x}}", "CX033", (1, 22), "`percent` must be a number, not `x`", "plain"),
        ("rings: 1.5", "CX033", (1, 8), "`rings` must be a whole number, not `1.5`", None),
        ("rings: true", "CX033", (1, 8), "`rings` must be a whole number, not `true`", None),
        ("evergreen: no", "CX034", (1, 12), "`evergreen` must be true or false, not `no`", "yes, no"),
        ("evergreen: 1", "CX034", (1, 12), "`evergreen` must be true or false, not `1`", "Write true"),
        ("evergreen:", "CX034", (1, 1), "`evergreen` must be true or false, not nothing", "Write"),
        ("planted: 2026-02-30", "CX035", (1, 10), "`planted` is not a day of the calendar", "month"),
        ("watered: 25:00", "CX036", (1, 10), "`watered` must be a time of day", "hours"),
        ("mark: percnt", "CX037", (1, 7), "one of `points`, `percent`, not `percnt`", "`percent`?"),
        ("mark: percnt", "CX037", (1, 7), "not `percnt`", "Write one of `points`, `percent`."),
        ("mark: 5", "CX037", (1, 7), "one of `points`, `percent`, not `5`", "Write one of `points`"),
        ("colour: green", "CX037", (1, 9), "one of `red`, `blue`, not `green`", "one of `red`, `blue`."),
        ("share: 0", "CX037", (1, 8), "`share` must be above 0, not `0`", None),
        ("share: 10", "CX037", (1, 8), "`share` must be below 10, not `10`", None),
        ("rings: -1", "CX037", (1, 8), "`rings` must be at least 0, not `-1`", None),
        ("rings: 1000000000", "CX037", (1, 8), "`rings` must be at most 999999999", None),
        ("few: []", "CX037", (1, 6), "`few` must have at least 1 entries", None),
        ("few: [1, 2, 3]", "CX037", (1, 6), "`few` must have at most 2 entries", None),
        ("short: a", "CX037", (1, 8), "`short` must have at least 2 characters", None),
        ("short: abcd", "CX037", (1, 8), "`short` must have at most 3 characters", None),
        ("bands: {longer: 5}", "CX037", (1, 9), "`longer` must have at most 3 characters", None),
        ("code: b", "CX037", (1, 7), "`code` cannot be `b`", None),
        ("id: CON", "CX038", (1, 5), "`id` cannot be used as an id: `CON` is the name", "letters"),
        ("id: '{key}/'", "CX038", (1, 5), "it could not be part of a file name: `{key}/`", ""),
        ("twigs: [{id: a, low: 9}]", "CX199", (1, 9), "`high` must be above `low`", "Raise it."),
        ("twigs: [{id: a, low: 7, high: 1}]", "CX199", (1, 25), "`high` must be above `low`", "Raise it."),
        ("name: a\nid: b", "CX037", (-1, 1), "The document has both a name and an id", None),
        ("twigs: [{id: a, low: 5, high: 6}]", "CX037", (1, 9), "Five is not liked", None),
    ],
)  # fmt: skip
def test_one_good_message_at_the_right_place(body, code, place, message, hint):
    ((found_code, line, column, found_message, found_hint),) = said(body)
    assert (found_code, (line, column)) == (code, place)
    assert message in found_message
    assert (hint or "") in (found_hint or "")
    assert (hint is None) == (found_hint is None)


def test_what_is_no_model_has_no_keys():
    assert known_keys(Tree, ("name", "x")) == known_keys(Tree, ("nothing",)) == ()


def test_findings_come_in_the_order_of_the_file_with_the_id_of_the_document():
    loaded = tree("id: oak\nevergreen: no\nxyz: 1\ntwigs: [{}]\n")
    lines = [found.span.line for found in loaded.diagnostics if found.span]
    assert lines == [4, 5, 6]
    assert {found.document for found in loaded.diagnostics} == {"oak"}


def test_thousands_of_unknown_keys_are_all_named_but_not_all_compared():
    loaded = tree("".join(f"heigh{number}: 1\n" for number in range(MOST_HINTS + 50)))
    assert len(loaded.diagnostics) == MOST_HINTS + 50
    assert sum(found.hint is not None for found in loaded.diagnostics) == MOST_HINTS


def test_no_message_shows_what_is_behind():
    for body in ("name: 5", "few: x", "code: b", "twigs: 5", "share: x"):
        (found,) = said(body)
        for word in ("pydantic", "Input should", "http", "\0"):
            assert word not in found[3] + (found[4] or "")


def test_an_entry_that_is_left_empty_is_placed_where_it_would_be():
    loaded = tree("twigs:\n-\n")
    assert loaded.diagnostics[0].span == Span(4, 2, 4, 2)


def test_reading_documents_loads_nothing_heavy():
    heavy = ["polars", "jinja2", "babel", "rich", "typer"]
    program = f"import sys, cxkit.documents.loader; print([m for m in {heavy} if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
