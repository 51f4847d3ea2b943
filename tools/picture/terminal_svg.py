#!/usr/bin/env python3
"""Draws what a command prints on a terminal, colours included, as SVG: the pictures of the README.

usage: plumbline check PLAN --colour always | terminal_svg.py TITLE > docs/pictures/check.svg
"""
import re
import sys
from xml.sax.saxutils import escape

COLOURS = {"30": "#1d2021", "31": "#d4351c", "32": "#00703c", "33": "#b58105", "34": "#1d70b8", "35": "#4c2c92",
           "36": "#2b7a78", "37": "#505a5f", "90": "#6f777b", "91": "#d4351c", "92": "#00703c", "93": "#b58105"}
CHARACTER, LINE, MARGIN = 7.25, 17, 16


def pieces(line):
    """(text, style attributes) of one line, by its escape sequences."""
    style = {}
    for part in re.split(r"(\x1b\[[0-9;]*m)", line):
        match = re.fullmatch(r"\x1b\[([0-9;]*)m", part)
        if not match:
            if part:
                yield part, dict(style)
            continue
        for code in (match.group(1) or "0").split(";"):
            if code in ("0", ""):
                style = {}
            elif code == "1":
                style["font-weight"] = "bold"
            elif code == "2":
                style["fill"] = "#6f777b"
            elif code in COLOURS:
                style["fill"] = COLOURS[code]


def main():
    title = sys.argv[1]
    lines = sys.stdin.read().rstrip("\n").split("\n")
    plain = [re.sub(r"\x1b\[[0-9;]*m", "", line) for line in lines]
    width = max(map(len, plain + [title])) * CHARACTER + 2 * MARGIN
    height = (len(lines) + 2) * LINE + 2 * MARGIN
    print(f'<svg xmlns="http://www.w3.org/2000/svg" width="{width:.0f}" height="{height:.0f}" role="img" '
          f'aria-label="{escape(title)}" font-family="DejaVu Sans Mono, monospace" font-size="12">')
    print(f'<rect width="100%" height="100%" rx="6" fill="#f8f8f8" stroke="#b1b4b6"/>')
    print(f'<text x="{MARGIN}" y="{MARGIN + 8}" fill="#1d70b8">$ {escape(title)}</text>')
    for number, line in enumerate(lines):
        column = 0
        y = MARGIN + 8 + (number + 2) * LINE
        for text, style in pieces(line):
            attributes = "".join(f' {name}="{value}"' for name, value in style.items())
            print(f'<text x="{MARGIN + column * CHARACTER:.1f}" y="{y}" xml:space="preserve" '
                  f'textLength="{len(text) * CHARACTER:.1f}"{attributes or " fill=" + chr(34) + "#0b0c0c" + chr(34)}>'
                  f'{escape(text)}</text>')
            column += len(text)
    print("</svg>")


main()
