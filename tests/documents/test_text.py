import pytest
from tests.documents.sample import said, tree

from cxkit.documents.base import Text


def _title(body: str) -> Text:
    model = tree(body).model
    assert model is not None
    assert model.title is not None
    return model.title


def test_a_plain_text_is_the_same_in_every_language():
    title = _title("title: Kurssi\n")
    assert title == Text.plain("Kurssi")
    assert title.languages == ()
    assert title.get("sv") == str(title) == "Kurssi"


def test_the_wanted_language_the_fallbacks_english_and_any_come_in_this_order():
    title = _title("title: {fi: suomi, sv: svenska, en: English}\n")
    assert title.languages == ("fi", "sv", "en")
    assert title.get("sv", "fi") == "svenska"
    assert title.get("de", "fi") == "suomi"
    assert title.get("de") == "English"
    assert _title("title: {fi: suomi}\n").get("de", "sv") == str(_title("title: {fi: suomi}")) == "suomi"


def test_a_text_may_be_given_to_a_model_as_it_is():
    model = tree("").model
    assert model is not None
    again = type(model).model_validate({"kind": "course", "version": 1, "title": Text.plain("x")})
    assert again.title == Text.plain("x")


@pytest.mark.parametrize(
    ("body", "code", "column", "words"),
    [
        ("title: 5", "CX032", 8, "`title` must be a text, not `5`"),
        ("title: []", "CX032", 8, "`title` must be a text, not a list"),
        ("title: {}", "CX032", 8, "`title` must be a text, not a mapping"),
        ("title: ''", "CX039", 8, "`title` is an empty text"),
        ("title: {fi: a, en: ' '}", "CX039", 20, "`en` is an empty text"),
        ("title: {fi: a, en: }", "CX032", 16, "`en` must be a text, not nothing"),
        ("title: {fi: true}", "CX032", 13, "`fi` must be a text, not `true`"),
        ("title: {suomi: a}", "CX039", 9, "`suomi` is not a language code"),
        ("title: {fi: Koe, essee}", "CX039", 18, "`essee` is not a language code"),
    ],
)
def test_what_is_wrong_with_a_text(body, code, column, words):
    assert [found[:4] for found in said(body)] == [(code, 1, column, words)]


def test_a_comma_that_cut_a_text_is_what_a_language_without_a_text_hints_at():
    assert "A comma ends a text" in (said("title: {fi: Koe, essee}")[0][4] or "")
    assert "A comma ends a text" in (said("title: {title: Koe, essee}")[0][4] or "")
    assert "for each language" in (said("title: {fi: Koe, essee: Essay}")[0][4] or "")
