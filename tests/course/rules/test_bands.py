import pytest
from tests.course.marked import found, judge, noticed

GOOD = "bands: {1: 40, 3: 70, 5: 90}\n"
CUSTOM = "scale: {grades: [F, C, B, A]}\n"


@pytest.mark.parametrize(
    ("code", "bad", "good"),
    [
        ("CX130", "bands: {1: 70, 3: §40, 5: 90}\n", "bands: {5: 90, 1: 40, 3: 70}\n"),
        ("CX130", "bands: {1: 40, 3: §40}\n", "bands: {1: 40, 3: 40.000001}\n"),
        (
            "CX130",
            "routes: [{id: r, bands: {1: 50, 2: §49}}]\n",
            "routes: [{id: r, bands: {1: 49, 2: 50}}]\n",
        ),
        ("CX131", "bands: {1: §-1, 5: 90}\n", "bands: {1: 0, 5: 90}\n"),
        ("CX131", "bands: {1: 40, 5: §100.01}\n", "bands: {1: 40, 5: 100}\n"),
        ("CX131", "grade_worth: {5: §101}\n", "grade_worth: {5: 100}\n"),
        ("CX132", "bands: {1: 40, §6: 90}\n", GOOD),
        ("CX132", "scale: pass-fail\nbands: {§1: 50}\n", "scale: pass-fail\nbands: {pass: 50}\n"),
        ("CX132", f"{CUSTOM}bands: {{C: 50, §D: 60}}\n", f"{CUSTOM}bands: {{c: 50, B: 60}}\n"),
        ("CX132", "grade_worth: {§X: 50}\n", "grade_worth: {4: 80}\n"),
        ("CX133", "bands: {§0: 0, 1: 40}\n", "bands: {1: 40}\n"),
        ("CX133", "scale: H-5\nbands: {§H: 0, 1: 40}\n", "scale: H-5\nbands: {1: 40}\n"),
        ("CX134", "§bands: {}\n", GOOD),
        ("CX134", "routes: [{id: r, §bands: {}}]\n", "routes: [{id: r}]\n"),
        ("CX135", "scale: {grades: §[F]}\nbands: {}\n", "scale: {grades: [F, P]}\nbands: {P: 50}\n"),
        ("CX135", "scale: {grades: [F, A, §a]}\nbands: {A: 50}\n", f"{CUSTOM}bands: {{A: 50}}\n"),
        ("CX135", 'scale: {grades: [F, §" ", A]}\nbands: {A: 50}\n', f"{CUSTOM}bands: {{A: 50}}\n"),
        ("CX136", "bands: {1: 40, §1.0: 40}\n", "bands: {1: 40}\n"),
        ("CX136", "grade_worth: {1: 40, §1.0: 40}\n", "grade_worth: {1: 40}\n"),
        ("CX137", "grade_worth: {3: §30}\n", "grade_worth: {3: 40}\n"),
        ("CX137", "grade_worth: {0: §50}\n", "grade_worth: {0: 40}\n"),
        ("CX137", "grade_worth: {1: 50, 3: §49}\n", "grade_worth: {1: 50, 3: 50}\n"),
        ("CX138", "rounding: {to: §0, mode: floor}\n", "rounding: {to: 0.5, mode: floor}\n"),
        ("CX138", "rounding: {to: §-1, mode: ceil}\n", "rounding: {to: 1, mode: ceil}\n"),
    ],
)
def test_scale_and_bands(code, bad, good):
    judge(code, bad, good, beside=["CX134"] if code == "CX135" else [])


def test_advice_on_bands_fits_the_scale():
    for scale, advice in (
        ("[F]", "Give the scale its grades first, then the limits at which they begin."),
        ("[F, P]", "Give the percent at which P begins."),
        ("[F, E, A]", "Give the lower limits of E, A, or of some of them."),
    ):
        (hint,) = (
            finding.hint
            for finding in found(f"scale: {{grades: {scale}}}\nbands: {{}}\n")
            if finding.code == "CX134"
        )
        assert hint == advice


def test_conditions_are_on_components():
    findings = judge(
        "CX139",
        "bands: {1: 40, 3: {percent: 70, §exm: 60}}\n",
        "bands: {1: 40, 3: {percent: 70, exam: 60}}\n",
        beside=["CX190"],
    )
    assert findings[0].hint == "Did you mean `exam`?"


