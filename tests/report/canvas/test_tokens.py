"""Every text can be read on every ground that it stands on, and every line that carries meaning be seen.

Contrast as WCAG 2.2 defines it: 4.5 to 1 for text, 3 to 1 for lines.
"""

import pytest

from cxkit.report.canvas.tokens import DASHES, THEMES


def luminance(colour):
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return sum(share * part for share, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def contrast(one, other):
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("name", ["light", "dark"])
def test_contrast(name):
    theme = THEMES[name]
    grounds = (
        theme.page, theme.surface, theme.critical_tint, theme.customer_half, theme.provider_half,
    )  # fmt: skip
    for ground in grounds:
        for ink in (theme.ink, theme.ink2, theme.ink3):
            assert contrast(ink, ground) >= 4.5, (ink, ground)
    for ground in (theme.page, theme.surface, theme.critical_tint):
        assert contrast(theme.critical, ground) >= 4.5
        assert contrast(theme.line, ground) >= 3
        for persona in theme.personas:
            assert contrast(persona, ground) >= 4.5
    assert contrast(theme.customer_ink, theme.customer_half) >= 4.5
    assert contrast(theme.provider_ink, theme.provider_half) >= 4.5
    assert all(contrast(theme.page, persona) >= 4.5 for persona in theme.personas)


def test_every_persona_has_a_dash_of_its_own():
    assert len(set(DASHES)) == len(DASHES) >= len(THEMES["light"].personas)
