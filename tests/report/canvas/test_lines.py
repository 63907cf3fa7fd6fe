"""Lines hold all of the text, fit their column, and break where a reader would break them."""

from itertools import pairwise, product

import pytest

from cxkit.report.canvas.lines import wrap
from cxkit.report.canvas.measuring import graphemes, right_to_left, width
from cxkit.report.canvas.syllables import breaks

TEXTS = [
    "Lainauskiellosta viesti jo noutoilmoituksessa",
    "Verkkokirjaston hakukone/kirjastojärjestelmä – ylläpito",
    "x" * 300,
    "https://example.invalid/a/very/long/path?with=a&query=that#runs on",
    "图书馆预约图书的客户旅程图书馆预约图书的客户旅程",
    "مرحبا بكم في المكتبة العامة اليوم",
    "👩‍👩‍👧‍👦👍🏽🇫🇮 e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301",
    "kirjasto\u00adkortin tunnus\u00adluvun uusiminen",
    "<script>alert(1)</script> " * 20,
]


@pytest.mark.parametrize(("text", "room", "language"), list(product(TEXTS, (80, 116, 400), ("fi", "en"))))
def test_no_line_is_wider_than_its_room_and_nothing_is_lost(text, room, language):
    lines = wrap(text, 13, room, language=language)
    assert all(width(line, 13) <= room for line in lines)
    written = "".join(text.replace("\u00ad", "").split()).replace("-", "")
    assert "".join("".join(lines).split()).replace("-", "") == written


def test_a_very_short_word_does_not_stand_alone_in_the_last_line():
    text = "Opastus automaatille torstaisin kello 10"
    room = width("Opastus automaatille torstaisin kello", 13) + 2
    assert wrap(text, 13, room) == ["Opastus automaatille torstaisin", "kello 10"]
    assert wrap("Automaatille kello 10", 13, width("Automaatille kello", 13) + 2)[-1] == "10"


@pytest.mark.parametrize("text", TEXTS)
def test_signs_stay_whole(text):
    whole = set(graphemes(text))
    for line in wrap(text, 13, 40):
        assert set(graphemes(line)) <= whole | {"-"}


@pytest.mark.parametrize(
    ("word", "shown"),
    [
        ("tunnistautuminen", "tun-nis-tautuminen"),
        ("lainausautomaatti", "lai-naus-automaatti"),
        ("kirjastot", "kirjastot"),
        ("asiakaspalvelu", "asia-kas-pal-velu"),
        ("CSAT-kysely", "CSAT-kysely"),
        ("ABC123palautus", "ABC123palautus"),
        ("ai", "ai"),
    ],
)
def test_finnish_words_break_between_syllables(word, shown):
    cuts = (0, *breaks(word), len(word))
    syllables = [word[start:end] for start, end in pairwise(cuts)]
    assert all(any(vowel in part for vowel in "aeiouyäö") for part in syllables if word.islower())
    assert "".join(syllables) == word
    assert set(_places(shown, word)) <= set(breaks(word))


@pytest.mark.parametrize(
    "shown",
    [
        "vuo-si-kort-ti-asiak-kaan",
        "vas-taan-ot-to-vah-vis-tus",
        "neu-von-ta-pro-sessi",
        "asia-kas-ko-ke-mus-stra-te-gia",
        "pal-ve-lu-tuotto",
        "asiak-kail-tamme",
    ],
)
def test_a_compound_breaks_where_its_parts_meet_and_nowhere_wrong(shown):
    word = shown.replace("-", "")
    assert breaks(word) == tuple(_places(shown, word))


def _places(shown, word):
    if "-" in word:
        return
    at = 0
    for sign in shown:
        if sign == "-":
            yield at
        else:
            at += 1


def test_the_authors_soft_hyphens_count_and_are_not_shown():
    assert wrap("yhteis\u00adosto", 13, 60, language="fi") == ["yhteis-", "osto"]
    assert wrap("yhteis\u00adosto", 13, 400, language="fi") == ["yhteisosto"]


def test_english_words_stay_whole():
    assert wrap("Reservation notification", 13, 80, language="en") == ["Reservation", "notification"]


def test_directions():
    assert right_to_left("«مرحبا» abc")
    assert not right_to_left("abc مرحبا")
    assert not right_to_left("123")


def test_figures_are_all_as_wide():
    assert len({width(figure, 10) for figure in "0123456789"}) == 1
