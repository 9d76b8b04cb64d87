"""The World Bank's GovTech Maturity Index: what it published against what its instrument file gives.

593 country-years in three rounds. All values to 1e-12 and all groups; the same table with five summary rows that are
no countries; and reports of real countries.
"""

import argparse
import csv
import json
import math
import os
import shutil
import subprocess
import sys
import tempfile

ROWS = 593
COUNTRIES = {"ARG": "Argentina", "FRA": "France", "MAR": "Morocco", "RWA": "Rwanda", "URY": "Uruguay"}
ROUNDS = ["2020", "2022", "2025"]

failures = []


def check(holds, message):
    if not holds:
        failures.append(message)
    return holds


def run(command, **options):
    return subprocess.run(command, capture_output=True, check=False, **options)


def score(sextant, table, columns=None):
    """The objects, what was said on stderr, and the exit code."""
    command = [sextant, "score", "-q", "gtmi", "--table", table, "--json"]
    command += ["--columns", columns] if columns else ["--unit", "country_code", "--round", "year"]
    done = run(command)
    objects = [json.loads(line) for line in done.stdout.decode("utf-8").splitlines()]
    return objects, done.stderr.decode("utf-8"), done.returncode


def compare(name, objects, rows):
    """Every object against the table's own columns, in the table's order."""
    if not check(len(objects) == len(rows), f"{name}: {len(objects)} objects for {len(rows)} rows"):
        return
    values = groups = order = 0
    for one, row in zip(objects, rows):
        node = one["nodes"]["gtmi"]
        same = (one["unit"]["id"], one["round"]["id"]) == (row["country_code"], row["year"])
        order += same
        value = node["value"]
        if value is not None and math.isclose(value, float(row["gtmi"]), rel_tol=0, abs_tol=1e-12):
            values += 1
        else:
            failures.append(f"{name}: {row['country_code']} {row['year']}: {value}, published {row['gtmi']}")
        if node["level"] == row["grp"] and node["state"] == "scored" and node["settled"]:
            groups += 1
        else:
            failures.append(f"{name}: {row['country_code']} {row['year']}: {node['level']}, published {row['grp']}")
    check(order == len(rows), f"{name}: the order of the table is not kept")
    print(f"{name}: {values}/{len(rows)} values, {groups}/{len(rows)} groups")


def scores(arguments, table):
    with open(table, encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    check(len(rows) == ROWS, f"the table has {len(rows)} rows")
    objects, _, code = score(arguments.sextant, table)
    check(code == 0, f"score of the table: exit {code}")
    compare("by options", objects, rows)
    mapped, said, code = score(arguments.sextant, table, arguments.columns)
    check(code == 0, f"score with the column map: exit {code}")
    check(said == "", f"the column map leaves something unsaid: {said}")
    compare("by the column map", mapped, rows)
    names = [one["unit"]["name"] for one in mapped]
    check(names == [row["country_name"].strip() for row in rows], "the countries' names are not the table's")
    isos = {one["unit"]["id"]: one["unit"]["iso"] for one in mapped if one["unit"]["iso"]}
    check(isos.get("ROM") == "ROU" and isos.get("ZAR") == "COD", f"the ISO codes of other codes: {isos}")
    return objects


def summary_rows(arguments, table, expected):
    with open(table, encoding="utf-8-sig") as file:
        last = len(file.read().splitlines())
    wanted = list(range(last - 4, last + 1))
    for name, columns in (("by options", None), ("by the column map", arguments.columns)):
        objects, said, code = score(arguments.sextant, table, columns)
        named = []
        for line in said.splitlines():
            if line.startswith(table + ":") and ": error " in line:
                named.append(int(line[len(table) + 1:].split(":")[0]))
        check(code == 1, f"summary rows, {name}: exit {code}, not 1")
        check(named == wanted, f"summary rows, {name}: lines {named} are named, not {wanted}")
        check(len(objects) == ROWS, f"summary rows, {name}: {len(objects)} objects")
        pick = [(o["unit"]["id"], o["round"]["id"], o["nodes"]["gtmi"]["value"]) for o in objects]
        same = [(o["unit"]["id"], o["round"]["id"], o["nodes"]["gtmi"]["value"]) for o in expected]
        check(pick == same, f"summary rows, {name}: the other rows score differently")
    print(f"summary rows: lines {wanted[0]} to {wanted[-1]} are named and nothing else")


def reports(arguments, table):
    with tempfile.TemporaryDirectory() as folder:
        done = run([arguments.sextant, "batch", table, "-q", "gtmi", "--columns", arguments.columns, "-o", folder,
                    "--only", ",".join(COUNTRIES)])
        check(done.returncode == 0, f"batch: exit {done.returncode}: {done.stderr.decode()}")
        made = sorted(os.listdir(folder))
        check(len(made) == len(COUNTRIES) * len(ROUNDS), f"batch made {len(made)} files: {made}")
        for unit, name in COUNTRIES.items():
            for year in ROUNDS:
                found = [one for one in made if one.startswith(f"{unit}-{year}.") and one.endswith(".pdf")]
                if not check(len(found) == 1, f"there is no report of {unit} {year}"):
                    continue
                path = os.path.join(folder, found[0])
                check(os.path.getsize(path) > 20_000, f"{found[0]} has {os.path.getsize(path)} bytes")
                if shutil.which("qpdf"):
                    sound = run(["qpdf", "--check", path])
                    check(sound.returncode == 0, f"qpdf on {found[0]}: {sound.stdout.decode()}{sound.stderr.decode()}")
                if shutil.which("pdftotext"):
                    text = run(["pdftotext", path, "-"]).stdout.decode("utf-8")
                    check(name in text, f"{found[0]} does not name {name}")
        print(f"reports: {len(made)}")
    for tool in ("qpdf", "pdftotext"):
        if not shutil.which(tool):
            print(f"without {tool}: the reports were checked by size alone")


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sextant", required=True)
    parser.add_argument("--oracles", required=True)
    parser.add_argument("--columns", required=True)
    arguments = parser.parse_args()
    folder = os.path.normpath(os.path.join(arguments.oracles, "gtmi"))
    table = os.path.join(folder, "gtmi_2020_2022_2025.csv")
    if not os.path.exists(table):
        print("SKIP: the published GovTech data are not there (../shared/oracles/gtmi)")
        return 77
    objects = scores(arguments, table)
    summary_rows(arguments, os.path.join(folder, "gtmi_with_5_summary_rows.csv"), objects)
    reports(arguments, table)
    for failure in failures[:40]:
        print("FAIL: " + failure)
    print(f"{len(failures)} failures" if failures else "all as published")
    return 1 if failures else 0


sys.exit(main())
