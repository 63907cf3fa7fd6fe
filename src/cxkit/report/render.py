"""Jinja environments, one a format: documents from templates, where nothing but a template makes markup.

Whatever a template prints is escaped for its format on the way out; a name that is not there is an
error. What is printed is prepared by `views`, `rules` and `messages`, and for pages by `canvas.html_*`.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from cxkit import escape
from cxkit.locale import Texts

if TYPE_CHECKING:
    from jinja2 import Environment
    from markupsafe import Markup


class MarkdownText(str):
    """Text that is Markdown already and is not escaped again."""

    __slots__ = ()


def render(template: str, texts: Texts, **values: object) -> str:
    """Render a template of this package, ``NAME.md``, in the language of ``texts``.

    In the template ``_`` and ``ngettext`` translate; the values they are given are escaped.
    """

    def gettext(message: str, **parts: object) -> MarkdownText:
        return MarkdownText(texts.gettext(message, **_escaped(parts)))

    def ngettext(one: str, many: str, number: int, **parts: object) -> MarkdownText:
        return MarkdownText(texts.ngettext(one, many, number, **_escaped(parts)))

    page = environment().get_template(template)
    return page.render(_=gettext, ngettext=ngettext, texts=texts, **values)


@cache
def environment() -> Environment:
    """Return the environment for Markdown."""
    import jinja2

    return jinja2.Environment(
        loader=jinja2.PackageLoader("cxkit.report"),
        undefined=jinja2.StrictUndefined,
        autoescape=False,  # that would be HTML's; `finalize` escapes for Markdown
        finalize=_markdown,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )


def render_html(template: str, texts: Texts, **values: object) -> str:
    """Render a template of this package, ``NAME.html``, in the language of ``texts``.

    In the template ``_`` translates, as in Markdown; `Markup` is not escaped again.
    """
    from markupsafe import Markup, escape

    def gettext(message: str, **parts: object) -> Markup:
        safe = {name: str(escape(_html(part))) for name, part in parts.items()}
        return Markup(texts.gettext(message, **safe))

    return html_environment().get_template(template).render(_=gettext, texts=texts, **values)


@cache
def html_environment() -> Environment:
    """Return the environment for pages."""
    import jinja2

    return jinja2.Environment(
        loader=jinja2.PackageLoader("cxkit.report"),
        undefined=jinja2.StrictUndefined,
        autoescape=True,
        finalize=_html,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )


def _html(value: object) -> object:
    """Clear a value of signs that act; it is escaped after this, unless it is markup."""
    import jinja2
    from markupsafe import Markup

    if isinstance(value, Markup | jinja2.Undefined):
        return value
    if value is None:
        message = "a template prints a value that is not there"
        raise TypeError(message)
    return escape.plain(str(value))


def _escaped(parts: dict[str, object]) -> dict[str, str]:
    return {name: _markdown(part) for name, part in parts.items()}


def _markdown(value: object) -> str:
    import jinja2

    if isinstance(value, MarkdownText):
        return str(value)
    if isinstance(value, jinja2.Undefined):
        return str(value)  # raises
    if value is None:
        message = "a template prints a value that is not there"
        raise TypeError(message)
    return escape.markdown(str(value))
