"""A project's own face: the default theme in another colour, font or density."""

from __future__ import annotations

from pathlib import Path

from newsgen.errors import TemplateError
from newsgen.model.site import Face, Font

STYLESHEET = "assets/style.css"
# The grounds on which the accent stands, in the light and in the dark; the theme's style sheet has the same.
PAPER = {"light": "#fcfaf5", "dark": "#15181b"}
_LEAST_CONTRAST = 5.5

_FONTS: dict[Font, tuple[str, ...]] = {
    "naskh": ("naskh-400", "naskh-700", "sans-400"),
    "sans": ("sans-400",),
    "system": (),
}
_FACES: dict[Font, str] = {
    "naskh": "",
    "sans": "--reading:var(--interface);--body:1.1875rem;--leading:1.8;",
    "system": "--reading:var(--system);--interface:var(--system);--body:1.1875rem;--leading:1.8;",
}


def fonts(face: Face) -> tuple[str, ...]:
    """The font files that every page needs."""
    return _FONTS[face.font]


def dressed(name: str, data: bytes, face: Face) -> bytes:
    """The bytes of the static file `name`; the style sheet ends with what the project wants otherwise."""
    css = _rules(face) if name == STYLESHEET else ""
    return data + css.encode()


def static_bytes(name: str, file: Path, face: Face) -> bytes:
    """What the site has as its static file `name`, which `file` stands behind. Raises TemplateError."""
    try:
        return dressed(name, file.read_bytes(), face)
    except OSError as error:
        hint = "mend its permissions or remove it"
        raise TemplateError(f"cannot read: {error.strerror}", where=file, hint=hint) from error


def _rules(face: Face) -> str:
    always = _FACES[face.font]
    if face.density == "compact":
        always += "--space:.72;"
    light = dark = ""
    if face.accent:
        light = f"--accent:{readable(face.accent, PAPER['light'])};"
        dark = f"--accent:{readable(face.accent, PAPER['dark'])};"
    if not always and not light:
        return ""
    # As the theme itself has it: the dark by the system, unless the reader wants the light, or by the reader.
    rules = [
        f":root{{{always}{light}}}",
        f"@media screen and (prefers-color-scheme:dark){{:root:not([data-look=light]){{{dark}}}}}",
        f"@media screen{{:root[data-look=dark]{{{dark}}}}}",
    ]
    return "\n" + "\n".join(rules if light else rules[:1]) + "\n"


def readable(colour: str, ground: str) -> str:
    """`colour`, mixed with black or white until it has a contrast of 5.5 to `ground`; WCAG 2.2 asks 4.5."""
    pole = 0 if _luminance(_channels(ground)) > 0.18 else 255
    channels = _channels(colour)
    for share in range(101):
        mixed = tuple(round(value + (pole - value) * share / 100) for value in channels)
        shown = "#" + "".join(f"{value:02x}" for value in mixed)
        if contrast(shown, ground) >= _LEAST_CONTRAST:
            break
    return shown


def _channels(colour: str) -> tuple[int, ...]:
    return tuple(bytes.fromhex(colour.lstrip("#")))


def contrast(one: str, other: str) -> float:
    """The contrast of two colours, 1 to 21: WCAG 2.2's definition."""
    lighter, darker = sorted((_luminance(_channels(one)), _luminance(_channels(other))), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(channels: tuple[int, ...]) -> float:
    """Relative luminance, 0 to 1: WCAG 2.2's definition."""
    linear = [value / 255 for value in channels]
    linear = [value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4 for value in linear]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
