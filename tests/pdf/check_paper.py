"""A printed questionnaire, as a reader and as an assistant would find it.

check_paper.py FILE.pdf INSTRUMENT [LANGUAGE] [EDITION] [PILLAR]
                          ids, titles, descriptors and options stand in the text in the order of the questionnaire;
                          a box can be seen beside each digit, and one for each id in the boxes for keying
check_paper.py --broken FILE.pdf INSTRUMENT
                          loses a descriptor, exchanges two ids, paints the boxes over: each must be found

The questionnaire's files are read here by PyYAML, not by the program.
"""
import os
import re
import subprocess
import sys
import tempfile

try:
    import yaml
    from PIL import Image
except ImportError as missing:
    print(f"skipped: {missing.name} is not installed")
    sys.exit(77)

DPI = 144
UNIT = DPI / 72
SPACES = re.compile(r"[\s\u00a0\u202f]+")


def read(path):
    with open(path, encoding="utf-8") as file:
        return yaml.load(file, Loader=yaml.BaseLoader)


class Questionnaire:
    """Its questions in order, each with the words that must follow each other on paper."""

    def __init__(self, path, language, edition, pillar):
        self.folder = os.path.dirname(path)
        self.top = read(path)
        self.words = {}
        if language and language != self.top.get("language"):
            self.words = read(os.path.join(self.folder, "lang", language + ".yaml"))["texts"]
        self.levels = {scale["id"]: scale["levels"] for scale in self.top["scales"]}
        self.scale = self.top["scales"][0]["id"]
        self.questions = []
        for node in self.top.get("nodes", []):
            self.walk(node, None)
        for node in self.top.get("indices", []):
            self.walk(node, None)
        tags = next(e["questions"] for e in self.top["editions"] if e["id"] == edition) if edition else None
        if tags:
            wanted = {one["tag"] for one in tags}
            self.questions = [q for q in self.questions if wanted & set(q.get("tags", []))]
        if pillar:
            self.questions = [q for q in self.questions if q["top"] == pillar]

    def walk(self, node, top):
        if "include" in node:
            node = read(os.path.join(self.folder, node["include"]))
        top = top or node["id"]
        for question in node.get("questions", []):
            self.questions.append({**question, "top": top})
        for child in node.get("nodes", []):
            self.walk(child, top)

    def expected(self):
        for question in self.questions:
            said = self.words.get(question["id"], {})
            words = [said.get(part, question[part]) for part in ("title", "text") if part in question]
            if "levels" in question:
                in_order = [level["id"] for level in self.levels[question.get("scale", self.scale)]]
                words += [said.get("levels", question["levels"])[level] for level in in_order]
            yield question, [question["id"]] + words


def plain(words):
    return SPACES.sub(" ", words.replace("\u2019", "'")).strip()


def text_of(path):
    out = subprocess.run(["pdftotext", "-raw", path, "-"], check=True, capture_output=True).stdout.decode("utf-8")
    return plain(out.replace("\f", " "))


def check_order(questionnaire, text, say):
    at = 0
    for question, words in questionnaire.expected():
        for one in words:
            found = text.find(plain(one), at)
            if found < 0:
                say(f"{question['id']}: '{one[:60]}' is not where it should be")
                continue
            at = found + len(plain(one))


def words_with_places(path):
    out = subprocess.run(["pdftotext", "-bbox", path, "-"], check=True, capture_output=True).stdout.decode("utf-8")
    pattern = re.compile(r'xMin="([-\d.]+)" yMin="([-\d.]+)" xMax="([-\d.]+)" yMax="([-\d.]+)">(.*?)</word>')
    for number, page in enumerate(out.split("<page ")[1:], 1):
        yield number, [(*(float(v) for v in box), word) for *box, word in pattern.findall(page)]


def box_left_of(image, x, y, reach):
    """Whether a frame of dark lines with white inside stands left of a word: from the word leftwards, the first dark column
    is a box's right edge, and a light space and another edge follow."""
    row = [image.getpixel((i, round(y * UNIT))) < 110 for i in range(max(0, round((x - reach) * UNIT)), round(x * UNIT))]
    edges = [i for i, dark in enumerate(row) if dark and (i == 0 or not row[i - 1])]
    for left, right in zip(edges, edges[1:]):
        width = (right - left) / UNIT
        inside = row[left + 3:right - 1]
        if not 6 <= width <= 18 or any(inside):
            continue
        column = (left + right) // 2 + max(0, round((x - reach) * UNIT))
        around = [image.getpixel((column, j)) < 110 for j in range(round((y - 12) * UNIT), round((y + 12) * UNIT))]
        middle = len(around) // 2
        if any(around[:middle]) and any(around[middle:]):
            return True
    return False


def check_boxes(questionnaire, path, say):
    """Beside each level's digit; beside each id among the boxes for keying, which is where it stands the second time."""
    seen = {}
    boxes = digits = 0
    ids = {question["id"] for question in questionnaire.questions}
    with tempfile.TemporaryDirectory() as folder:
        for number, words in words_with_places(path):
            subprocess.run(["pdftoppm", "-r", str(DPI), "-gray", "-f", str(number), "-l", str(number), "-singlefile", path,
                            os.path.join(folder, "page")], check=True)
            image = Image.open(os.path.join(folder, "page.pgm")).convert("L")
            for left, top, _, bottom, word in words:
                middle = (top + bottom) / 2
                if word in ids:
                    seen[word] = seen.get(word, 0) + 1
                    if box_left_of(image, left, middle, 30):
                        boxes += 1
                elif word in "1234" and box_left_of(image, left, middle, 26):
                    digits += 1
    levels = sum(len(question.get("levels", ())) for question in questionnaire.questions)
    if digits < levels:
        say(f"{digits} boxes beside digits, {levels} levels")
    if boxes != len(ids):
        say(f"{boxes} boxes for keying, {len(ids)} questions")
    return f"{len(ids)} questions, {digits} digits and {boxes} ids with boxes"


def check(path, questionnaire):
    problems = []
    check_order(questionnaire, text_of(path), problems.append)
    return problems, check_boxes(questionnaire, path, problems.append)


def main():
    if sys.argv[1] == "--broken":
        import pikepdf
        path, instrument = sys.argv[2:4]
        questionnaire = Questionnaire(instrument, *(sys.argv[4:] + ["", "", ""])[:3])
        text = text_of(path)
        first = list(questionnaire.expected())[1]
        for name, damaged in [("a descriptor lost", text.replace(plain(first[1][-1]), "")),
                              ("two ids exchanged", text.replace(first[0]["id"], "gone"))]:
            problems = []
            check_order(questionnaire, damaged, problems.append)
            if not problems:
                sys.exit(f"{name}: not found")
        with tempfile.TemporaryDirectory() as folder, pikepdf.open(path) as pdf:
            for page in pdf.pages:  # strokes in white
                page.Contents = pdf.make_stream(re.sub(rb"\n[\d. ]+ RG\n", b"\n1 1 1 RG\n", page.Contents.read_bytes()))
            pdf.save(os.path.join(folder, "white.pdf"))
            problems, _ = check(os.path.join(folder, "white.pdf"), questionnaire)
            if not any("boxes" in problem for problem in problems):
                sys.exit("boxes painted white: not found")
        print("3 kinds of damage were found")
        return
    questionnaire = Questionnaire(sys.argv[2], *(sys.argv[3:] + ["", "", ""])[:3])
    problems, summary = check(sys.argv[1], questionnaire)
    print(summary)
    for problem in problems[:20]:
        print("  " + problem)
    sys.exit(1 if problems or not questionnaire.questions else 0)


main()
