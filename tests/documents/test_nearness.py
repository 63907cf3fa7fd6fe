import pytest
import yaml

from cxkit.documents.kinds import WHAT_KINDS_ARE, is_ours, kind_in, nearest_kind, seems_ours, slip_for_kind
from cxkit.documents.nearness import did_you_mean, either, listed, nearest, nearest_first


def test_the_nearest_word_keeps_its_own_case():
    assert nearest("WIEGHT", ["Weight", "title"]) == "Weight"
    assert did_you_mean("wieght", ["weight"]) == "Did you mean `weight`?"


def test_nothing_like_it_gives_no_hint():
    assert nearest("colour", ["weight", "title"]) is None
    assert did_you_mean("colour", []) is None


def test_words_too_long_to_compare_are_left_alone():
    assert nearest("x" * 100, ["x" * 100]) is None
    assert nearest("x" * 70, ["x" * 100]) is None


def test_texts_are_joined_as_a_choice():
    assert [either(texts) for texts in (["a"], ["a", "b"], ["a", "b", "c"])] == ["a", "a or b", "a, b or c"]


def test_what_is_at_all_like_a_word_is_listed_first():
    assert nearest_first("wait", ["id", "title", "Weight"]) == ["Weight", "id", "title"]
    assert nearest_first("zz", ["id", "title"]) == ["id", "title"]
    assert nearest_first("x", ["a", "x" * 100]) == ["a", "x" * 100]


def test_a_long_list_is_cut_short():
    assert listed(["a", "b"], 2) == "a, b"
    assert listed(["a", "b", "c"], 2) == "a, b and 1 more"


@pytest.mark.parametrize("word", ["Course", "cuorse", "course", "courses"])
def test_a_kind_that_is_nearly_ours(word):
    assert nearest_kind(word) == "course"


@pytest.mark.parametrize(
    "word", ["Service", "Secret", "Route", "Role", "Deployment", "ConfigMap", "Node", "Job"]
)
def test_kinds_of_other_programs_are_not_nearly_ours(word):
    assert nearest_kind(word) is None


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("kind: course\nversion: 1\n", "course"),
        ("# c\n'kind':  \"course\"  # x\n", "course"),
        ("{kind: course, version: 1}", "course"),
        ("a:\n  kind: course\n", None),
        ("kind:\n", None),
        ("kindness: 1\nkind: [\n", "["),
        ("# c\rversion: 1\rkind: course\r", "course"),
        ("%YAML 1.2\n---\nkind: course\n", "course"),
        ("  version: 1\n  kind: course\n", "course"),
        ('{\n  "version": 1,\n  "kind":"course"}', "course"),
        ("kind:\n  course\n", "course"),
        ("kind:course\n", None),
        ("", None),
    ],
)
def test_the_kind_is_seen_even_where_the_text_is_broken(text, kind):
    assert kind_in(text) == kind


@pytest.mark.parametrize(
    ("text", "ours"),
    [
        ("kind: course", True),
        ("knid: course", True),
        ("{Kind: course}", True),
        ("Kind: Service", False),
        ("mind: course", False),
        ("kid: course", True),
        ("ding: course", False),
        ("bands: 1\ncomponents: 2", True),
        ("bands: 1", False),
        ("a:\n  bands: 1\n  components: 2", False),
        ("kind: 3\nKind: [course]", False),
    ],
)
def test_what_seems_ours_is_ours_when_it_is_read(text, ours):
    assert seems_ours(text) == ours
    assert is_ours(yaml.safe_load(text)) == ours


def test_a_slip_for_the_key_itself():
    assert slip_for_kind({"id": "course", "Knid": "Course"}) == "Knid"
    assert slip_for_kind({"knid": "other", "kin": 3}) is None


def test_every_kind_has_a_name_for_messages():
    assert "course" in WHAT_KINDS_ARE
    assert all(name.startswith("a") for name in WHAT_KINDS_ARE.values())
