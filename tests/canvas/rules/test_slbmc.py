"""Service logic business model canvases: one persona, both halves."""

from __future__ import annotations

from tests.canvas.rules.marked import judge, said, silent

from cxkit.canvas.rules.smallest import SMALLEST, slbmc_with

HEAD = "kind: slbmc\nversion: 1\nid: s\ntitle: S\nlanguage: en\n"
WHOLE = slbmc_with()


def test_a_canvas_is_for_one_persona() -> None:
    [found] = said(f"{HEAD}{WHOLE}")
    assert (found.code, found.span and (found.span.line, found.span.column)) == ("CX428", (1, 1))
    assert [one.code for one in said(f"{HEAD}persona:\n{WHOLE}")] == ["CX300"]
    assert said(SMALLEST["slbmc"]) == []


def test_every_block_has_both_halves() -> None:
    bad = slbmc_with(mobilizing=None, interaction="{§customer: []}", key_partners="{provider: Town}")
    bad = bad.replace("  interaction: {§customer", "  §interaction: {customer")
    bad = bad.replace("key_partners", "§key_partners").replace("customer_world", "§customer_world")
    mobilizing, interaction, partners = judge("CX429", "slbmc", bad, WHOLE)
    assert mobilizing.message == (
        "The block `Mobilizing resources and partners` has no customer's half or provider's half"
    )
    assert interaction.hint == "Add `customer` and `provider` to `interaction`."
    assert partners.message == "The block `Key partners` has no customer's half"


def test_what_is_left_to_be_filled_is_not_judged() -> None:
    for good in ("blocks:\n", slbmc_with(mobilizing=""), slbmc_with(mobilizing="{customer: , provider: a}")):
        silent("slbmc", good, beside=("CX300",))


def test_without_blocks_each_is_missed() -> None:
    head = SMALLEST["slbmc"].partition("blocks:")[0]
    assert [one.code for one in said(head)] == ["CX429"] * 9
