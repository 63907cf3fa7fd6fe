"""Colours and sizes that every picture of a canvas takes its looks from, in a light and a dark theme."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

ThemeName = Literal["light", "dark"]


@dataclass(frozen=True, slots=True)
class Theme:
    """Colours as ``#RRGGBB``.

    Inks have at least 4.5:1 on `page`, `surface` and `critical_tint`; lines that carry meaning at least 3:1.
    """

    page: str
    surface: str
    ink: str
    ink2: str
    ink3: str
    hair: str
    line: str
    critical: str
    critical_tint: str
    customer_half: str
    customer_ink: str
    provider_half: str
    provider_ink: str
    personas: tuple[str, ...]


THEMES: dict[ThemeName, Theme] = {
    "light": Theme(
        page="#FFFFFF",
        surface="#F5F6F8",
        ink="#12171D",
        ink2="#434C57",
        ink3="#5F6975",
        hair="#DFE3E8",
        line="#7F8A96",
        critical="#A3195B",
        critical_tint="#FBF1F5",
        customer_half="#EAF2FA",
        customer_ink="#17508A",
        provider_half="#F6F1E7",
        provider_ink="#6E4F0C",
        personas=("#1B5E9E", "#B04E08", "#6A4A9C", "#0B6B60", "#434C57"),
    ),
    "dark": Theme(
        page="#11151A",
        surface="#1A2027",
        ink="#E9EDF1",
        ink2="#B4BEC9",
        ink3="#98A3AF",
        hair="#2B333C",
        line="#7A8591",
        critical="#FF8FBC",
        critical_tint="#251820",
        customer_half="#15273A",
        customer_ink="#9CC6F5",
        provider_half="#2A2417",
        provider_ink="#E3C27A",
        personas=("#86B8F2", "#F2A65F", "#C3A6EE", "#6CCFC0", "#B4BEC9"),
    ),
}

DASHES = ("", "6 4", "1.5 4", "10 4 2 4", "14 5")
"""How the curve of each persona is dashed, in their order; a sixth persona begins again."""

MARGIN = 48
"""Free space around a sheet, in pixels."""
