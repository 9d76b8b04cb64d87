"""Checks the pages of docs/codes: both languages of every code, and what their examples do.

usage: run.py BINARY REPOSITORY [PAGES] [CODE...]
PAGES is the folder of the pages, docs/codes by default; with codes, only their pages are looked at.
"""
import concurrent.futures
import os
import pathlib
import re
import shlex
import subprocess
import sys
import tempfile

import pages

REPORTED = re.compile(r": (error|warning) (Q\d{4}): ")
BASE = "example/instrument.yaml"


def write(folder, name, content):
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)


def symlink_loop(folder):
    (folder / "answers.yaml").symlink_to("answers.yaml")


def unreadable(folder):
    write(folder, "answers.yaml", "sextant: answers/1\n")
    (folder / "answers.yaml").chmod(0)


# What a page cannot show and a test can make. The rest of the codes without an example depend on the machine.
MADE = {
    "Q0102": lambda folder: write(folder, "answers.yaml", b"sextant: answers/1\nnotes: \xe9cole\n"),
    "Q0106": lambda folder: write(folder, "answers.yaml", b"sextant: answers/1\nnotes: a\x00b\n"),
    "Q0107": lambda folder: write(folder, "answers.yaml", b"#" * (17 << 20)),
    "Q0901": symlink_loop,
}
if os.geteuid() != 0:  # root may read everything
    MADE["Q0902"] = unreadable


