#!/usr/bin/env python3
"""Adds up again what `sextant explain` prints, as text and as JSON: readd.py SEXTANT REPOSITORY

For every sample country and for an instrument with all rules (rules/), every node's number must follow from what is
printed with it, and from nothing else, by the formulas of docs/method.md: parts, weights, rule, transform, steps,
rounding, and what holds its level down.
"""

import glob
import json
import math
import os
import re
import subprocess
import sys

EPSILON = 1e-9
NEED = 1e-9


def rounded(x, digits, mode):
    unit = 10.0**digits
    scaled = x * unit
    if mode == "floor":
        return math.floor(scaled + EPSILON) / unit
    if mode == "ceiling":
        return math.ceil(scaled - EPSILON) / unit
    if mode == "half_up":
        return math.floor(scaled + 0.5 + EPSILON) / unit
    if mode == "half_even":
        below = math.floor(scaled)
        rest = scaled - below
        up = below % 2 == 1 if abs(rest - 0.5) <= EPSILON else rest > 0.5
        return (below + up) / unit
    below, above = math.floor(abs(scaled)) / unit, math.ceil(abs(scaled)) / unit
    to_below, to_above = abs(x) - below, above - abs(x)
    down = to_below < to_above or (to_below == to_above and math.floor(abs(scaled)) % 2 == 0)
    return math.copysign(below if down else above, x)


def stepped(steps, x):
    value = steps[0][1]
    for start, becomes in steps:
        if x >= start - EPSILON:
            value = becomes
    return value


def balanced(parts, low, high):
    weights = sum(w for _, w in parts)
    mapped = [(70 + 60 * (x - low) / (high - low), w) for x, w in parts]
    mean = sum(r * w for r, w in mapped) / weights
    variance = sum(w * (r - mean) ** 2 for r, w in mapped) / weights
    return low + (mean - variance / mean - 70) / 60 * (high - low)


def combined(rule, parts, plus=None, ends=None):
    """By a rule that looks at values and weights; parts are (value, weight)."""
    values = [x for x, _ in parts]
    weights = sum(w for _, w in parts)
    if rule == "weighted_mean":
        return sum(x * w for x, w in parts) / weights
    if rule == "sum":
        return sum(x * w for x, w in parts)
    if rule == "minimum":
        return min(values)
    if rule == "maximum":
        return max(values)
    if rule == "geometric_mean":
        return 0 if min(values) <= 0 else math.exp(sum(w * math.log(x) for x, w in parts) / weights)
    if rule == "harmonic_mean":
        return 0 if min(values) <= 0 else weights / sum(w / x for x, w in parts)
    if rule == "weakest_link_plus":
        return min(values) + (plus if max(values) > min(values) + EPSILON else 0)
    if rule == "balanced":
        return balanced(parts, *ends)
    raise ValueError(f"rule {rule}")


class Check:
    def __init__(self):
        self.problems = []
        self.nodes = 0
        self.rules = set()

    def near(self, where, what, got, want):
        if got is None or abs(got - want) > NEED * max(1, abs(want)):
            self.problems.append(f"{where}: {what}: printed {want}, added up {got}")


def fits(row, levels, order):
    if row["of"] and sorted(row["of"]) != sorted(levels):
        return False
    for count in row["counts"]:
        at = order.index(count["level"])
        found = sum(order.index(x) == at or (count["or_above"] and order.index(x) > at) for x in levels)
        if not count["at_least"] <= found <= count["at_most"]:
            return False
    return True


def allowed(node, order):
    """The highest level that the gates printed allow."""
    highest = len(order) - 1
    for gate in node["gates"]:
        if any(n["asked"] and n["met"] < n["share"] * n["asked"] - EPSILON for n in gate["needs"]):
            highest = min(highest, max(0, order.index(gate["level"]) - 1))
    return highest


def level_of(scale, value):
    if scale["decide_on"]:
        value = rounded(value, scale["decide_on"]["digits"], scale["decide_on"]["mode"])
    at = 0
    for i, level in enumerate(scale["levels"]):
        if i and value >= level["from"] - EPSILON:
            at = i
    return at


