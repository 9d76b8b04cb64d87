"""Compares whole words on the pages of a report, pixel by pixel, with the same words shaped by HarfBuzz and drawn by FreeType
from the whole font files: letters that are there, joined, dotted and in order, in each script.

check_words.py FILE.pdf SCRIPT=COUNT... -- arabic=FONT arabic-bold=FONT latin=FONT latin-bold=FONT cjk=FONT

At least COUNT different words of each script must be found and be right. The check must also tell each of them from a word
with a planted fault (Arabic letters that do not join, a Cyrillic or Greek letter exchanged, a Chinese sign exchanged).
"""
import html
import os
import re
import shutil
import subprocess
import sys
import tempfile

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

DPI = 432
SCRIPTS = {"arabic": r"[\u0621-\u063a\u0641-\u064a]{3,}", "cyrillic": r"[\u0400-\u045f]{3,}", "greek": r"[\u0370-\u03ff\u1f00-\u1fff]{3,}",
           "han": r"[\u4e00-\u9fff，。、]{2,}",
           "kana": r"(?=.*[\u3041-\u30ff])[\u3041-\u30ff\u4e00-\u9fff、。]{2,}"}
FONTS = {"arabic": ("arabic", "arabic-bold"), "cyrillic": ("latin", "latin-bold"), "greek": ("latin", "latin-bold"),
         "han": ("cjk",), "kana": ("cjk",)}
MARKS = re.compile("[\u200b-\u200f\u202a-\u202e\u2066-\u2069]")
WORD = re.compile(r'xMin="([-\d.]+)" yMin="([-\d.]+)" xMax="([-\d.]+)" yMax="([-\d.]+)">(.*?)</word>')


def ink_box(image):
    return image.point(lambda v: 255 if v > 60 else 0).getbbox()


def normal(image):
    """White letters on black, the strongest ink at 255."""
    low, high = image.getextrema()
    if high - low < 60:
        return None
    image = image.point(lambda v: round((v - low) * 255 / (high - low)))
    # The ground takes most of a word's box.
    if sum(image.histogram()[128:]) > image.width * image.height / 2:
        image = ImageChops.invert(image)
    return image


def drawn(font, text):
    right_to_left = re.search(r"[\u0590-\u08ff]", text) is not None
    width = int(font.getlength(text)) + 4 * font.size
    picture = Image.new("L", (width, 4 * font.size))
    ImageDraw.Draw(picture).text((2 * font.size, 2 * font.size), text, font=font, fill=255, anchor="ls",
                                 direction="rtl" if right_to_left else "ltr")
    return picture.crop(ink_box(picture))


def distance(ours, theirs):
    """How much ink stands elsewhere, as a share of all ink, once theirs is scaled to the height of ours; 9 where the
    proportions of the two differ."""
    ratio = (theirs.width / theirs.height) / (ours.width / ours.height)
    if not 0.95 < ratio < 1.05:
        return 9.0
    other = theirs.resize(ours.size, Image.Resampling.LANCZOS)
    ink = sum(v * n for v, n in enumerate(other.histogram()))
    shifted = (ImageChops.offset(other, dx, dy) for dx in (-1, 0, 1) for dy in (-1, 0, 1))
    return min(sum(v * n for v, n in enumerate(ImageChops.difference(ours, image).histogram())) for image in shifted) / ink


def fault(script, word):
    """The word with something wrong that text extraction would not notice, or would."""
    if script == "arabic":
        return "\u200c".join(word)
    if script in ("han", "kana"):  # these run to the end of a sentence: every third sign
        return "".join("的" if i % 3 == 1 else sign for i, sign in enumerate(word))
    middle = len(word) // 2
    return word[:middle] + ("ж" if script == "cyrillic" else "ξ") + word[middle + 1:]


def main():
    split = sys.argv.index("--")
    path, wanted = sys.argv[1], dict(item.split("=") for item in sys.argv[2:split])
    files = dict(item.split("=", 1) for item in sys.argv[split + 1:])
    fonts = {name: ImageFont.truetype(file, 160, layout_engine=ImageFont.Layout.RAQM) for name, file in files.items()}
    text = subprocess.run(["pdftotext", "-bbox", path, "-"], check=True, capture_output=True).stdout.decode("utf-8")
    found = {script: {} for script in wanted}
    for number, page in enumerate(text.split("<page ")[1:], 1):
        for *box, word in WORD.findall(page):
            word = MARKS.sub("", html.unescape(word))
            for script in wanted:
                if script == "arabic" and re.fullmatch(SCRIPTS["arabic"], word):
                    word = word[::-1]  # pdftotext gives words with places as they are drawn, from left to right
                if re.fullmatch(SCRIPTS[script], word) and word not in found[script]:
                    found[script][word] = (number, [float(v) for v in box])
    pages = sorted({number for words in found.values() for number, _ in list(words.values())[:60]})
    failures, wrong, blind = [], [], []
    with tempfile.TemporaryDirectory() as folder:
        pictures = {}
        for number in pages:
            subprocess.run(["pdftoppm", "-r", str(DPI), "-gray", "-f", str(number), "-l", str(number), "-singlefile", path,
                            os.path.join(folder, "page")], check=True)
            pictures[number] = Image.open(os.path.join(folder, "page.pgm")).convert("L").copy()
        for script, least in wanted.items():
            compared = 0
            for word, (number, (left, top, right, bottom)) in list(found[script].items())[:60]:
                scale = DPI / 72
                # A line's letters stand in the middle of the box; above and below are the neighbours'.
                high = (bottom - top) * 0.04
                ours = normal(pictures[number].crop((round(left * scale) - 1, round((top + high) * scale),
                                                     round(right * scale) + 1, round((bottom - high) * scale))))
                if ours is None or ink_box(ours) is None:
                    failures.append(f"{script} page {number}: '{word}' has no ink")
                    continue
                ours = ours.crop(ink_box(ours))
                faces = [fonts[name] for name in FONTS[script]]
                right_one = min(distance(ours, drawn(face, word)) for face in faces)
                wrong_one = min(distance(ours, drawn(face, fault(script, word))) for face in faces)
                compared += 1
                if right_one > 0.35:
                    wrong.append(f"{script} page {number}: '{word}' differs by {right_one:.2f}")
                elif wrong_one < right_one + 0.1 and fault(script, word) != word:
                    blind.append(word)
            print(f"{script}: {compared} words compared")
            if compared < int(least):
                failures.append(f"{script}: {compared} words found, {least} expected")
            if len(blind) > compared / 10:
                failures.append(f"{script}: faults in these words would not be seen: {' '.join(blind)}")
            # A tail that reaches below the next word spoils a picture now and then, on neither side's fault.
            if len(wrong) > compared / 10:
                failures += wrong
            blind.clear()
            wrong.clear()
    for failure in failures[:20]:
        print("  " + failure)
    sys.exit(1 if failures else 0)


main()
