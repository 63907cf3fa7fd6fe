"""Texts become markup that is escaped, marked with its language, and breaks at Finnish syllables."""

import pytest

from cxkit.documents.base import Text
from cxkit.report.canvas.html_text import Wording, alternative, hyphenated
from cxkit.report.canvas.outline_parts import Said

FINNISH = Wording("fi", "fi")
BOTH = Text((("fi", "Nouto"), ("en", "Collection")))


def test_markup_in_a_text_is_escaped_and_control_signs_are_gone():
    assert FINNISH.write(Text.plain("<b>&\x1b[31m\u202e x")) == "&lt;b&gt;&amp; x"
    assert FINNISH.write(None) == ""


@pytest.mark.parametrize(
    ("shown", "own", "text", "written"),
    [
        ("fi", "fi", BOTH, "Nouto"),
        ("en", "fi", BOTH, "Collection"),
        ("en", "fi", Text.plain("Nouto"), '<span lang="fi">Nouto</span>'),
        ("en", "en", Text((("fi", "Nouto"),)), '<span lang="fi">Nouto</span>'),
        ("fi", "sv", Text((("de", "Abholung"), ("sv", "Hämtning"))), '<span lang="sv">Hämtning</span>'),
        ("fi", "", Text.plain("Nouto"), "Nouto"),
        ("fi", "fi", Text((("ar", "مرحبا"),)), '<span lang="ar" dir="rtl">مرحبا</span>'),
        ("fi", "fi", Text.plain("مرحبا"), '<span dir="rtl">مرحبا</span>'),
    ],
)
def test_a_text_is_in_a_language(shown, own, text, written):
    assert Wording(shown, own).write(text) == written


def test_what_an_outline_says_keeps_its_language():
    assert FINNISH.say(Said("Collection", "en")) == '<span lang="en">Collection</span>'
    assert FINNISH.say("Nouto & palautus") == "Nouto &amp; palautus"
    assert FINNISH.say(FINNISH.say("<")) == "&lt;"


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("24 000 euroa", "24\xa0000 euroa"),
        ("1 240 000", "1\xa0240\xa0000"),
        ("51 % (n = 26)", "51\xa0% (n\xa0=\xa026)"),
        ("klo 6–23, Aino – Veikko", "klo 6–\u206023, Aino – Veikko"),
        ("vuonna 2026 12 kirjastoa, n = x", "vuonna 2026 12 kirjastoa, n = x"),
    ],
)
def test_no_line_breaks_inside_of_a_figure(said, kept):
    assert Wording("en", "en").mark(said) == kept


def test_names_that_are_read_from_the_right_keep_to_themselves_in_a_sentence():
    names = ["ليلى", "ليلى حسن", "Aino", ""]
    said = "ليلى حسن −2, Aino +1 & ليلى 0"
    assert FINNISH.among(said, names) == "<bdi>ليلى حسن</bdi> −2, Aino +1 &amp; <bdi>ليلى</bdi> 0"
    assert FINNISH.among("Aino <2>", names) == "Aino &lt;2&gt;"
    assert alternative(said, names) == "\u2068ليلى حسن\u2069 −2, Aino +1 &amp; \u2068ليلى\u2069 0"
    assert alternative('<"', ["<"]) == "&lt;&#34;"


def test_finnish_words_break_at_syllables():
    assert hyphenated("kohtaamispisteen luona", "fi") == "koh\xadtaa\xadmis\xadpis\xadteen luona"
    assert hyphenated("kohtaamispisteen", "en") == "kohtaamispisteen"
    assert hyphenated("aamu\xadpalaverissa", "fi") == "aamu\xadpalaverissa"


def test_in_a_title_only_the_longest_words_break():
    assert "\xad" not in FINNISH.title(Text.plain("Kohtaamispiste"))
    assert "\xad" in FINNISH.title(Text.plain("Asiakaskokemussuunnitelma"))