def check_json(check, where, chain):
    stored = {node["id"]: node["value"] for node in chain}
    for node in chain:
        here = f"{where} {node['id']} (JSON)"
        for part in node["parts"]:
            if part["kind"] != "question" and part["value"] is not None:
                check.near(here, part["id"], stored[part["id"]], part["value"])
            if (part["use"] == "counted") != (part["value"] is not None):
                check.problems.append(f"{here}: {part['id']} is {part['use']}, value {part['value']}")
        if node["value"] is None:
            continue
        check.nodes += 1
        check.rules.add(node["rule"])
        scale = node["scale"]
        order = [level["id"] for level in scale["levels"]]
        counted = [part for part in node["parts"] if part["use"] == "counted"]
        if node["rule"] == "lookup":
            levels = [part["level"] for part in counted]
            value = next((row["is"] for row in node["table"] if fits(row, levels, order)), None)
        elif node["rule"] == "staged":
            value = scale["levels"][allowed(node, order)]["value"]
        else:
            parts = [(part["value"], part["weight"]) for part in counted]
            value = combined(node["rule"], parts, node["plus"], (scale["min"], scale["max"]))
        check.near(here, "combined", value, node["combined"])
        value = node["combined"]
        if node["transform"]:
            value = value * node["transform"]["factor"] + node["transform"]["offset"]
        if node["steps"]:
            value = stepped([(step["from"], step["value"]) for step in node["steps"]], value)
        check.near(here, "adjusted", value, node["adjusted"])
        value = node["adjusted"]
        if node["round"]:
            value = rounded(value, node["round"]["digits"], node["round"]["mode"])
        check.near(here, "value", value, node["value"])
        own = level_of(scale, node["value"])
        level = min([own, allowed(node, order)] + [order.index(limit["at"]) for limit in node["limits"]])
        if order[own] != node["own_level"] or order[level] != node["level"]:
            check.problems.append(f"{here}: level {order[own]}, {order[level]}: printed {node['own_level']}, {node['level']}")


NUMBER = r"-?[0-9.]+(?:e[-+]?[0-9]+)?"
RULES = {"weighted mean": "weighted_mean", "sum": "sum", "minimum": "minimum", "lowest": "minimum", "maximum": "maximum",
         "highest": "maximum", "geometric mean": "geometric_mean", "harmonic mean": "harmonic_mean", "balanced mean": "balanced"}


def rule_named(words):
    for name, rule in RULES.items():
        if words.startswith(name):
            return rule
    for name in ("weakest", "lookup", "staged", "balanced"):
        if name in words or (name == "lookup" and "table" in words) or (name == "staged" and "stage" in words):
            return {"weakest": "weakest_link_plus"}.get(name, name)
    raise ValueError(f"rule {words}")


def check_row(levels, row, names):
    """Whether the row that is said to fit fits the levels printed. `names` are the levels' numbers, rising."""
    if row == "any":
        return True
    if "≥" not in row:
        return row == levels
    for condition in row.split(", "):
        level, above, least, most = re.match(r"(\S+?)(\+?) ≥ (\d+)(?: ≤ (\d+))?$", condition).groups()
        at = names.index(level)
        found = sum(x == level or bool(above and names.index(x) > at) for x in levels.split())
        if found < int(least) or (most and found > int(most)):
            return False
    return True


