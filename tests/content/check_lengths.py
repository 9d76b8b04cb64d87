#!/usr/bin/env python3
"""check_lengths.py QUESTIONNAIRE [--selftest]

Holds the questions of a questionnaire folder (pillars/, lenses/, lang/fr.yaml) to the house rules on length and form, and
prints the word counts by pillar. With --selftest it plants one fault of each kind in a copy and must find every one.
"""
import copy
import re
import sys
from pathlib import Path

try:
    import yaml
except ImportError:
    print("SKIP: PyYAML is not there")
    sys.exit(77)

TEXT, DESCRIPTOR = 30, 40  # a text has at most 30 words, a descriptor fewer than 40
WORKSHOP = 110  # a workshop question with its four descriptors, in either language
LEVELS = ("nascent", "emerging", "established", "advanced")
NBSP = "\u00a0\u202f"
# "some", "many", "most" that stand for an amount without saying of what.
VAGUE = re.compile(r"\b(?:some|many|most)\b(?=\s*(?:$|[.,;:)]|(?:are|is|do|does|did|have|has|had|were|was|can|only|but|or|and)\b))", re.I)
# No space, or a space that may break, before : ; ? ! » or after «.
LOOSE = re.compile(rf"(?<![{NBSP}:;?!])[:;?!]|(?<![{NBSP}])»|«(?![{NBSP}])")
EXEMPT = re.compile(r"https?://\S+|\b\d{1,2}:\d{2}\b|\{[^{}]*\}")  # addresses, times, names of values


def load(path):
    return yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # every value a string


def words(text):
    return sum(1 for part in (text or "").split() if any(c.isalnum() for c in part))


def questions_of(node):
    yield from node.get("questions", [])
    for child in node.get("nodes", []):
        yield from questions_of(child)


def read(root):
    """The English groups as [(id, questions)], pillars first, and the French texts."""
    files = sorted(root.glob("pillars/*.yaml")) + sorted(root.glob("lenses/*.yaml"))
    groups = [(tree["id"], list(questions_of(tree))) for tree in map(load, files)]
    return groups, load(root / "lang/fr.yaml")["texts"]


def strings(value, where):
    if isinstance(value, dict):
        for key, item in value.items():
            yield from strings(item, f"{where} {key}")
    elif isinstance(value, list):
        for number, item in enumerate(value, 1):
            yield from strings(item, f"{where} {number}")
    elif isinstance(value, str):
        yield where, value


def check(groups, french):
    """Returns the faults and the counts: {(group, language): {"text": [...], "level": [...], "workshop": [...]}}."""
    faults, counts = [], {}
    for group, questions in groups:
        for question in questions:
            name, kind = question["id"], question.get("type", "level")
            for language, entry in (("en", question), ("fr", french.get(name, {}))):
                here = f"{name} ({language})"
                count = counts.setdefault((group, language), {"text": [], "level": [], "workshop": []})
                length = words(entry.get("text"))
                count["text"].append(length)
                if not length:
                    faults.append(f"{here}: no text")
                if length > TEXT:
                    faults.append(f"{here}: the text has {length} words, at most {TEXT}")
                if kind == "level":
                    levels = entry.get("levels", {})
                    lengths = {level: words(levels.get(level)) for level in LEVELS}
                    count["level"] += lengths.values()
                    for level, many in lengths.items():
                        if not many:
                            faults.append(f"{here}: no descriptor for {level}")
                        if many >= DESCRIPTOR:
                            faults.append(f"{here}: {level} has {many} words, fewer than {DESCRIPTOR} expected")
                    if len({" ".join(levels.get(level, "").lower().split()) for level in LEVELS}) < len(LEVELS):
                        faults.append(f"{here}: the four descriptors are not distinct")
                    if "workshop" in question.get("tags", []):
                        total = length + sum(lengths.values())
                        count["workshop"].append(total)
                        if total > WORKSHOP:
                            faults.append(f"{here}: {total} words in the workshop, at most {WORKSHOP}")
                    if language == "en":
                        for level, text in levels.items():
                            found = VAGUE.search(text)
                            if found:
                                faults.append(f"{here}: {level} says “{found.group()}” without saying of what")
            if kind == "grid":
                cells = french.get(name, {}).get("cells", {})
                for cell in question.get("cells", []):
                    if not words(cells.get(cell["id"])):
                        faults.append(f"{name} (fr): the cell {cell['id']} has no French")
    for where, text in strings(french, "fr:"):
        found = LOOSE.search(EXEMPT.sub(NBSP[0], text))
        if found:
            faults.append(f"{where}: no no-break space beside “{found.group()}”: {text[:60]}…")
    return faults, counts


