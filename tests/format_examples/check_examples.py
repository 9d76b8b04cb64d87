#!/usr/bin/env python3
"""Runs the examples of docs/questionnaire-format.md: check_examples.py SEXTANT PAGE

Fences of YAML that start with `sextant:` are whole files and must pass `sextant check`. An instrument goes to a folder
of its own, its translations beside it; answers belong to the instrument that they name; a column map belongs to the
instrument and the table (```csv NAME) above it. A fence with a path (```yaml PATH) is a file beside the instrument above
it, for instance one that it includes. Lines of the page that state what comes out: Actions and notes
stand beside the instrument that they are for.

    Result: NODE = NUMBER, level ID, own level ID, coverage NUMBER, range LOW to HIGH; QUESTION is STATE.
    - Result, unit ID, round ID: ...        the same for one row of the table above
    - Not taken: lines 3, 4.                rows that are named and left out
    - Finding RULE: "Sentence."             some finding of that rule says this
    Against ID: QUESTION is FATE; ...       what the instrument ID makes of the answers last seen

`about` before a number: rounded to the digits shown; else it is exact to 1e-9. `balance = X, mean Y` is the balance
figure. Facts for the answers or map last seen.
"""

import json
import os
import re
import subprocess
import sys
import tempfile

NUMBER = r"(about )?(-?[0-9]+(?:\.[0-9]+)?)"


def read_page(path):
    """Fences and statements, in order: (line, kind, info, text)."""
    found = []
    fence = None
    statement = None
    for number, line in enumerate(open(path, encoding="utf-8"), 1):
        line = line.rstrip("\n")
        if fence is not None:
            if line.startswith("```"):
                found.append((fence[0], "fence", fence[1], "\n".join(fence[2]) + "\n"))
                fence = None
            else:
                fence[2].append(line)
            continue
        start = re.match(r"(?:- )?((?:Result[:,]|Not taken:|(?:Finding|Against) [^ ]+:).*)$", line)
        if statement is not None and (start or not line.strip() or line.startswith("```")):
            found.append((statement[0], "statement", "", statement[1]))
            statement = None
        if line.startswith("```"):
            fence = (number, line[3:].strip(), [])
        elif start:
            statement = (number, start.group(1))
        elif statement is not None:
            statement = (statement[0], statement[1] + " " + line.strip())
    if statement is not None:
        found.append((statement[0], "statement", "", statement[1]))
    return found


def key(text, name):
    """The value of a top-level key that stands on a line of its own."""
    return re.search(rf"^{name}: ([^ #\n]+)", text, re.M).group(1)


