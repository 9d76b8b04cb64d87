"""Compares the letters of a glyph sheet, pixel by pixel, with the same letters drawn by hb-view from the whole,
un-subset font files. Text extraction cannot see a lost dot or stroke; this does.

check_glyphs.py SHEET.pdf CELLS.tsv WORK_FOLDER latin=FONT latin-bold=FONT arabic=... cjk=... [--expect TEXT...]

With --expect, exactly the cells with these texts must differ: the proof that the check can fail.
"""
import os
import shutil
import subprocess
import sys

SKIP = 77
try:
    from PIL import Image, ImageChops
except ImportError:
    print("skipped: python3-pil is not installed")
    sys.exit(SKIP)
for tool, package in (("pdftoppm", "poppler-utils"), ("hb-view", "libharfbuzz-bin")):
    if shutil.which(tool) is None:
        print(f"skipped: {tool} is not installed ({package})")
        sys.exit(SKIP)

PIXELS = 88  # per em
MARGIN = 40


def ink_box(image):
    """The box of the ink; faint edges do not count."""
    return image.point(lambda v: 255 if v > 40 else 0).getbbox()


def mass(image):
    return sum(v * n for v, n in enumerate(image.histogram())) / 255.0


def reference(font, texts, folder, name):
    """Each text alone on a line of one picture, from the original font."""
    path = os.path.join(folder, name + ".txt")
    with open(path, "w", encoding="utf-8") as file:
        # The first line only makes the picture wide enough for all others.
        file.write("\n".join([".........." * 3] + texts) + "\n")
    out = os.path.join(folder, name + ".png")
    subprocess.run(
        ["hb-view", f"--font-file={font}", f"--text-file={path}", f"--font-size={PIXELS}", f"--output-file={out}",
         "--output-format=png", f"--margin={MARGIN}", "--foreground=000000", "--background=FFFFFF",
         f"--line-space={PIXELS}"],
        check=True)
    picture = Image.open(out).convert("L").point(lambda v: 255 - v)
    # Lines stand at one distance; half of the space added between them is above, half below each.
    pitch = (picture.height - 2 * MARGIN + PIXELS) / (len(texts) + 1)
    rows = []
    for i in range(1, len(texts) + 1):
        top = MARGIN - PIXELS / 2 + i * pitch
        rows.append(picture.crop((0, max(0, round(top)), picture.width, round(top + pitch))))
    return rows


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
    sheet, cells_path, folder = sys.argv[1:4]
    rest = sys.argv[4:]
    expected = None
    if "--expect" in rest:
        at = rest.index("--expect")
        expected = sorted(set(rest[at + 1:]))
        rest = rest[:at]
    fonts = dict(item.split("=", 1) for item in rest)
    os.makedirs(folder, exist_ok=True)
    cells = [line.rstrip("\n").split("\t") for line in open(cells_path, encoding="utf-8")]
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
        rows = reference(fonts[name], [cell[8] for cell in members], folder, name)
        for cell, row in zip(members, rows):
            x, y, w, h = (float(v) * dpi / 72 for v in cell[1:5])
            ours = pictures[int(cell[0]) - 1].crop((round(x), round(y - 6), round(x + w), round(y + h + 6)))
            why = differs(ours, row)
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