def check_text(check, where, text, scales):
    """Each node: its headline, its rule, its needs and limits, then its parts."""
    lines = text.rstrip("\n").split("\n")
    nodes = []
    open_nodes = []
    for line in lines:
        indent = len(line) - len(line.lstrip())
        body = line.strip()
        while open_nodes and indent <= open_nodes[-1]["indent"]:
            open_nodes.pop()
        head = re.match(rf".*\[([^\]]+)\] = ({NUMBER}), (.*)$", body)
        if head and not body.startswith("+ "):
            node = {"indent": indent, "id": head[1], "value": float(head[2]), "rule": None, "parts": [], "needs": []}
            open_nodes.append(node)
            nodes.append(node)
        elif re.match(r".*\[[^\]]+\] = ", body) and not body.startswith(("+ ", "- ")):
            open_nodes.append({"indent": indent, "rule": None, "parts": [], "needs": [], "value": None})
        elif body.startswith("+ "):
            part = re.search(rf"\]: ({NUMBER}), weight ({NUMBER}) \(", body)
            open_nodes[-1]["parts"].append((float(part[1]), float(part[2])))
        elif body.startswith("For "):
            need = re.match(rf"For (.*): (\d+) of (\d+) at {NUMBER} or better; ({NUMBER}) needed$", body)
            open_nodes[-1]["needs"].append((need[1], int(need[2]), int(need[3]), float(need[4])))
        elif not body.startswith("- ") and open_nodes and open_nodes[-1]["rule"] is None:
            open_nodes[-1]["rule"] = body
    for node in nodes:
        here = f"{where} {node['id']} (text)"
        check.nodes += 1
        words, _, rest = node["rule"].partition(": ")
        pieces = rest.split("; ")
        value = float(pieces[0])
        rule = rule_named(words)
        plus = re.search(rf"; plus ({NUMBER}) if", node["rule"])
        ends = re.search(rf"; on ({NUMBER}) to ({NUMBER})", node["rule"])
        scale = scales[node["id"]]
        if rule == "lookup":
            found = re.search(r"; levels (.*?); row \((.*?)\)", node["rule"])
            if not check_row(found[1], found[2], [level["number"] for level in scale]):
                check.problems.append(f"{here}: {found[1]} does not fit {found[2]}")
        elif rule == "staged":
            failed = [level for level, met, asked, share in node["needs"] if asked and met < share * asked - EPSILON]
            names = [f"{level['number']} {level['name']}" for level in scale]
            at = min([len(names)] + [names.index(level) for level in failed]) - 1
            check.near(here, "stage", scale[max(0, at)]["value"], value)
        else:
            again = combined(rule, node["parts"], plus and float(plus[1]), ends and (float(ends[1]), float(ends[2])))
            check.near(here, "combined", again, value)
        times = re.search(rf"; times ({NUMBER}) plus ({NUMBER})", node["rule"])
        steps = re.search(r"; steps ([^;]*)", node["rule"])
        becomes = re.search(rf"; becomes ({NUMBER})", node["rule"])
        round_to = re.search(rf"; rounded to (\d+) decimals \((\w+)\): ({NUMBER})", node["rule"])
        if times:
            value = value * float(times[1]) + float(times[2])
        if steps:
            value = stepped([tuple(float(x) for x in step.split(" → ")) for step in steps[1].split(", ")], value)
        if becomes:
            check.near(here, "becomes", value, float(becomes[1]))
            value = float(becomes[1])
        if round_to:
            value = rounded(value, int(round_to[1]), round_to[2])
            check.near(here, "rounded", value, float(round_to[3]))
        check.near(here, "value", value, node["value"])


def main():
    sextant, repository = sys.argv[1], sys.argv[2]
    environment = dict(os.environ, SEXTANT_QUESTIONNAIRES=os.path.join(repository, "questionnaires"), LC_ALL="C.UTF-8")

    def explain(path, nodes, *more):
        done = subprocess.run([sextant, "explain", path, *nodes, *more], env=environment, capture_output=True, text=True)
        if done.returncode != 0:
            sys.exit(f"explain {path}: {done.returncode}\n{done.stderr}")
        return done.stdout

    here = os.path.dirname(os.path.abspath(__file__))
    check = Check()
    rules = ["overall", "grades", "stage", "after", "by-sum", "by-minimum", "by-maximum", "by-geometric", "by-harmonic",
             "by-weakest", "by-balance", "half-even", "floor", "ceiling", "as-r"]
    cases = [(path, []) for path in sorted(glob.glob(os.path.join(repository, "questionnaires/sample/*/*.yaml")))]
    cases.append((os.path.join(here, "rules", "ATL.yaml"), rules))
    for path, nodes in cases:
        where = os.path.relpath(path, repository)
        scales = {}
        for line in explain(path, nodes, "--json").splitlines():
            chain = json.loads(line)["chain"]
            check_json(check, where, chain)
            for node in chain:
                scales[node["id"]] = node["scale"]["levels"]
        check_text(check, where, explain(path, nodes, "--lang", "en"), scales)
    for problem in check.problems[:40]:
        print(problem)
    print(f"{len(cases)} files, {check.nodes} nodes added up, rules {len(check.rules)}, problems {len(check.problems)}")
    if check.nodes < 500 or len(check.rules) != 10:
        sys.exit("too little was checked")
    sys.exit(1 if check.problems else 0)


if __name__ == "__main__":
    main()
