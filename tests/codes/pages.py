"""Reads the pages of docs/codes: title, sections, fenced blocks and what a page says about its example."""
import pathlib
import re

NBSP = "\u00a0"
EXAMPLE = {"en": "Example", "fr": "Exemple"}
INSTEAD = {"en": "Instead", "fr": "Forme correcte"}
NONE = {"en": "No example: ", "fr": f"Pas d'exemple{NBSP}: "}
ALSO = {"en": "Reported with it: ", "fr": f"Signalé en même temps{NBSP}: "}
SEPARATOR = {"en": ": ", "fr": f"{NBSP}: "}
FENCE = re.compile(r"^```(\S.*)\n((?:.*\n)*?)```$", re.MULTILINE)


class Page:
    def __init__(self, path, lang):
        self.text = path.read_text(encoding="utf-8")
        self.lang = lang
        self.head, *parts = re.split(r"^## (.*)\n", self.text, flags=re.MULTILINE)
        self.sections = dict(zip(parts[::2], parts[1::2]))
        first = self.text.split("\n", 1)[0]
        self.id, _, self.title = first.removeprefix("# ").partition(SEPARATOR[lang])
        example = self.sections.get(EXAMPLE[lang], "")
        self.example = FENCE.findall(example)
        self.instead = FENCE.findall(self.sections.get(INSTEAD[lang], ""))
        self.has_none = NONE[lang] in example
        also = re.search(re.escape(ALSO[lang]) + r"(.*)\.$", example, re.MULTILINE)
        self.also = set(also.group(1).split(", ")) if also else set()

    def prose(self):
        """The text without fenced blocks and code."""
        return re.sub(r"`[^`]*`", "`code`", FENCE.sub("", self.text))


def codes(repository):
    """Every code with its severity, from the list that the program is built from."""
    text = (repository / "engine/diagnostics/codes.inc").read_text(encoding="utf-8")
    found = re.findall(r'^CODE\(\w+, "(Q\d{4})", (error|warning),', text, re.MULTILINE)
    if len(found) != len(re.findall(r"^CODE\(", text, re.MULTILINE)):
        raise SystemExit("codes.inc has an entry that this test cannot read")
    return dict(found)


def load(folder, lang):
    return {path.stem: Page(path, lang) for path in sorted(pathlib.Path(folder, lang).glob("*.md"))}