def test_conditions_in_a_route_are_on_its_components():
    own = "routes:\n  - id: r\n    components: [{id: demo, weight: 100, max: 5}]\n"
    judge(
        "CX139",
        own + "    bands: {1: {percent: 50, §exam: 60}}\n",
        own + "    bands: {1: {percent: 50, demo: 60}}\n",
        beside=["CX190"],
    )


def test_conditions_are_percents():
    judge(
        "CX131",
        "bands: {1: {percent: §140, exam: §-6}}\n",
        "bands: {1: {percent: 40, exam: 6}}\n",
        beside=["CX190"],
    )


def test_worth_must_not_fall_with_the_bands_of_a_route():
    judge(
        "CX137",
        "grade_worth: {5: §95}\nroutes: [{id: r, bands: {4: 97}}]\n",
        "grade_worth: {5: 97}\nroutes: [{id: r, bands: {4: 97}}]\n",
    )


def test_hints_name_the_grades():
    (finding,) = found("scale: pass-fail\nbands: {hyväksytty: 50}\n")
    assert finding.hint == "On the scale pass-fail the bands are {pass: 50}, with the limit you want."
    (finding,) = found("grade_worth: {6: 50}\n")
    assert finding.hint == "The grades are 0, 1, 2, 3, 4, 5."


def test_a_long_scale_is_not_listed_in_full():
    grades = ", ".join(f"g{number}" for number in range(20))
    (finding,) = found(f"scale: {{grades: [{grades}]}}\nbands: {{g1: 50, X: 60}}\n")
    assert finding.hint is not None
    assert finding.hint.startswith("Give the lower limits of g1, g2, ")
    assert "g12 and 7 more, or of some of them." in finding.hint


def test_a_worth_that_falls_with_several_bands_is_said_once():
    body = "grade_worth: {3: 30}\nroutes: [{id: r, bands: {1: 45}}]\n"
    assert [finding.code for finding in found(body)] == ["CX137"]


ROUTE = "route_column: R\nroutes: [{id: r, %s}]\n"
STEPS = "rounding: {to: 0.5, mode: floor}\n"


@pytest.mark.parametrize(
    ("code", "bad", "good"),
    [
        ("CX126", "§bands: {2: 40, 5: 90}\n", "bands: {1: 40, 5: 90}\n"),
        ("CX126", f"{CUSTOM}§bands: {{B: 50, A: 90}}\n", f"{CUSTOM}bands: {{C: 50, A: 90}}\n"),
        ("CX126", ROUTE % "§bands: {3: 40, 5: 90}", ROUTE % "bands: {1: 30, 5: 90}"),
        ("CX127", "§bands: {1: 40, 4: 90}\n", "bands: {1: 40, 5.0: 90}\n"),
        ("CX127", f"{CUSTOM}§bands: {{C: 50, B: 90}}\n", "scale: pass-fail\nbands: {pass: 50}\n"),
        ("CX128", "bands: {1: §0, 5: 90}\n", "bands: {1: 0.000001, 5: 90}\n"),
        ("CX128", ROUTE % "bands: {1: §0, 5: 90}", ROUTE % "bands: {1: 30, 5: 90}"),
        ("CX129", STEPS + "bands: {1: 40, 5: §89.9}\n", STEPS + "bands: {1: 40.5, 5: 89}\n"),
        (
            "CX129",
            STEPS + ROUTE % "bands: {1: §40.25, 5: 90}",
            STEPS + ROUTE % "bands: {1: 40.5, 5: 90}",
        ),
    ],
)
def test_what_is_noticed_about_bands(code, bad, good):
    judge(code, bad, good)


def test_a_gate_can_fail_where_the_bands_cannot():
    gate = "components: [{id: exam, weight: 100, max: 10, pass_mark: 40}]\n"
    assert noticed("bands: {1: 0, 5: 90}\n" + gate) == []


def test_nothing_more_is_noticed_where_bands_or_rounding_are_wrong():
    assert noticed("bands: {}\n") == []
    assert noticed("bands: {X: 50}\n") == []
    assert noticed("scale: {grades: [F]}\nbands: {F: 50}\n") == []
    assert noticed("rounding: {to: 0, mode: floor}\nbands: {1: 40.5, 5: 90}\n") == []
    assert noticed("rounding: {to: 1, mode: floor}\nbands: {1: 40, 5: 100.5}\n") == []
    assert noticed("bands: {1: {percent: 0, exam: 5}, 5: 90}\n") == []
