"""Facts of the layout that a reader would notice, from the files themselves.

check_layout.py en.pdf fr.pdf ar.pdf hostile.pdf
"""
import re
import shutil
import subprocess
import sys

try:
    import pikepdf
except ImportError:
    print("skipped: python3-pikepdf is not installed")
    sys.exit(77)
if shutil.which("pdftotext") is None:
    print("skipped: pdftotext is not installed (poppler-utils)")
    sys.exit(77)

SIDE, TOP, BOTTOM, SMALLEST = 60, 62, 74, 8.5
failures = []


def expect(good, text):
    if not good:
        failures.append(text)


def text_of(path, *options):
    return subprocess.run(["pdftotext", *options, path, "-"], check=True, capture_output=True).stdout.decode("utf-8")


def words_within_margins(path):
    pages = text_of(path, "-bbox").split("<page ")[1:]
    count = 0
    for number, page in enumerate(pages, 1):
        width, height = (float(v) for v in re.match(r'width="([\d.]+)" height="([\d.]+)"', page).groups())
        for x0, y0, x1, y1, word in re.findall(
                r'xMin="([-\d.]+)" yMin="([-\d.]+)" xMax="([-\d.]+)" yMax="([-\d.]+)">(.*?)</word>', page):
            x0, y0, x1, y1 = float(x0), float(y0), float(x1), float(y1)
            count += 1
            # A word's box has the font's own ascent and descent, a third of the size beyond its letters.
            slack = (y1 - y0) / 3
            inside = x0 > SIDE - 1.5 and x1 < width - SIDE + 1.5 and y0 > TOP - slack - 12 and y1 < height - 24
            expect(inside, f"{path} page {number}: '{word}' at {x0:.0f},{y0:.0f} to {x1:.0f},{y1:.0f} is outside of the margins")
    return count


def smallest_size(path):
    sizes = set()
    pdf = pikepdf.open(path)
    for page in pdf.pages:
        for operands, operator in pikepdf.parse_content_stream(page):
            if str(operator) == "Tf":
                sizes.add(float(operands[1]))
    return min(sizes)


def main():
    files = dict(zip(("en", "fr", "ar", "hostile"), sys.argv[1:5]))
    for name in ("en", "fr", "ar"):
        count = words_within_margins(files[name])
        expect(count > 400, f"{name}: only {count} words were found")
    for name, path in files.items():
        size = smallest_size(path)
        expect(size >= SMALLEST, f"{name}: text of {size} points")

    for name, head, again in (("en", "Horizon", "(continued)"), ("fr", "Horizon", "(suite)"), ("ar", "الأفق", "(تتمة)")):
        pages = text_of(files[name]).split("\f")
        continued = [page for page in pages if again.strip("()") in page]
        expect(len(continued) >= 1, f"{name}: no table is continued")
        for page in continued:
            expect(head in page, f"{name}: a continued table has no header")

    # Spaces are compared apart: lines end where they end, and a no-break space is the plain one's glyph.
    def bare(text):
        return re.sub(r"\s", "", text)

    french = bare(text_of(files["fr"]))
    for sample in ("« Nous avions des tablettes", "République de Maravie", "où en est la Maravie", "Électricité", "93 %"):
        expect(bare(sample) in french, f"French text: '{sample}' is not found")
    arabic = bare(text_of(files["ar"]))
    for mark in "\u202a\u202b\u202c":
        arabic = arabic.replace(mark, "")
    for sample in ("وزارة التربية والتعليم", "الاتصال والبنية التحتية", "لاستخدامه", "نظام EMIS الوطني",
                   "(انظر تقرير", "25 مارس 2025", "English (wholly), and keeps"):
        expect(bare(sample) in arabic, f"Arabic text: '{sample}' is not found")

    words = subprocess.run(["pdfinfo", "-struct-text", files["en"]], check=True, capture_output=True).stdout.decode("utf-8")
    places = [words.find(s) for s in ("Republic of Maravia", '"Contents"', '"Brief for the minister"\n', "Strengths", "Priorities",
                                      "Two mentors in every district.", "What is asked of the minister")]
    expect(-1 not in places and places == sorted(places), f"structure is not in reading order: {places}")
    expect("built the connections; it now needs the people, the budgets and the data" in words, "lines of a paragraph are not joined by a space")

    for failure in failures[:30]:
        print(failure)
    print(f"{len(failures)} failures")
    sys.exit(1 if failures else 0)


main()
