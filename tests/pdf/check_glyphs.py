"""Compares the letters of a glyph sheet, pixel by pixel, with the same letters drawn by FreeType from the whole,
un-subset font files. Text extraction cannot see a lost dot or stroke; this does.

check_glyphs.py MAKE_SAMPLE glyphs|glyphs-planted WORK_FOLDER latin=FONT latin-bold=FONT arabic=... [--expect TEXT...]

With --expect, exactly the cells with these texts must differ: the proof that the check can fail.
"""
import os
import shutil
import subprocess
import sys

SKIP = 77
try:
    from PIL import Image, ImageChops, ImageDraw, ImageFont, features
except ImportError:
    print("skipped: python3-pil is not installed")
    sys.exit(SKIP)
if not features.check("raqm"):
    print("skipped: this python3-pil cannot shape Arabic (no raqm)")
    sys.exit(SKIP)
if shutil.which("pdftoppm") is None:
    print("skipped: pdftoppm is not installed (poppler-utils)")
    sys.exit(SKIP)

PIXELS = 88  # per em


def ink_box(image):
    """The box of the ink; faint edges do not count."""
    return image.point(lambda v: 255 if v > 40 else 0).getbbox()


def mass(image):
    return sum(v * n for v, n in enumerate(image.histogram())) / 255.0


def reference(font, text):
    """The text drawn by FreeType from the original font: four times too large, then reduced, so that hinting and
    rounding do not count."""
    right_to_left = any("\u0590" <= c <= "\u08ff" for c in text)
    picture = Image.new("L", (4 * PIXELS * 4, 4 * PIXELS * 3))
    ImageDraw.Draw(picture).text((2 * PIXELS * 4, 2 * PIXELS * 4), text, font=font, fill=255, anchor="ms",
                                 direction="rtl" if right_to_left else "ltr")
    return picture.reduce(4)


def differs(ours, theirs):
    """Why two pictures of one text differ, or None."""
    a, b = ink_box(ours), ink_box(theirs)
    if a is None or b is None:
        return "no ink" if a is not b else None
    for side in (0, 1):
        size_a, size_b = a[side + 2] - a[side], b[side + 2] - b[side]
        if abs(size_a - size_b) > 2:
            return f"box {a[2] - a[0]}x{a[3] - a[1]} instead of {b[2] - b[0]}x{b[3] - b[1]}"
    ink_a, ink_b = mass(ours.crop(a)), mass(theirs.crop(b))
    if abs(ink_a - ink_b) > 0.05 * ink_b + 8:
        return f"ink {ink_a:.0f} instead of {ink_b:.0f}"
    # The best of nine alignments: rasterisers disagree on where a pixel begins.
    width, height = max(a[2] - a[0], b[2] - b[0]) + 6, max(a[3] - a[1], b[3] - b[1]) + 6
    canvas = Image.new("L", (width, height))
    canvas.paste(theirs.crop(b), (3, 3))
    best = None
    for dx in (2, 3, 4):
        for dy in (2, 3, 4):
            other = Image.new("L", (width, height))
            other.paste(ours.crop(a), (dx, dy))
            off = mass(ImageChops.difference(canvas, other))
            best = off if best is None else min(best, off)
    limit = 0.16 * ink_b + 30
    return f"{best:.0f} of {ink_b:.0f} pixels stand elsewhere" if best > limit else None


def main():
    program, kind, folder = sys.argv[1:4]
    rest = sys.argv[4:]
    expected = None
    if "--expect" in rest:
        at = rest.index("--expect")
        expected = sorted(set(rest[at + 1:]))
        rest = rest[:at]
    fonts = dict(item.split("=", 1) for item in rest)
    os.makedirs(folder, exist_ok=True)
    sheet = os.path.join(folder, "sheet.pdf")
    listing = subprocess.run([program, kind, sheet], check=True, capture_output=True).stdout.decode("utf-8")
    cells = [line.split("\t") for line in listing.splitlines()]
    if len(cells) < 200:
        sys.exit("the list of cells is too short to prove anything")
    size = float(cells[0][5])
    dpi = PIXELS / size * 72
    subprocess.run(["pdftoppm", "-r", f"{dpi}", "-gray", sheet, os.path.join(folder, "sheet")], check=True)
    pages = sorted(f for f in os.listdir(folder) if f.startswith("sheet-") and f.endswith(".pgm"))
    pictures = [Image.open(os.path.join(folder, f)).point(lambda v: 255 - v) for f in pages]

    groups = {}
    for cell in cells:
        groups.setdefault(cell[6] + ("-bold" if cell[7] == "1" else ""), []).append(cell)
    found = []
    for name, members in groups.items():
        font = ImageFont.truetype(fonts[name], 4 * PIXELS, layout_engine=ImageFont.Layout.RAQM)
        for cell in members:
            x, y, w, h = (float(v) * dpi / 72 for v in cell[1:5])
            ours = pictures[int(cell[0]) - 1].crop((round(x), round(y - 6), round(x + w), round(y + h + 6)))
            why = differs(ours, reference(font, cell[8]))
            if why:
                found.append(cell[8])
                print(f"{name} {cell[8]}: {why}")
    print(f"{len(cells)} texts in {len(groups)} faces compared, {len(found)} differ")
    if expected is None:
        sys.exit(1 if found else 0)
    if sorted(set(found)) != expected:
        print("expected to differ:", " ".join(expected))
        sys.exit(1)


main()
