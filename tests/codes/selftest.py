"""A planted mistake in the pages must fail, and for the right reason.

usage: selftest.py BINARY REPOSITORY
"""
import pathlib
import shutil
import subprocess
import sys
import tempfile

RUN = pathlib.Path(__file__).with_name("run.py")


def replace(path, old, new):
    text = path.read_text(encoding="utf-8")
    if old not in text:
        raise SystemExit(f"{path.name} has no '{old}' to plant a mistake in")
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def both(old, new):
    def plant(folder):
        for lang in ("en", "fr"):
            replace(folder / lang / "Q0103.md", old, new)
    return plant


# What is done to the pages, and what the test must then say.
PLANTS = [
    (both("anwsers:", "answers:"), "Q0103: the example does not report the error Q0103, but nothing"),
    (both("{id: ATL}", "{id: \"\"}"), "Q0103: the example also reports"),
    (both("\nanswers:", "\nanswer:"), "Q0103: the other form reports error Q0103"),
    (both("```yaml answers.yaml", "```yaml"), "Q0103: a block of the example names no file"),
    (both("```yaml answers.yaml", "```sh\nls\n```\n\n```yaml answers.yaml"), "the example does not report"),
    (lambda f: replace(f / "en/Q0103.md", "## Instead", "## Better"),
     "Q0103: the page has no other form"),
    (lambda f: replace(f / "fr/Q0103.md", "  power.plan: 2", "  power.plan: 3"), "differ between English and French"),
    (lambda f: replace(f / "en/Q0103.md", "# Q0103: ", "# Q0104: "), "en/Q0103.md: the title must start with"),
    (lambda f: replace(f / "fr/Q0103.md", "\u00a0:", " :"), "fr/Q0103.md: a no-break space is missing"),
    (lambda f: replace(f / "en/Q0103.md", "A key is", "A key was"), "explain-code prints something else"),
    (lambda f: replace(f / "README.md", "(fr/Q0103.md)", "(fr/Q0104.md)"), "README.md: the row of Q0103 lacks"),
    (lambda f: (f / "fr/Q0103.md").unlink(), "fr/Q0103.md is missing"),
    (lambda f: shutil.copy(f / "en/Q0103.md", f / "en/Q9999.md"), "en/Q9999.md: there is no such code"),
]


def main(binary, repository):
    failed = 0
    for number, (plant, expected) in enumerate([(lambda f: None, ", 0 problems"), *PLANTS]):
        with tempfile.TemporaryDirectory() as scratch:
            folder = pathlib.Path(scratch, "codes")
            shutil.copytree(pathlib.Path(repository, "docs/codes"), folder)
            plant(folder)
            done = subprocess.run([sys.executable, RUN, binary, repository, folder, "Q0103"],
                                  capture_output=True, text=True, check=False)
        if done.returncode != (0 if number == 0 else 1) or expected not in done.stdout:
            failed += 1
            print(f"plant {number}: expected '{expected}', got exit {done.returncode}:\n{done.stdout}{done.stderr}")
    if not failed:
        print(f"right pages pass, {len(PLANTS)} planted mistakes are found")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
