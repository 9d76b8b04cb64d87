"""What a reader would see on the pages of any report: nothing outside the margins, nothing on top of something else, no page
with a line or two.

check_pages.py FILE.pdf...            every rule holds
check_pages.py --margins 0.8 FILE.pdf...   the same with margins of this share of a report's
check_pages.py --broken FILE.pdf      damages copies of the file, one rule each: every damage must be found
"""
import html
import os
import re
import shutil
import subprocess
import sys
import tempfile

try:
    import pikepdf
except ImportError:
    print("skipped: python3-pikepdf is not installed")
    sys.exit(77)
if shutil.which("pdftotext") is None:
    print("skipped: pdftotext is not installed (poppler-utils)")
    sys.exit(77)

SIDE, TOP, FOOT = 60, 62, 54  # of A4; other sizes are the same layout enlarged
POSTER = 0.5  # a poster's margins are half of those
WORD = re.compile(r'xMin="([-\d.]+)" yMin="([-\d.]+)" xMax="([-\d.]+)" yMax="([-\d.]+)">(.*?)</word>')
MARKS = re.compile("[\u064b-\u065f\u0670\u200b-\u200f\u202a-\u202e\u2066-\u2069]+")
SHADDA = re.compile("[\u064b-\u0652]")
FEWEST_LINES = 3


def pages_of(path):
    """For each page: its width and height, and its words as (left, top, right, bottom, text)."""
    text = subprocess.run(["pdftotext", "-bbox", path, "-"], check=True, capture_output=True).stdout.decode("utf-8")
    for page in text.split("<page ")[1:]:
        width, height = (float(v) for v in re.match(r'width="([\d.]+)" height="([\d.]+)"', page).groups())
        words = []
        for *box, word in WORD.findall(page):
            if SHADDA.search(word):
                continue  # poppler tears a marked letter off its word and gives it a box of its own
            # Marks on Arabic letters come as words of their own, on top of the letters.
            if MARKS.sub("", html.unescape(word)).strip():
                words.append((*(float(v) for v in box), html.unescape(word)))
        yield width, height, words


def letters(word):
    """The middle of a word's box: the box has the font's ascent and descent, the letters take half of that."""
    left, top, right, bottom, _ = word
    quarter = (bottom - top) / 4
    return left + 0.6, top + quarter, right - 0.6, bottom - quarter


def check_words(name, number, page, say):
    width, height, words = page
    unit = min(width, height) / 595.276
    share = POSTER if "-poster" in name else 1
    side, edge = SIDE * unit * share, 24 * unit * share
    for word in words:
        left, top, right, bottom = letters(word)
        within = left > side - 2 and right < width - side + 2 and top > edge and bottom < height - edge
        if not within:
            say(f"{name} page {number}: '{word[4]}' stands outside of the margins, {left:.0f},{top:.0f} to {right:.0f},{bottom:.0f}")
    boxes = sorted((letters(word), word[4]) for word in words)
    for i, (a, text) in enumerate(boxes):
        for b, other in boxes[i + 1:]:
            if b[0] >= a[2]:
                break
            if min(a[3], b[3]) - max(a[1], b[1]) > 0.5 and min(a[2], b[2]) - b[0] > 0.5:
                say(f"{name} page {number}: '{text}' and '{other}' overlap at {b[0]:.0f},{b[1]:.0f}")


def check_fullness(name, number, page, say):
    """A page has more than a line or two: what is left of a list or a table alone on a page is an accident."""
    width, height, words = page
    unit = min(width, height) / 595.276
    body = sorted(round(word[3], 1) for word in words if word[3] < height - FOOT * unit)
    lines = [y for i, y in enumerate(body) if i == 0 or y - body[i - 1] > 3]
    if number > 1 and len(lines) < FEWEST_LINES:
        say(f"{name} page {number}: only {len(lines)} lines")


def check(path):
    problems = []
    name = os.path.basename(path)
    count = 0
    for number, page in enumerate(pages_of(path), 1):
        count += len(page[2])
        check_words(name, number, page, problems.append)
        check_fullness(name, number, page, problems.append)
    if count < 150:
        problems.append(f"{name}: only {count} words")
    return problems, f"{name}: {number} pages, {count} words"


def damage(pdf):
    def add(number, code):
        page = pdf.pages[number]
        page.contents_add(pdf.make_stream(code))

    def blank(number):
        pdf.pages[number].Contents = pdf.make_stream(b"")

    def again(page, dx, dy):
        code = page.Contents.read_bytes()
        return b"q 1 0 0 1 %d %d cm\n" % (dx, dy) + code + b"Q\n"

    return [("shifted out", lambda: add(1, again(pdf.pages[1], 300, 0)), "outside"),
            ("shifted down", lambda: add(1, again(pdf.pages[1], 0, -25)), "outside"),
            ("printed twice", lambda: add(1, again(pdf.pages[1], 5, 3)), "overlap"),
            ("emptied", lambda: blank(2), "lines")]


def main():
    if sys.argv[1] == "--broken":
        with tempfile.TemporaryDirectory() as folder:
            count = len(damage(pikepdf.open(sys.argv[2])))
            for i in range(count):
                pdf = pikepdf.open(sys.argv[2])
                name, break_it, word = damage(pdf)[i]
                break_it()
                path = os.path.join(folder, "damaged.pdf")
                pdf.save(path)
                problems, _ = check(path)
                if not any(word in problem for problem in problems):
                    sys.exit(f"{name} was not found: {problems[:5]}")
        print(f"{count} kinds of damage were found")
        return
    global SIDE
    paths = sys.argv[1:]
    if paths[0] == "--margins":
        SIDE *= float(paths[1])
        paths = paths[2:]
    failed = False
    for path in paths:
        problems, summary = check(path)
        print(f"{summary}, {len(problems)} problems")
        for problem in problems[:20]:
            print("  " + problem)
        failed = failed or bool(problems)
    sys.exit(1 if failed else 0)


main()
