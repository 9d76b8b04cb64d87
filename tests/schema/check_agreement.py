#!/usr/bin/env python3
"""Proves that the JSON Schemas and the loader agree: check_agreement.py SEXTANT ROOT

Every instrument and answers file of the project, and every whole-file example of docs/questionnaire-format.md, is
accepted by both; every mutation of mutations.py is refused by both. What a schema cannot know (ids that must exist or
be unique, levels in order, weights that add to nothing) is the loader's alone and not tried here.
"""

import copy
import json
import os
import re
import subprocess
import sys
import tempfile
import warnings

warnings.simplefilter("ignore", DeprecationWarning)
try:
    import jsonschema
    import yaml
except ImportError as missing:
    print(f"SKIP: needs python3-jsonschema and python3-yaml ({missing})")
    sys.exit(77)
if not hasattr(jsonschema, "Draft202012Validator"):
    print("SKIP: this python3-jsonschema does not know draft 2020-12")
    sys.exit(77)

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import mutations  # noqa: E402  (after the path is set)


class CoreLoader(yaml.SafeLoader):
    """YAML 1.2 as editors read it: `yes` is a text, 2025-03-25 is a text."""


CoreLoader.yaml_implicit_resolvers = {}
for tag, pattern, first in (
    ("bool", r"^(?:true|True|TRUE|false|False|FALSE)$", "tTfF"),
    ("int", r"^[-+]?[0-9]+$", "-+0123456789"),
    ("float", r"^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$", "-+.0123456789"),
    ("null", r"^(?:~|null|Null|NULL|)$", "~nN\0"),
):
    firsts = list(first) + ([""] if tag == "null" else [])
    CoreLoader.add_implicit_resolver("tag:yaml.org,2002:" + tag, re.compile(pattern), firsts)
CoreLoader.add_constructor("tag:yaml.org,2002:int", lambda loader, node: int(node.value))
CoreLoader.add_constructor("tag:yaml.org,2002:float", lambda loader, node: float(node.value))


def with_text_keys(tree):
    if isinstance(tree, dict):
        return {str(key): with_text_keys(value) for key, value in tree.items()}
    return [with_text_keys(one) for one in tree] if isinstance(tree, list) else tree


def load(text):
    return with_text_keys(yaml.load(text, Loader=CoreLoader))


class Agreement:
    def __init__(self, sextant, root, folder):
        self.sextant = os.path.abspath(sextant)
        self.root = root
        self.folder = folder
        self.problems = []
        self.counts = {"accepted": 0, "refused": 0}
        self.validators = {}
        for kind in ("instrument", "answers"):
            with open(f"{root}/schemas/sextant-{kind}-1.schema.json", encoding="utf-8") as file:
                schema = json.load(file)
            jsonschema.Draft202012Validator.check_schema(schema)
            self.validators[kind] = jsonschema.Draft202012Validator(schema)
        instrument = self.validators["instrument"].schema
        # What an instrument includes, by the folder that it stands in.
        self.parts = {
            folder: jsonschema.Draft202012Validator({**instrument["$defs"][name], "$defs": instrument["$defs"]})
            for folder, name in (("pillars", "node"), ("lenses", "index"))
        }

    def check(self, path):
        result = subprocess.run(
            [self.sextant, "check", path, "--lang", "en"], capture_output=True, text=True, check=False
        )
        if result.returncode not in (0, 1):
            self.problems.append(f"{path}: sextant check exits with {result.returncode}\n{result.stderr}")
        return result.returncode == 0, result.stderr

    def accept(self, validator, tree, path, name):
        """`path` is what the loader reads; none for files that are read through another."""
        self.counts["accepted"] += 1
        for error in validator.iter_errors(tree):
            self.problems.append(f"{name}: the schema refuses {error.json_path}: {error.message[:300]}")
        if path:
            fine, errors = self.check(path)
            if not fine:
                self.problems.append(f"{name}: the loader refuses:\n{errors}")

    def files(self):
        for top in ("questionnaires", "tests", "samples", "examples"):
            for folder, folders, names in os.walk(os.path.join(self.root, top)):
                # Cases and corpora hold files that are wrong on purpose.
                folders[:] = sorted(one for one in folders if one not in ("cases", "corpus", "fuzz", "bench", "unit"))
                for name in sorted(names):
                    if name.endswith((".yaml", ".yml")):
                        self.file(os.path.join(folder, name))

    def file(self, path):
        with open(path, encoding="utf-8") as file:
            text = file.read()
        name = os.path.relpath(path, self.root)
        kind = re.search(r"^sextant: (\w+)/1", text, re.M)
        if kind and kind.group(1) in self.validators:
            self.accept(self.validators[kind.group(1)], load(text), path, name)
        elif not kind and os.path.basename(os.path.dirname(path)) in self.parts:
            self.accept(self.parts[os.path.basename(os.path.dirname(path))], load(text), None, name)

    def page(self):
        with open(f"{self.root}/docs/questionnaire-format.md", encoding="utf-8") as file:
            page = file.read()
        # The test format_examples shows the loader's side.
        for text in re.findall(r"^```yaml\n(sextant: .*?)^```$", page, re.M | re.S):
            kind = text.split("/", 1)[0].split()[1]
            if kind in self.validators:
                self.accept(self.validators[kind], load(text), None, "questionnaire-format.md: " + text[:60])

    def write(self, name, tree):
        path = os.path.join(self.folder, name + ".json")
        with open(path, "w", encoding="utf-8") as file:
            json.dump(tree, file)
        return path

    def mutate(self):
        bases = {"instrument": load(mutations.INSTRUMENT), "answers": load(mutations.ANSWERS)}
        for kind, base in bases.items():
            path = self.write("base-" + kind, base)
            self.accept(self.validators[kind], base, path, f"the {kind} to mutate")
        for number, (kind, where, value) in enumerate(mutations.all_mutations()):
            tree = copy.deepcopy(bases[kind])
            apply(tree, where, value)
            path = self.write(f"{kind}-{number}", tree)
            name = f"{kind}, {where} = {'(removed)' if value is mutations.REMOVED else json.dumps(value)}"
            self.counts["refused"] += 1
            if self.validators[kind].is_valid(tree):
                self.problems.append(f"{name}: the schema accepts it")
            if self.check(path)[0]:
                self.problems.append(f"{name}: the loader accepts it")


def apply(tree, where, value):
    """Sets, or removes, what stands at `a.0.b`; keys with a point in them are written in /slashes/."""
    steps = [one.strip("/") if one.startswith("/") else one for one in re.findall(r"/[^/]+/|[^.]+", where)]
    for step in steps[:-1]:
        tree = tree[int(step)] if isinstance(tree, list) else tree[step]
    last = int(steps[-1]) if isinstance(tree, list) else steps[-1]
    if value is mutations.REMOVED:
        del tree[last]
    else:
        tree[last] = value


def main():
    with tempfile.TemporaryDirectory() as folder:
        run = Agreement(sys.argv[1], sys.argv[2], folder)
        run.files()
        run.page()
        run.mutate()
    for problem in run.problems:
        print(problem)
    counts = run.counts
    print(f"{counts['accepted']} files accepted, {counts['refused']} mutations refused, {len(run.problems)} problems")
    enough = counts["accepted"] >= 40 and counts["refused"] >= 60
    sys.exit(0 if enough and not run.problems else 1)


main()