def table(groups, counts):
    print("| | questions | EN text | EN level | EN workshop | FR text | FR level | FR workshop |")
    print("|---|--:|--:|--:|--:|--:|--:|--:|")
    for group, questions in groups:
        cells = []
        for language in ("en", "fr"):
            for kind in ("text", "level", "workshop"):
                values = counts[group, language][kind]
                cells.append(f"{sum(values) / len(values):.1f} / {max(values)}" if values else "-")
        print(f"| {group} | {len(questions)} | {' | '.join(cells)} |")


def selftest(groups, french):
    """Each fault is planted alone in a copy of the content; returns the kinds that went unseen."""
    def first(groups, wanted):
        return next(q for _, questions in groups for q in questions if wanted(q))

    def scored(question):
        return "levels" in question and "workshop" in question.get("tags", [])

    sample = first(groups, scored)["id"]
    grid = first(groups, lambda question: question.get("type") == "grid")

    def english(**change):
        return lambda g, f: first(g, scored).update(change)

    def level(name, text):
        return lambda g, f: first(g, scored)["levels"].update({name: text})

    def in_french(key, text):
        return lambda g, f: f[sample].update({key: text})

    def french_level(text):
        return lambda g, f: f[sample]["levels"].update(advanced=text)

    def long_workshop(g, f):
        first(g, scored)["levels"].update({name: f"{name} " + "word " * 30 for name in LEVELS})

    def long_french_workshop(g, f):
        f[sample]["levels"].update({name: f"{name} " + "mot " * 30 for name in LEVELS})

    plants = [
        ("a text of 31 words", english(text="word " * 31), "the text has"),
        ("a French text of 31 words", in_french("text", "mot " * 31), "the text has"),
        ("a descriptor of 40 words", level("advanced", "word " * 40), "advanced has 40"),
        ("a French descriptor of 40 words", french_level("mot " * 40), "advanced has 40"),
        ("a long workshop question", long_workshop, "words in the workshop"),
        ("a long French workshop question", long_french_workshop, "words in the workshop"),
        ("two levels alike", lambda g, f: level("advanced", first(g, scored)["levels"]["nascent"])(g, f), "not distinct"),
        ("a descriptor that is missing", lambda g, f: first(g, scored)["levels"].pop("emerging"), "no descriptor"),
        ("“most” alone", level("emerging", "A plan exists in some, and most have staff."), "without saying"),
        ("a cell without French", lambda g, f: f[grid["id"]]["cells"].pop(grid["cells"][0]["id"]), "has no French"),
        ("a question without French", lambda g, f: f.pop(sample), "no text"),
        ("a space before ?", in_french("title", "Un plan existe-t-il ?"), "no no-break"),
        ("no space before ;", in_french("title", "Un plan; un budget"), "no no-break"),
        ("a space before »", in_french("title", "Un «\u00a0plan »"), "no no-break"),
        ("a space after «", in_french("title", "Un « plan\u00a0»"), "no no-break"),
    ]
    unseen = []
    for title, plant, message in plants:
        g, f = copy.deepcopy((groups, french))
        plant(g, f)
        if not any(message in fault for fault in check(g, f)[0]):
            unseen.append(title)
    g, f = copy.deepcopy((groups, french))
    in_french("title", "À 14:30, voir https://example.org/a?b=c;d et {n:1}")(g, f)
    before = check(groups, french)[0]
    if check(g, f)[0] != before:
        unseen.append("an address and a time are exempt")
    print(f"{len(plants) + 1} plants, {len(unseen)} unseen")
    return [f"selftest: {title}" for title in unseen]


def main():
    groups, french = read(Path(sys.argv[1]))
    if not any(group.startswith("lens.") for group, _ in groups) or len(groups) < 7:
        print("no pillars or no lenses found")
        return 1
    if "--selftest" in sys.argv[2:]:
        faults = selftest(groups, french)
    else:
        faults, counts = check(groups, french)
        table(groups, counts)
        print(f"{sum(len(questions) for _, questions in groups)} questions, {len(faults)} faults")
    for fault in faults:
        print(fault)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
