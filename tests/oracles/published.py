#!/usr/bin/env python3
"""Published indices come out from an instrument file, a table and a column map alone.

usage: published.py SEXTANT SET REPOSITORY     SET: hdi, egdi or bipa
The data stand beside the repository, in ../shared/oracles; where they are absent the test is skipped (exit 77).
"""
import csv
import json
import pathlib
import subprocess
import sys

sextant, name, root = sys.argv[1], sys.argv[2], pathlib.Path(sys.argv[3])
data = root.parent / "shared" / "oracles" / name
if not data.is_dir():
    print(f"SKIP: {data} is absent")
    sys.exit(77)
here = root / "tests" / "oracles" / name


def score(table, unit):
    """The objects that `score --table` prints, by unit and round."""
    done = subprocess.run(
        [sextant, "score", "-q", here / "instrument.yaml", "--table", table, "--columns", here / "columns.yaml",
         "--unit", unit, "--json"], capture_output=True, text=True, encoding="utf-8")
    assert done.returncode == 0, f"exit {done.returncode}\n{done.stderr}"
    objects = [json.loads(line) for line in done.stdout.splitlines()]
    return {(one["unit"]["id"], one["round"]["id"]): one["nodes"] for one in objects}


def rows(path):
    with open(path, encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def close(value, published, within):
    return value is not None and abs(value - float(published)) <= within + 1e-12


def hdi():
    nodes = score(data / "hdi_components.csv", "iso3")
    values = levels = level_count = complete = 0
    for row in rows(data / "hdi_components.csv"):
        for year in ("2010", "2015", "2019", "2020", "2021"):
            if all(row[f"{column}_{year}"] for column in ("hdi", "le", "eys", "mys", "gnipc")):
                complete += 1
                values += close(nodes[row["iso3"], year]["hdi"]["value"], row[f"hdi_{year}"], 0.0005)
        if row["hdicode"]:
            level_count += 1
            levels += nodes[row["iso3"], "2021"]["hdi"]["level"] == row["hdicode"]
    print(f"values {values} of {complete}, levels {levels} of {level_count}")
    return complete > 900 and values == complete and level_count == 191 and levels == 191


def egdi():
    found = count = 0
    for table in sorted(data.glob("EGOV_DATA_*.csv")):
        nodes = score(table, "Country Name")
        for row in rows(table):
            key = row["Country Name"].strip(), row["Survey Year"]
            count += 1
            found += close(nodes[key]["egdi"]["value"], row["E-Government Index"], 0.0001)
    print(f"values {found} of {count}")
    return count == 5 * 193 and found == count


def bipa():
    nodes = score(data / "bipa2024_all_data.csv", "cc_iso3c")
    tier = {row["structure_id"]: row["level"] for row in rows(data / "bipa2024_data_structure.csv")}
    found = count = top = top_count = 0
    for row in rows(data / "bipa2024_all_data.csv"):
        if tier[row["structure_id"]] == "metric" or row["value"] in ("", "NA"):
            continue
        same = close(nodes[row["cc_iso3c"], None][row["structure_id"]]["value"], row["value"], 1e-9)
        count += 1
        found += same
        if tier[row["structure_id"]] in ("domain", "index"):
            top_count += 1
            top += same
    print(f"all tiers {found} of {count}, domains and index {top} of {top_count}")
    return count == 6098 and found >= 6093 and top == top_count == 600


sys.exit(0 if {"hdi": hdi, "egdi": egdi, "bipa": bipa}[name]() else 1)
