"""The Arabic sample runs from right to left throughout: its words, its columns, bullets, numbers of pages and charts.

check_arabic.py SEXTANT QUESTIONNAIRE_FOLDER ARABIC.pdf ENGLISH.pdf

ENGLISH.pdf is the proof that the rules on places can fail: each must.
"""
import html
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

if shutil.which("pdftotext") is None:
    print("skipped: pdftotext is not installed (poppler-utils)")
    sys.exit(77)

WORD = re.compile(r'xMin="([-\d.]+)" yMin="([-\d.]+)" xMax="([-\d.]+)" yMax="([-\d.]+)">(.*?)</word>')
MARKS = re.compile("[\u200b-\u200f\u202a-\u202e\u2066-\u2069]")
ARABIC = re.compile("[\u0621-\u064a]")
LEFT, RIGHT, FOOT = 60, 595.276 - 60, 842 - 54
OURS = {"Sextant", "AMPI"}
failures = []


def expect(good, text):
    if not good:
        failures.append(text)


def words_of(path):
    """For each page, its words as (left, top, right, bottom, text in reading order)."""
    text = subprocess.run(["pdftotext", "-bbox", path, "-"], check=True, capture_output=True).stdout.decode("utf-8")
    out = []
    for page in text.split("<page ")[1:]:
        words = []
        for *box, word in WORD.findall(page):
            word = MARKS.sub("", html.unescape(word))
            # Words with places come as they are drawn, from left to right.
            words.append((*(float(v) for v in box), word[::-1] if ARABIC.search(word) else word))
        out.append(words)
    return out


def lines_of(words):
    lines = []
    for word in sorted(words, key=lambda w: (w[1] + w[3], w[0])):  # by their middles: fonts differ in height
        if lines and abs(lines[-1][-1][1] + lines[-1][-1][3] - word[1] - word[3]) < 5:
            lines[-1].append(word)
        else:
            lines.append([word])
    return lines


def speaks_arabic(program, folder):
    """No word of the report is English: what is Latin stands in the questionnaire or in the answers."""
    with tempfile.TemporaryDirectory() as out:
        path = os.path.join(out, "report.md")
        subprocess.run([program, "report", os.path.join(folder, "sample/XLU.yaml"), "-o", path], check=True, capture_output=True)
        text = pathlib.Path(path).read_text(encoding="utf-8")
    text = re.sub(r"<a id=[^>]*></a>|\(#[^)]*\)", "", text)  # names of places, which nobody reads
    written = " ".join(p.read_text(encoding="utf-8") for p in pathlib.Path(folder).rglob("*.yaml"))
    latin = set(re.findall(r"(?<![\w.-])[A-Za-z]{2,}(?![\w-])", text)) - set(re.findall(r"[A-Za-z]{2,}", written)) - OURS
    expect(not latin, f"words that are no Arabic: {sorted(latin)}; add their phrases to reports/document/phrases_ar.inc")
    expect(len(ARABIC.findall(text)) > 5000, "the report is too short to prove anything")
    for mark in (", ", "; ", "? "):
        wrong = re.findall("[\u0621-\u064a]" + re.escape(mark) + "[\u0621-\u064a]", text)
        expect(not wrong, f"'{mark.strip()}' stands between Arabic words")


def places(path):
    """The rules on places, each with how many places keep it and how many break it."""
    rules = {"lines start at the right margin": [0, 0], "bullets stand right of their text": [0, 0],
             "numbers of pages stand left": [0, 0], "the contents have their numbers left": [0, 0]}

    def note(rule, good):
        rules[rule][0 if good else 1] += 1

    for number, words in enumerate(words_of(path), 1):
        if number == 1:
            continue  # the cover has two columns
        foot = [word for word in words if word[1] > FOOT - 6]
        note("numbers of pages stand left", any(word[4].isdigit() and word[2] < LEFT + 60 for word in foot))
        for line in lines_of([word for word in words if word[3] < FOOT]):
            left, right = min(word[0] for word in line), max(word[2] for word in line)
            if number == 3 and len(line) > 1 and any(word[4].isdigit() for word in line):
                entry = [word for word in line if word[4].isdigit()][0]
                note("the contents have their numbers left", entry[0] == left)
            if abs(right - RIGHT) < 3 or abs(left - LEFT) < 3:
                if abs(right - RIGHT) < 3 and abs(left - LEFT) < 12:
                    continue  # a full line says nothing
                note("lines start at the right margin", abs(right - RIGHT) < 3)
            for bullet in line:
                if bullet[4] == "•" and len(line) > 1:
                    nearest = min((word for word in line if word is not bullet), key=lambda w: abs(w[0] - bullet[0]))
                    note("bullets stand right of their text", nearest[0] < bullet[0])
    return rules


def columns(path):
    """The score table and the answers: the first column stands rightmost, the last leftmost."""
    found = 0
    for number, words in enumerate(words_of(path), 1):
        for line in lines_of(words):
            at = {word[4]: word[0] for word in line}
            for first, *rest in (("المكون", "المستوى", "القيمة"), ("السؤال", "اختير")):
                if all(name in at for name in (first, *rest)):
                    found += 1
                    order = [at[name] for name in (first, *rest)]
                    expect(order == sorted(order, reverse=True), f"page {number}: the columns {first}, {rest} run from left to right")
    expect(found >= 4, f"only {found} headers of tables were found")


def reading_order(path):
    text = subprocess.run(["pdftotext", path, "-"], check=True, capture_output=True).stdout.decode("utf-8")

    def bare(string):
        return MARKS.sub("", re.sub(r"\s", "", string))

    # Numbers beside Latin words are left out: pdftotext takes them for one run from left to right.
    for sample in ("المدارس المتصلة بسرعة مفيدة", "25 مارس 2025", "جمهورية لميرة", "والقياس من تطبيق", "وتشغل 3 حلول",
                   "لا معنى لربط مدرسة بالإنترنت", "نصف المدارس أو أكثر لديها كهرباء", "World Bank"):
        expect(bare(sample) in bare(text), f"'{sample}' is not found in reading order")


def main():
    program, folder, arabic, english = sys.argv[1:5]
    speaks_arabic(program, folder)
    for rule, (kept, broken) in places(arabic).items():
        expect(kept >= 3 and broken * 10 <= kept, f"{rule}: {kept} do, {broken} do not")
        print(f"{rule}: {kept}")
    for rule, (kept, broken) in places(english).items():
        expect(broken >= 3 and kept * 10 <= broken, f"the rule '{rule}' cannot fail: {kept} English places keep it, {broken} break it")
    columns(arabic)
    reading_order(arabic)
    for failure in failures[:30]:
        print(failure)
    print(f"{len(failures)} failures")
    sys.exit(1 if failures else 0)


main()