class Page:
    def __init__(self, sextant, page, folder):
        self.sextant = sextant
        self.page = page
        self.folder = folder
        self.problems = []
        self.libraries = {}  # id: the instrument that it is for, and its kind
        self.examples = 0
        self.facts = 0
        self.instrument = None  # folder of the instrument last seen
        self.table = None
        self.answers = None  # file and instrument of the answers last seen
        self.rows = []  # scores of the answers or table last seen
        self.stderr = ""
        self.pending = None  # (line, result of a table's scoring) not yet excused by "Not taken"
        self.unproven = None  # line of an answers file or map without a statement yet

    def problem(self, line, text):
        self.problems.append(f"{self.page}:{line}: {text}")

    def write(self, name, text):
        path = os.path.join(self.folder, name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "w", encoding="utf-8") as file:
            file.write(text)
        return path

    def run(self, *arguments):
        result = subprocess.run(
            [self.sextant, *arguments, "--lang", "en"], capture_output=True, text=True, encoding="utf-8", check=False
        )
        return result.returncode, result.stdout, result.stderr

    def check(self, line, path, *more):
        self.examples += 1
        code, _, errors = self.run("check", path, *more)
        if code != 0:
            self.problem(line, f"`sextant check` says {code}:\n{errors}")

    # The files of one instrument are written before it is checked, since a translation stands further down.
    def place(self, fences):
        kinds = [re.match(r"sextant: (\w+)/1\n", text) if info.startswith("yaml") else None for _, _, info, text in fences]
        for (line, _, info, text), kind in zip(fences, kinds):
            if kind and kind.group(1) in ("actions", "notes"):
                self.libraries[key(text, "id")] = (key(text, "for"), kind.group(1))
        instrument = None
        for (line, _, info, text), kind in zip(fences, kinds):
            path = re.fullmatch(r"yaml ([^ ]+\.yaml)", info)
            if path:
                self.write(f"{instrument}/{path.group(1)}", text)
            elif kind and kind.group(1) == "instrument":
                instrument = key(text, "id")
                self.write(f"{key(text, 'id')}/instrument.yaml", text)
            elif kind and kind.group(1) in ("actions", "notes"):
                self.write(f"{key(text, 'for')}/{kind.group(1)}.yaml", text)
            elif kind and kind.group(1) == "translation":
                self.write(self.translation(text), text)
            elif text.startswith("sextant:") and not kind:
                self.problem(line, "a whole file, and no kind that this test knows")

    def translation(self, text):
        """Where a translation stands: below its instrument or its library."""
        of, language = key(text, "of"), key(text, "language")
        if of in self.libraries:
            return f"{self.libraries[of][0]}/{self.libraries[of][1]}/{language}/main.yaml"
        return f"{of}/lang/{language}.yaml"

    def fence(self, line, info, text):
        if info.startswith("csv "):
            self.table = self.write(f"tables/{info.split()[1]}", text)
            return
        if not text.startswith("sextant:"):
            return
        kind = text.split("\n", 1)[0].split()[1]
        if kind == "instrument/1":
            self.instrument = os.path.join(self.folder, key(text, "id"))
            self.check(line, os.path.join(self.instrument, "instrument.yaml"))
        elif kind == "translation/1":
            self.check(line, os.path.join(self.folder, self.translation(text)))
        elif kind in ("actions/1", "notes/1"):
            self.check(line, os.path.join(self.folder, key(text, "for"), kind[:-2] + ".yaml"))
        elif kind == "answers/1":
            self.finish()
            named = re.search(r"^instrument: \{id: ([^,} ]+)", text, re.M).group(1)
            instrument = os.path.join(self.folder, named)
            path = self.write(f"answers/{line}.yaml", text)
            self.answers = (path, instrument)
            self.check(line, path, "-q", instrument)
            code, out, errors = self.run("score", path, "-q", instrument, "--json")
            if code != 0:
                self.problem(line, f"`sextant score` says {code}:\n{errors}")
            self.rows = [json.loads(one) for one in out.splitlines()]
            self.stderr = ""
        elif kind == "columns/1":
            self.finish()
            path = self.write(f"columns/{line}.yaml", text)
            self.check(line, path, "-q", self.instrument)
            code, out, self.stderr = self.run(
                "score", "-q", self.instrument, "--table", self.table, "--columns", path, "--json"
            )
            self.rows = [json.loads(one) for one in out.splitlines()]
            if code != 0:
                self.pending = (line, self.stderr)
        else:
            self.check(line, self.write(f"others/{line}.yaml", text))

    def finish(self):
        if self.pending:
            self.problem(self.pending[0], f"rows were not taken, and the page does not say so:\n{self.pending[1]}")
        self.pending = None

    def statement(self, line, text):
        finding = re.fullmatch(r"Finding ([^ ]+): \"(.*)\"", text)
        against = re.fullmatch(r"Against ([^ ]+): (.*)\.", text)
        taken = re.fullmatch(r"Not taken: lines? ([0-9, ]+)\.", text)
        result = re.fullmatch(r"Result(?:, unit ([^,:]+))?(?:, round ([^:]+))?: (.*)\.", text)
        if finding:
            self.facts += 1
            said = [one["sentence"] for row in self.rows for one in row["findings"] if one["rule"] == finding.group(1)]
            if finding.group(2) not in said:
                self.problem(line, f"finding {finding.group(1)}: {said}")
        elif against:
            self.against(line, *against.groups())
        elif taken:
            self.facts += 1
            self.pending = None
            lines = re.findall(r"^[^\n:]*:(\d+):\d+: error Q05\d\d: row not taken", self.stderr, re.M)
            if lines != taken.group(1).replace(" ", "").split(","):
                self.problem(line, f"not taken: lines {', '.join(lines)}\n{self.stderr}")
        elif result:
            unit, round_id, facts = result.groups()
            rows = [
                row
                for row in self.rows
                if unit in (None, row["unit"]["id"]) and round_id in (None, row["round"]["id"])
            ]
            if len(rows) != 1:
                self.problem(line, f"{len(rows)} rows are meant by: {text}")
                return
            for fact in facts.split("; "):
                self.fact(line, rows[0], fact.strip())
        else:
            self.problem(line, f"cannot be read: {text}")

    def against(self, line, other, facts):
        answers, instrument = self.answers
        other = os.path.join(self.folder, other)
        code, out, errors = self.run("check", answers, "-q", instrument, "--against", other, "--json")
        if code != 0:
            self.problem(line, f"`sextant check --against` says {code}:\n{errors}")
            return
        found = sorted(f"{one['question']} is {one['fate']}" for one in json.loads(out)["answers"])
        self.facts += len(found)
        if sorted(facts.split("; ")) != found:
            self.problem(line, f"found {'; '.join(found)}")

    def number(self, line, what, wanted, found):
        about, digits = wanted
        decimals = len(digits.split(".")[1]) if "." in digits else 0
        slack = 0.5 * 10.0**-decimals + 1e-12 if about else 1e-9
        if found is None or abs(float(digits) - found) > slack:
            self.problem(line, f"{what}: the page says {about or ''}{digits}, found {found}")

    def fact(self, line, row, fact):
        self.facts += 1
        match = re.match(r"([^ ]+)(?: = " + NUMBER + r"| is (\w+))(.*)$", fact)
        if not match:
            self.problem(line, f"cannot be read: {fact}")
            return
        name, about, value, state, rest = match.groups()
        if name == "balance":
            self.number(line, name, (about, value), (row["balance"] or {}).get("balanced"))
            mean = re.fullmatch(", mean " + NUMBER, rest)
            self.number(line, "mean", mean.groups(), (row["balance"] or {}).get("mean"))
            return
        found = row["nodes"].get(name) or row["questions"].get(name)
        if found is None:
            self.problem(line, f"there is no {name}")
            return
        if state and (found["state"] != state or found["value"] is not None):
            self.problem(line, f"{name}: the page says {state}, found {found['state']}")
        if value:
            self.number(line, name, (about, value), found["value"])
        while rest:
            word = re.match(r", (own level|level) ([^ ,]+)", rest)
            coverage = re.match(", coverage " + NUMBER, rest)
            span = re.match(", range " + NUMBER + " to " + NUMBER, rest)
            one = word or coverage or span
            if word and found[word.group(1).replace(" ", "_")] != word.group(2):
                self.problem(line, f"{name}, {word.group(0)[2:]}: found {found[word.group(1).replace(' ', '_')]}")
            elif coverage:
                self.number(line, f"{name}, coverage", coverage.groups(), found["coverage"])
            elif span:
                ends = found["range"] or [None, None]
                self.number(line, f"{name}, range", span.groups()[:2], ends[0])
                self.number(line, f"{name}, range", span.groups()[2:], ends[1])
            elif not one:
                self.problem(line, f"cannot be read: {fact}")
                return
            rest = rest[one.end() :]


def main():
    sextant, page = os.path.abspath(sys.argv[1]), sys.argv[2]
    with tempfile.TemporaryDirectory() as folder:
        found = read_page(page)
        run = Page(sextant, page, folder)
        run.place([one for one in found if one[1] == "fence"])
        for line, kind, info, text in found:
            if kind == "fence":
                run.fence(line, info, text)
            else:
                run.statement(line, text)
        run.finish()
    for problem in run.problems:
        print(problem)
    print(f"{run.examples} whole files checked, {run.facts} stated facts, {len(run.problems)} problems")
    # A page that lost its examples must not pass.
    sys.exit(1 if run.problems or run.examples < 40 or run.facts < 100 else 0)


main()
