"""Make the fonts that cxkit ships out of Inter's static OpenType fonts; run by hand, once a release of Inter.

    python tools/shape_fonts.py FOLDER_WITH_INTER_OTF

needs fonttools and brotli, which cxkit itself does without. Writes, into ``src/cxkit/report/fonts``,
for each style a WOFF2 file (for browsers) and an OpenType file (for Typst) with the letters of Latin scripts,
punctuation, arrows and signs, and ``widths.json``: the advance of each character in thousandths of an em.
Figures are the tabular ones, so columns of numbers align.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

TARGET = Path(__file__).parent.parent / "src/cxkit/report/fonts"
STYLES = {"regular": "Inter-Regular.otf", "semibold": "Inter-SemiBold.otf", "italic": "Inter-Italic.otf"}
RANGES = (
    (0x20, 0x7E),
    (0xA0, 0x17F),
    (0x218, 0x21B),
    (0x1E9E, 0x1E9E),
    (0x2010, 0x2027),
    (0x202F, 0x203A),
    (0x20AC, 0x20AC),
    (0x2116, 0x2122),
    (0x2190, 0x2199),
    (0x2212, 0x2212),
    (0x2248, 0x2248),
    (0x2260, 0x2265),
)


def main(folder: Path) -> None:
    """Write the fonts and the table of widths."""
    wanted = {point for first, last in RANGES for point in range(first, last + 1)}
    widths = {}
    for style, name in STYLES.items():
        font = TTFont(folder / name)
        _use_tabular_figures(font)
        _keep(font, wanted)
        font.flavor = None
        font.save(TARGET / f"inter-{style}.otf")
        font.flavor = "woff2"
        font.save(TARGET / f"inter-{style}.woff2")
        widths[style] = _widths(font)
    text = json.dumps(widths, ensure_ascii=True, indent=0, sort_keys=True)
    (TARGET / "widths.json").write_text(text + "\n", encoding="utf-8")


def _use_tabular_figures(font: TTFont) -> None:
    substitutions = font["GSUB"].table
    lookups = {
        lookup
        for record in substitutions.FeatureList.FeatureRecord
        if record.FeatureTag == "tnum"
        for lookup in record.Feature.LookupListIndex
    }
    mapping: dict[str, str] = {}
    for index in sorted(lookups):
        for table in substitutions.LookupList.Lookup[index].SubTable:
            mapping |= getattr(table, "ExtSubTable", table).mapping
    for table in font["cmap"].tables:
        for point in range(0x30, 0x3A):
            if table.cmap.get(point) in mapping:
                table.cmap[point] = mapping[table.cmap[point]]


def _keep(font: TTFont, points: set[int]) -> None:
    options = Options()
    options.layout_features = ["kern", "mark", "mkmk", "ccmp"]
    options.hinting = False
    options.name_IDs = ["*"]
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=points)
    subsetter.subset(font)
    font["head"].modified = font["head"].created


def _widths(font: TTFont) -> dict[str, str]:
    """Return the characters of each advance: far shorter than an advance for each character."""
    em = font["head"].unitsPerEm
    found: dict[str, list[str]] = {}
    for point, glyph in sorted(font.getBestCmap().items()):
        advance = -(-font["hmtx"][glyph][0] * 1000 // em)
        found.setdefault(f"{advance:04d}", []).append(chr(point))
    return {advance: "".join(characters) for advance, characters in found.items()}


if __name__ == "__main__":
    main(Path(sys.argv[1]))
