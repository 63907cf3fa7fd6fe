"""`cxkit.report.render`: strict, and escaping whatever a template prints."""

from __future__ import annotations

from pathlib import Path

import jinja2
import pytest
from markupsafe import Markup

from cxkit.locale import Texts
from cxkit.report import render as module
from cxkit.report.render import MarkdownText, environment, html_environment, render, render_html


@pytest.fixture
def templates(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Let templates come from a folder."""
    mine = environment().overlay(loader=jinja2.FileSystemLoader(tmp_path))
    monkeypatch.setattr(module, "environment", lambda: mine)
    return tmp_path


def rendered(folder: Path, template: str, **values: object) -> str:
    (folder / "page.md").write_text(template, encoding="utf-8")
    return render("page.md", Texts("fi"), **values)


def test_values_are_escaped_and_markdown_is_not(templates: Path) -> None:
    assert rendered(templates, "**{{ x }}** {{ 3 }}", x="*a*") == r"**\*a\*** 3"
    assert rendered(templates, "{{ x }}", x=MarkdownText("*a*")) == "*a*"


def test_values_inside_texts_are_escaped(templates: Path) -> None:
    assert rendered(templates, "{{ _('grade {grade}', grade=x) }}", x="*") == r"arvosana \*"
    template = "{{ ngettext('{titles} does not count towards the percent.', "
    template += "'{titles} do not count towards the percent.', 1, titles=x) }}"
    assert rendered(templates, template, x="a|b") == r"Ei vaikuta prosenttiin: a\|b."


def test_a_name_that_is_not_there_is_an_error(templates: Path) -> None:
    with pytest.raises(jinja2.UndefinedError, match="'nothing' is undefined"):
        rendered(templates, "{{ nothing }}")


def test_none_is_an_error(templates: Path) -> None:
    with pytest.raises(TypeError, match="a value that is not there"):
        rendered(templates, "{{ x }}", x=None)


class TestHtml:
    @pytest.fixture
    def page(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
        mine = html_environment().overlay(loader=jinja2.FileSystemLoader(tmp_path))
        monkeypatch.setattr(module, "html_environment", lambda: mine)
        return tmp_path / "page.html"

    def rendered(self, page: Path, template: str, **values: object) -> str:
        page.write_text(template, encoding="utf-8")
        return render_html("page.html", Texts("fi"), **values)

    def test_values_are_escaped_and_markup_is_not(self, page: Path) -> None:
        assert self.rendered(page, "<p>{{ x }}</p>", x="<b>\x1b[1m&") == "<p>&lt;b&gt;&amp;</p>"
        assert self.rendered(page, "{{ x }} {{ 3 }}", x=Markup("<b>")) == "<b> 3"

    def test_values_inside_texts_are_escaped(self, page: Path) -> None:
        assert self.rendered(page, "{{ _('grade {grade}', grade=x) }}", x="<") == "arvosana &lt;"
        assert self.rendered(page, "{{ _('grade {grade}', grade=x) }}", x=Markup("<i>")) == "arvosana <i>"

    def test_what_is_not_there_is_an_error(self, page: Path) -> None:
        with pytest.raises(jinja2.UndefinedError, match="'nothing' is undefined"):
            self.rendered(page, "{{ nothing }}")
        with pytest.raises(TypeError, match="a value that is not there"):
            self.rendered(page, "{{ x }}", x=None)


def test_the_environment_is_one() -> None:
    assert environment() is environment()
