"""`cxkit schema`: what editors need to know about a kind of file, as a JSON Schema."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Annotated

import typer

from cxkit.cli import console
from cxkit.cli.suggestions import kinds
from cxkit.escape import terminal


def schema(
    kind: Annotated[
        str | None,
        typer.Argument(
            metavar="KIND",
            help="The kind of file, such as course.",
            show_default=False,
            autocompletion=kinds,
        ),
    ] = None,
    all_: Annotated[
        Path | None,
        typer.Option("--all", metavar="DIR", help="Write the schemas of all kinds into a folder."),
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="Replace files that exist.")] = False,
) -> None:
    """Print the JSON Schema of a kind of file, for editors.

    Examples:

    \b
      cxkit schema course > course.schema.json
      cxkit schema --all schemas
    """
    if (kind is None) == (all_ is None):
        raise console.CommandError("Give either a kind of file, such as course, or --all with a folder.")
    if all_ is not None:
        _write_all(all_, force=force)
        return
    from cxkit.checks.models import MODELS
    from cxkit.documents.kinds import WHAT_KINDS_ARE
    from cxkit.documents.nearness import did_you_mean
    from cxkit.documents.schema import schema_text

    model = MODELS.get(kind or "")
    if model is None:
        nearly = None if kind in WHAT_KINDS_ARE else did_you_mean(kind or "", MODELS)
        hint = nearly or f"The schemas of this version are: {', '.join(MODELS)}."
        raise console.CommandError(f"There is no schema for the kind `{kind}`. {hint}")
    console.out_document(io.BytesIO(schema_text(model).encode()))


def _write_all(folder: Path, *, force: bool) -> None:
    from cxkit.checks.models import MODELS
    from cxkit.documents.schema import schema_text
    from cxkit.files import write_all
    from cxkit.files.targets import unwritable

    try:
        folder.mkdir(exist_ok=True)
    except OSError as error:
        raise unwritable(folder, error) from error
    texts: dict[str | Path, bytes] = {
        folder / f"{kind}.schema.json": schema_text(model).encode() for kind, model in MODELS.items()
    }
    write_all(texts, force=force)
    console.out(terminal(f"Written: {', '.join(str(file) for file in texts)}."))
