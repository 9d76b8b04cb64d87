#!/usr/bin/env python3
"""Runs the examples of questionnaires/README.md: check_guide.py SEXTANT REPOSITORY

In the order of the page, in one scratch folder: a block ```yaml PATH is written to that path, a block ```sh is run with
`sextant` in the path and must end well, and a block ```text right after it is what it must have printed (both streams).
Any other fence is a fault: every example runs.
"""

import os
import re
import subprocess
import sys
import tempfile


def fences(path):
    """(line, info, text) of every fence of the page."""
    text = open(path, encoding="utf-8").read()
    for found in re.finditer(r"^```(.*)\n((?:.*\n)*?)```$", text, re.M):
        yield text.count("\n", 0, found.start()) + 1, found.group(1).strip(), found.group(2)


def main(sextant, repository):
    page = os.path.join(repository, "questionnaires/README.md")
    problems, examples, printed = [], 0, None
    with tempfile.TemporaryDirectory() as scratch:
        work = os.path.join(scratch, "work")
        os.makedirs(os.path.join(scratch, "bin"))
        os.makedirs(work)
        os.symlink(os.path.abspath(sextant), os.path.join(scratch, "bin/sextant"))
        environment = dict(os.environ, LC_ALL="C.UTF-8", NO_COLOR="1",
                           PATH=os.path.join(scratch, "bin") + ":" + os.environ["PATH"],
                           SEXTANT_QUESTIONNAIRES=os.path.join(repository, "questionnaires"))
        for line, info, text in fences(page):
            examples += 1
            where = f"{page}:{line}"
            if info.startswith("yaml ") and ".." not in info and not info.startswith("yaml /"):
                path = os.path.join(work, info.split()[1])
                os.makedirs(os.path.dirname(path), exist_ok=True)
                with open(path, "w", encoding="utf-8") as file:
                    file.write(text)
                printed = None
            elif info == "sh":
                done = subprocess.run(["sh", "-eu", "-c", text], cwd=work, env=environment, text=True, encoding="utf-8",
                                      stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                                      check=False)
                printed = done.stdout
                if done.returncode != 0:
                    problems.append(f"{where}: ends with {done.returncode}:\n{done.stdout}")
            elif info == "text" and printed is not None:
                if printed != text:
                    problems.append(f"{where}: the page shows something else than\n{printed}")
            else:
                problems.append(f"{where}: a block that is not run")
    for problem in problems:
        print(problem)
    print(f"{examples} examples, {len(problems)} problems")
    # A page that lost its examples must not pass.
    return 1 if problems or examples < 12 else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
