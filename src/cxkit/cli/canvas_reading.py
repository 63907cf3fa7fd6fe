"""Reading the canvas that a command names, with its kind and the canvases beside it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from cxkit.cli import console
from cxkit.cli.languages import Language, report_language

if TYPE_CHECKING:
    from cxkit.canvas.load import Kinds
    from cxkit.canvas.part import CanvasDocument
    from cxkit.canvas.workspace import Workspace
    from cxkit.checks.configuration import Settings
    from cxkit.documents.loader import Loaded
    from cxkit.report.canvas.view import View


def settings_for(file: str) -> Settings:
    """Return the settings that hold for a file; raises CommandError or Refused for a broken configuration."""
    from cxkit.checks.configuration import Configurations
    from cxkit.documents.diagnostics import Refused

    configurations = Configurations()
    settings = configurations.settings_for(file)
    if configurations.unreadable:
        raise console.CommandError(configurations.unreadable[0])
    if configurations.diagnostics:
        raise Refused(configurations.diagnostics)
    return settings


def kinds_for(file: str, named: Sequence[Path] = ()) -> Kinds:
    """Return the kinds known to a file: cxkit's, those of its configuration, and those of ``named`` files.

    Raises UnreadableFile and Refused.
    """
    from cxkit.canvas.load import OURS, Kinds

    settings = settings_for(file)
    files = [*(str(Path(settings.folder, kind)) for kind in settings.kinds), *map(str, named)]
    return Kinds.of(dict.fromkeys(files)) if files else OURS


def loaded_canvas(file: str, *, kinds: Kinds) -> Loaded[CanvasDocument]:
    """Read a canvas; raises Refused with all that is wrong in it, and UnreadableFile."""
    from cxkit.canvas.load import load_canvas

    loaded = load_canvas(file, kinds=kinds)
    loaded.or_refuse()
    return loaded


def workspace_of(file: str, *, kinds: Kinds) -> Workspace:
    """Return the canvases of the file's folder (or of the one that a `cxkit.toml` declares), lazily read."""
    from cxkit.canvas.workspace import Workspace
    from cxkit.checks.walk import targets
    from cxkit.checks.workspace import root_of

    root, _ = root_of(file)
    return Workspace((one.file for one in targets([root]).files), kinds=kinds)


def read_view(
    file: str, language: Language | None = None, named: Sequence[Path] = ()
) -> View[CanvasDocument]:
    """Read a canvas as it is to be shown; the language is the canvas's own unless one is asked for.

    Raises UnreadableFile and Refused.
    """
    from cxkit.locale.texts import Texts
    from cxkit.report.canvas.view import View

    kinds = kinds_for(file, named)
    canvas, _ = loaded_canvas(file, kinds=kinds).or_refuse()
    texts = Texts(report_language(language, canvas.language or ""))
    return View(canvas, kinds.kind(canvas.kind), texts, workspace_of(file, kinds=kinds))