class Checker:
    def __init__(self, binary, repository, folder, only):
        self.binary = str(pathlib.Path(binary).resolve())
        self.folder = folder
        self.codes = pages.codes(repository)
        self.only = only or list(self.codes)
        self.pages = {lang: pages.load(folder, lang) for lang in ("en", "fr")}
        self.readme = (folder / "README.md").read_text(encoding="utf-8")
        self.base = (folder / BASE).read_text(encoding="utf-8")

    def sextant(self, args, where):
        environment = {key: value for key, value in os.environ.items() if not key.startswith(("LC_", "LANG"))}
        environment.update(LC_ALL="C.UTF-8", NO_COLOR="1", SEXTANT_QUESTIONNAIRES=str(self.folder))
        return subprocess.run([self.binary, *args], cwd=where, env=environment, stdin=subprocess.DEVNULL,
                              capture_output=True, check=False, timeout=120)

    def commands(self, blocks):
        """What to run on the files of a page."""
        own = [shlex.split(line) for info, text in blocks if info == "sh" for line in text.splitlines()]
        if own:
            return own
        names = [info.split()[-1] for info, _ in blocks]
        if "table.csv" in names:
            columns = ["--columns", "columns.yaml"] if "columns.yaml" in names else []
            return [["sextant", "score", "-q", "instrument.yaml", "--table", "table.csv", "--unit", "unit",
                     *columns, "--json"]]
        return [["sextant", "check", next((name for name in names if name.startswith("answers.")), names[0])]]

    def run(self, blocks):
        """The codes that the files of a page bring about, with their severities, and the exit code."""
        with tempfile.TemporaryDirectory() as scratch:
            folder = pathlib.Path(scratch)
            write(folder, "instrument.yaml", self.base)
            for info, text in blocks:
                if info != "sh":
                    write(folder, info.split()[-1], text)
            return self.result(self.commands(blocks), folder)

    def result(self, commands, folder):
        found, code = set(), 0
        for command in commands:
            if command[:1] != ["sextant"]:
                return set(), f"{command} is no command of sextant"
            done = self.sextant([*command[1:], "--lang", "en"], folder)
            found |= set(REPORTED.findall(done.stderr.decode(errors="replace")))
            code = max(code, done.returncode)
        return found, code

    def check_examples(self, id):
        page, wrong = self.pages["en"][id], []
        severity = self.codes[id]
        for what, blocks in (("example", page.example), ("other form", page.instead)):
            if not blocks:
                return [f"{id}: the page has no {what} and does not say why"]
            if any(info != "sh" and len(info.split()) != 2 for info, _ in blocks):
                return [f"{id}: a block of the {what} names no file"]
        found, code = self.run(page.example)
        if (severity, id) not in found:
            wrong.append(f"{id}: the example does not report the {severity} {id}, but {listed(found)}")
        others = {code for _, code in found} - {id}
        if others != page.also:
            wrong.append(f"{id}: the example also reports {sorted(others)}; the page says {sorted(page.also)}")
        if (code == 0) != (severity == "warning" and not any(kind == "error" for kind, _ in found)):
            wrong.append(f"{id}: the example ends with exit code {code}")
        found, code = self.run(page.instead)
        if found or code != 0:
            wrong.append(f"{id}: the other form reports {listed(found)}, exit code {code}")
        return wrong

    def check_made(self, id):
        if id not in MADE:
            return []
        with tempfile.TemporaryDirectory() as scratch:
            MADE[id](pathlib.Path(scratch))
            found, _ = self.result([["sextant", "check", "answers.yaml"]], scratch)
        return [] if found == {("error", id)} else [f"{id}: the file made by the test reports {listed(found)}"]

    def check_page(self, id, lang):
        page, wrong = self.pages[lang][id], []
        where = f"{lang}/{id}.md"
        if page.id != id or not page.title:
            wrong.append(f"{where}: the title must start with '# {id}{pages.SEPARATOR[lang]}'")
        if lang == "fr" and re.search(r"[^\u00a0][:;?!»](\s|$)|«[^\u00a0]|\u00a0 | \u00a0", page.prose()):
            wrong.append(f"{where}: a no-break space is missing before : ; ? ! » or after «")
        link = f"[{page.title}]({where})"
        row = re.search(rf"^\| {id} \| {self.codes[id]} \|.*$", self.readme, re.MULTILINE)
        if row is None or link not in row.group(0):
            wrong.append(f"README.md: the row of {id} lacks {link}")
        shown = self.sextant(["explain-code", id, "--lang", lang], self.folder)
        if shown.returncode != 0 or shown.stdout.decode() != page.text:
            wrong.append(f"{where}: explain-code prints something else; was CMake run again?")
        return wrong

    def check(self, id):
        absent = [lang for lang in ("en", "fr") if id not in self.pages[lang]]
        if absent:
            return [f"{lang}/{id}.md is missing" for lang in absent]
        wrong = self.check_page(id, "en") + self.check_page(id, "fr")
        en, fr = self.pages["en"][id], self.pages["fr"][id]
        if (en.example, en.instead, en.also, en.has_none) != (fr.example, fr.instead, fr.also, fr.has_none):
            wrong.append(f"{id}: the examples differ between English and French")
        if not en.has_none:
            return wrong + self.check_examples(id)
        if en.example or en.instead:
            wrong.append(f"{id}: the page has an example and says that it has none")
        return wrong + self.check_made(id)

    def check_all(self):
        wrong = [f"{lang}/{name}.md: there is no such code"
                 for lang, known in self.pages.items() for name in known if name not in self.codes]
        wrong += [f"README.md: there is no code {id}"
                  for id in re.findall(r"^\| (Q\w+) \|", self.readme, re.MULTILINE) if id not in self.codes]
        if self.sextant(["explain-code", "Q9999"], self.folder).returncode == 0:
            wrong.append("explain-code knows a code that does not exist")
        with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
            for found in pool.map(self.check, self.only):
                wrong += found
        return wrong


def listed(found):
    return ", ".join(f"{severity} {id}" for severity, id in sorted(found)) or "nothing"


def main(binary, repository, folder="", *only):
    repository = pathlib.Path(repository).resolve()
    checker = Checker(binary, repository, pathlib.Path(folder or repository / "docs/codes").resolve(), only)
    wrong = checker.check_all()
    for line in wrong:
        print(line)
    shown = sum(not checker.pages["en"][id].has_none for id in checker.only if id in checker.pages["en"])
    print(f"{len(checker.only)} codes, {shown} with examples that run, {len(wrong)} problems")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
