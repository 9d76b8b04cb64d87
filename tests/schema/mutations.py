"""Small faults that the schemas and the loader must both refuse: (kind, where, value)."""

REMOVED = object()

# Uses every key that is read.
INSTRUMENT = """
sextant: instrument/1
id: all
version: "1"
title: Every key
short_title: Keys
description: D
notice: N
source: S
licence: CC0-1.0
language: en
languages: [en]
kinds: {pillar: {one: Pillar, many: Pillars}}
scales:
  - id: s
    min: 1
    max: 4
    decide_on: {digits: 3, mode: half_up}
    levels:
      - {id: low, name: Low, description: D, number: "1", value: 1, from: 1}
      - {id: mid, name: Middle, value: 2}
      - {id: high, name: High, value: 4}
defaults: {missing: {dont_know: excluded, unanswered: lowest}, min_coverage: 0.5, not_applicable: no}
overall:
  id: root
  title: All
  about: A
  scale: s
  combine: {rule: weakest_link_plus, plus: 0.5}
  missing: {dont_know: 1}
  min_coverage: 0
  transform: {factor: 1, offset: 0}
  steps: [{from: 1, value: 1}, {from: 2, value: 2}]
  round: {digits: 2, mode: r}
  gates: [{level: mid, needs: [{of: [{id: q.level}], share: 0.5, at: mid}], because: B}]
  evidence_cap: {below_grade: 2, at: mid}
nodes:
  - id: n1
    kind: pillar
    title: N1
    about: A
    weight: 2
    transversal: yes
    tags: [t]
    scale: s
    combine: {rule: lookup, table: [{of: [low, mid], is: low}, {counts: [{level: mid, at_least: 1, at_most: 2, or_above: yes}], is: 2}, {counts: [], is: low}]}
    questions:
      - {id: q.level, title: T, text: T, help: H, quality: [Q], evidence: E, facet: policy, tags: [t], weight: 1, scale: s, not_applicable: yes, levels: {low: L, mid: M, high: H}}
      - {id: q.choice, type: choice, text: T, options: [{id: a, text: A, value: 1}, {id: b, text: B, value: 2}]}
      - {id: q.check, type: checklist, text: T, count: steps, parts: [{id: a, text: A, value: 2}, {id: b, text: B}], steps: [{from: 0, value: 1}]}
      - {id: q.yes, type: yes_no, text: T, values: {yes: 4, no: 1}, ask_if: {all: [{question: q.choice, is: [a, b]}, {any: [{question: q.level, at_least: mid}]}, {none: [{question: q.number, at_most: 3}]}, {question: q.level, answered: yes}]}}
  - id: n2
    title: N2
    nodes:
      - id: n3
        title: N3
        combine: geometric_mean
        questions:
          - {id: q.number, type: number, text: T, unit: km, range: [1, 10], goalposts: {low: 1, high: 10, log: yes, clamp: no}}
          - {id: q.percent, type: percent, text: T, steps: [{from: 0, value: 1}, {from: 50, value: 2}]}
          - {id: q.grid, type: grid, text: T, cells: [{id: c1, text: C}, {id: c2, text: C}]}
          - {id: q.text, type: text, text: T}
indices:
  - {id: i1, kind: lens, title: I, about: A, scale: s, combine: sum, members: [{id: n1, weight: 2}, {under: n1, tag: t}, {facet: policy}]}
  - {id: i2, title: I, questions: [{id: q.own, type: yes_no, text: T}]}
editions: [{id: e1, title: E, about: A, all: yes, questions: [{under: n1}], except: [{id: q.text}]}]
caps: [{id: c1, node: n1, at: mid, while: {node: n2, at_most: low}, because: B}]
prerequisites: [{id: p1, node: n1, needs: [n2], because: B}, {node: n1, needs: n2}]
vision:
  title: V
  about: A
  purpose: {title: T, prompt: P, help: H}
  priorities: {title: T}
  outcomes: {title: T}
  principles: {title: T}
outcomes: [{id: o1, title: O, about: A}, {id: o2, title: O}]
findings:
  - {id: f1, type: lagging, among: pillar, more_than: 0.5, levels: 2, sentence: S, clears: C}
  - {id: f2, type: claimed, share: 0.5, sentence: S}
  - {id: f3, type: uneven, more_than: 1, sentence: S}
  - {id: f4, type: disagreement, share: 0, sentence: S}
  - {id: f5, type: groups_apart, more_than: 1, sentence: S}
respondent_groups: [{id: g1, title: G1}, {id: g2, title: G2}]
agreement: {least_consensus: 0.7}
robustness: {runs: 100, seed: 1, weights: 0.25, concentration: 10, unknown: yes, off_by_one: [0.2, 0.1, 0.1, 0.05, 0], rules: [geometric_mean, minimum]}
glossary: [{id: w1, term: T, forms: [F], meaning: M, exact_case: yes}]
changes: {renamed: {o1: q.level}, split: {o2: [q.yes, q.choice]}, dropped: [o3]}
"""

ANSWERS = """
sextant: answers/1
instrument: {id: all, version: "1", file: base-instrument.json}
edition: e1
unit: {id: ATL, iso: AT, name: {en: A, fr: B}, kind: country, group: G, aliases: [X]}
round: {id: r1, date: 2025-03-25, name: First, closed: no}
language: en
respondents: [{id: edu, ministry: M, role: R, group: G, name: N}]
answers:
  q.level: mid
  q.choice: {value: a, because: B, evidence: [{title: T, year: 2024, where: W, grade: 3}], confidence: low, respondent: edu, date: 2025-03-24, owner: O, feedback: F, history: [{value: b, date: 2025-03-01, reason: R}]}
  q.check: [a, b]
  q.yes: {state: dont_know, said: [{respondent: edu, value: yes, because: B, evidence: [{title: T}], confidence: high, date: 2025-03-24, owner: O, feedback: F, history: [{state: dont_know, reason: R}]}, {respondent: edu, state: dont_know}]}
  q.grid: {c1: low, c2: 2}
  q.text: Words
vision: {purpose: P, priorities: [A], outcomes: [B], principles: C}
targets: {n1: high}
priorities: [{node: n1, reason: R}]
decisions: [{question: q.number, value: 4, reason: R, date: 2025-03-26}]
feedback: {questions: Q, methods: [M, N], workshop: W, of our own: O}
contributions: [{respondent: edu, vision: {purpose: P}, targets: {n1: high}, priorities: [{node: n1, reason: R}], feedback: {methods: M}, notes: N}]
notes: N
"""

# Where a key that nobody knows is put: every mapping of the two files.
UNKNOWN = {
    "instrument": [
        "", "kinds.pillar", "scales.0", "scales.0.levels.0", "scales.0.decide_on", "defaults", "defaults.missing", "overall",
        "overall.combine", "overall.missing", "overall.transform", "overall.steps.0", "overall.round", "overall.gates.0",
        "overall.gates.0.needs.0", "overall.gates.0.needs.0.of.0", "overall.evidence_cap", "nodes.0",
        "nodes.0.combine.table.0", "nodes.0.combine.table.1.counts.0", "nodes.0.questions.0",
        "nodes.0.questions.1.options.0", "nodes.0.questions.2.parts.0", "nodes.0.questions.3.values",
        "nodes.0.questions.3.ask_if", "nodes.0.questions.3.ask_if.all.0", "nodes.1.nodes.0",
        "nodes.1.nodes.0.questions.0.goalposts", "nodes.1.nodes.0.questions.1.steps.0",
        "nodes.1.nodes.0.questions.2.cells.0", "indices.0", "indices.0.members.0", "editions.0", "editions.0.questions.0",
        "caps.0", "caps.0.while", "findings.0", "prerequisites.0", "vision", "vision.purpose", "outcomes.0",
        "respondent_groups.0", "agreement", "robustness", "glossary.0", "changes",
    ],
    "answers": [
        "", "instrument", "unit", "round", "respondents.0", "answers./q.choice/", "answers./q.yes/",
        "answers./q.choice/.evidence.0", "answers./q.choice/.history.0", "answers./q.yes/.said.0", "vision",
        "priorities.0", "decisions.0", "answers./q.yes/.said.0.history.0", "answers./q.yes/.said.0.evidence.0", "contributions.0",
        "contributions.0.vision", "contributions.0.priorities.0",
    ],
}  # fmt: skip
# The levels of a question are named by its scale, which a schema cannot follow: they are not tried.

# Required keys, one removed at a time.
MISSING = {
    "instrument": [
        "sextant", "id", "version", "title", "language", "scales", "kinds.pillar.one", "scales.0.id", "scales.0.levels",
        "scales.0.levels.0.id", "scales.0.levels.0.name", "scales.0.decide_on.digits", "overall.round.digits",
        "overall.combine.rule", "overall.steps.0.from", "overall.steps.0.value", "overall.gates.0.level",
        "overall.gates.0.needs", "overall.gates.0.needs.0.of", "overall.gates.0.needs.0.at", "overall.evidence_cap.at",
        "nodes.0.id", "nodes.0.title", "nodes.0.combine.table", "nodes.0.combine.table.0.is",
        "nodes.0.combine.table.1.counts.0.level", "nodes.0.questions.0.id", "nodes.0.questions.0.text",
        "nodes.0.questions.0.levels", "nodes.0.questions.1.options", "nodes.0.questions.1.options.0.id",
        "nodes.0.questions.1.options.0.text", "nodes.0.questions.1.options.0.value", "nodes.0.questions.2.parts",
        "nodes.0.questions.2.steps", "nodes.0.questions.2.parts.0.text", "nodes.0.questions.3.ask_if.all.0.question",
        "nodes.0.questions.3.ask_if.all.0.is", "nodes.1.nodes.0.questions.0.goalposts.low",
        "nodes.1.nodes.0.questions.0.goalposts.high", "nodes.1.nodes.0.questions.2.cells", "indices.0.id",
        "indices.0.title", "indices.0.members.0.id", "editions.0.id", "editions.0.title", "caps.0.id", "caps.0.node",
        "caps.0.at", "caps.0.while", "caps.0.while.node", "caps.0.while.at_most", "findings.0.id", "findings.0.type",
        "findings.0.sentence", "findings.1.share", "findings.2.more_than", "indices.1.questions", "prerequisites.0.node",
        "prerequisites.0.needs", "vision.purpose.title", "outcomes.0.id", "outcomes.0.title",
        "findings.3.share", "findings.4.more_than", "respondent_groups.0.id", "respondent_groups.0.title",
        "agreement.least_consensus", "glossary.0.id", "glossary.0.term", "glossary.0.meaning",
    ],
    "answers": [
        "sextant", "instrument", "unit", "instrument.id", "unit.id", "respondents.0.id", "answers./q.choice/.evidence.0.title",
        "priorities.0.node", "answers./q.yes/.said.0.respondent", "answers./q.yes/.said.0.value", "answers./q.yes/.said.1.state", "decisions.0.question",
        "decisions.0.value", "decisions.0.reason", "contributions.0.respondent",
    ],
}  # fmt: skip

# Values of a wrong shape.
NO_TEXT = [["a list"]]
NO_NUMBER = ["many", ["a"], {"a": 1}]
NO_YES = ["perhaps", ["yes"]]
NO_LIST = ["a text", {"a": 1}]
NO_MAP = ["a text", ["a"]]
NO_WORDS = [{"a": 1}]
NO_WORD = ["no such word"]
WRONG = {
    "instrument": [
        (NO_TEXT, "id version title short_title description notice source licence language scales.0.id"
                  " scales.0.levels.0.name scales.0.levels.0.description scales.0.levels.0.number overall.title overall.about"
                  " overall.scale overall.gates.0.because overall.gates.0.level overall.gates.0.needs.0.at nodes.0.kind"
                  " nodes.0.title nodes.0.about nodes.0.scale nodes.0.questions.0.title nodes.0.questions.0.text"
                  " nodes.0.questions.0.help nodes.0.questions.0.evidence nodes.0.questions.0.scale"
                  " nodes.0.questions.0.levels.low nodes.1.nodes.0.questions.0.unit indices.0.kind indices.0.title"
                  " indices.0.about indices.0.members.0.id editions.0.title editions.0.about caps.0.because"
                  " findings.0.among findings.0.sentence findings.0.clears kinds.pillar.one kinds.pillar.many"
                  " prerequisites.0.node prerequisites.0.because vision.title vision.about vision.purpose.title"
                  " vision.purpose.prompt vision.purpose.help outcomes.0.id outcomes.0.title outcomes.0.about"
                  " respondent_groups.0.id respondent_groups.0.title glossary.0.id glossary.0.term glossary.0.meaning"),
        (NO_NUMBER, "scales.0.min scales.0.max scales.0.levels.0.value scales.0.levels.0.from scales.0.decide_on.digits"
                    " defaults.min_coverage overall.combine.plus overall.min_coverage overall.transform.factor"
                    " overall.transform.offset overall.steps.0.from overall.steps.0.value overall.round.digits"
                    " overall.gates.0.needs.0.share overall.evidence_cap.below_grade nodes.0.weight"
                    " nodes.0.combine.table.1.counts.0.at_least nodes.0.combine.table.1.counts.0.at_most"
                    " nodes.0.questions.0.weight nodes.0.questions.1.options.0.value nodes.0.questions.2.parts.0.value"
                    " nodes.0.questions.3.values.yes nodes.0.questions.3.values.no nodes.1.nodes.0.questions.0.range.0"
                    " nodes.1.nodes.0.questions.0.goalposts.low indices.0.members.0.weight findings.0.more_than"
                    " findings.0.levels findings.1.share findings.3.share findings.4.more_than agreement.least_consensus"
                    " robustness.runs robustness.seed robustness.weights robustness.concentration robustness.off_by_one.0"),
        (NO_YES, "defaults.not_applicable nodes.0.transversal nodes.0.combine.table.1.counts.0.or_above"
                 " nodes.0.questions.0.not_applicable nodes.0.questions.3.ask_if.all.3.answered"
                 " nodes.1.nodes.0.questions.0.goalposts.log nodes.1.nodes.0.questions.0.goalposts.clamp editions.0.all"
                 " robustness.unknown glossary.0.exact_case"),
        (NO_LIST, "scales scales.0.levels overall.steps overall.gates overall.gates.0.needs overall.gates.0.needs.0.of nodes"
                  " nodes.0.questions nodes.0.combine.table nodes.0.combine.table.0.of nodes.0.combine.table.1.counts"
                  " nodes.0.questions.1.options nodes.0.questions.2.parts nodes.0.questions.2.steps"
                  " nodes.0.questions.3.ask_if.all nodes.1.nodes nodes.1.nodes.0.questions.0.range"
                  " nodes.1.nodes.0.questions.2.cells indices indices.0.members editions editions.0.questions"
                  " editions.0.except caps findings prerequisites outcomes respondent_groups glossary"
                  " robustness.off_by_one"),
        (NO_MAP, "kinds kinds.pillar scales.0 scales.0.levels.0 scales.0.decide_on defaults defaults.missing overall"
                 " overall.missing overall.transform overall.round overall.evidence_cap overall.gates.0 nodes.0"
                 " nodes.0.questions.0 nodes.0.questions.0.levels nodes.0.questions.3.values nodes.0.questions.3.ask_if"
                 " nodes.1.nodes.0.questions.0.goalposts indices.0 indices.0.members.0 editions.0 caps.0 caps.0.while"
                 " findings.0 prerequisites.0 vision vision.purpose outcomes.0 respondent_groups.0 agreement robustness"
                 " glossary.0 changes changes.renamed"),
        (NO_WORDS, "languages nodes.0.tags nodes.0.questions.0.quality nodes.0.questions.0.tags prerequisites.0.needs"
                   " glossary.0.forms changes.renamed.o1 changes.split.o2 changes.dropped"),
        (NO_WORD, "sextant scales.0.decide_on.mode defaults.missing.dont_know defaults.missing.unanswered overall.combine"
                  " overall.combine.rule overall.round.mode nodes.0.questions.0.type nodes.0.questions.0.facet"
                  " nodes.0.questions.2.count findings.0.type indices.0.members.2.facet robustness.rules"
                  " robustness.rules.0"),
    ],
    "answers": [
        (NO_TEXT, "edition unit.id unit.iso unit.kind unit.group language respondents.0.id respondents.0.ministry"
                  " respondents.0.role answers./q.choice/.because answers./q.choice/.owner answers./q.choice/.feedback"
                  " answers./q.choice/.evidence.0.title answers./q.choice/.evidence.0.year"
                  " answers./q.choice/.history.0.reason vision.purpose targets.n1 priorities.0.node priorities.0.reason notes"
                  " answers./q.yes/.said.0.because answers./q.yes/.said.0.owner contributions.0.notes"
                  " answers./q.yes/.said.0.respondent decisions.0.question decisions.0.reason"),
        (NO_NUMBER, "answers./q.choice/.evidence.0.grade"),
        (NO_YES, "round.closed"),
        (NO_LIST, "respondents answers./q.choice/.evidence answers./q.choice/.history priorities"
                  " answers./q.yes/.said decisions contributions contributions.0.priorities answers./q.yes/.said.0.history"),
        (NO_MAP, "unit round answers vision targets respondents.0 answers./q.choice/.history.0 priorities.0"
                 " answers./q.yes/.said.0 decisions.0 feedback contributions.0 contributions.0.vision contributions.0.targets"),
        (NO_WORDS, "unit.aliases vision.priorities vision.outcomes vision.principles feedback.questions"
                   " feedback.methods contributions.0.feedback.methods"),
        (NO_WORD, "sextant round.date answers./q.choice/.date answers./q.choice/.confidence answers./q.yes/.state"
                  " decisions.0.date answers./q.yes/.said.0.date answers./q.yes/.said.0.confidence answers./q.yes/.said.1.state"),
    ],
}  # fmt: skip

OTHERS = [
    ("instrument", "id", "-x"),
    ("instrument", "id", "vision"),
    ("instrument", "nodes.0.id", "a_"),
    ("instrument", "nodes.0.id", "a+b"),
    ("instrument", "nodes.0.questions.0.id", "dont_know"),
    ("instrument", "nodes.0.questions.0.id", "x" * 121),
    ("instrument", "version", " "),
    ("instrument", "title", None),
    ("instrument", "languages", ["english please"]),
    ("instrument", "scales", []),
    ("instrument", "scales.0.levels", [{"id": "low", "name": "Low"}]),
    ("instrument", "nodes.0.weight", -1),
    ("instrument", "overall.min_coverage", 1.5),
    ("instrument", "overall.round.digits", 13),
    ("instrument", "overall.evidence_cap.below_grade", 5),
    ("instrument", "overall.gates.0.needs.0.share", 2),
    ("instrument", "overall.combine", "lookup"),
    ("instrument", "nodes.0.combine.plus", 1),
    ("instrument", "overall.combine.table", []),
    ("instrument", "nodes.0.questions.0.options", []),
    ("instrument", "nodes.0.questions.1.levels", {}),
    ("instrument", "nodes.0.questions.1.options", []),
    ("instrument", "nodes.0.questions.3.steps", [{"from": 0, "value": 1}]),
    ("instrument", "nodes.1.nodes.0.questions.3.range", [0, 1]),
    ("instrument", "nodes.1.nodes.0.questions.0.range", [1]),
    ("instrument", "nodes.1.nodes.0.questions.0.steps", [{"from": 0, "value": 1}]),
    ("instrument", "nodes.1.include", "other.yaml"),
    ("instrument", "nodes.1", {"include": "../other.yaml"}),
    ("instrument", "nodes.1", {"include": "/other.yaml"}),
    ("instrument", "nodes.0.id", "outcomes"),
    ("instrument", "indices.0.members.0", {"weight": 1}),
    ("instrument", "indices.0.members.0.tag", "t"),
    ("instrument", "indices.0.members.0.under", "n1"),
    ("instrument", "indices.0.include", "other.yaml"),
    ("instrument", "indices.0", {"include": "../other.yaml"}),
    ("instrument", "indices.1.questions", []),
    ("instrument", "nodes.0.questions.3.ask_if.all", []),
    ("instrument", "nodes.0.questions.3.ask_if.any", [{"question": "q.level", "answered": "yes"}]),
    ("instrument", "nodes.0.questions.3.ask_if.question", "q.level"),
    ("instrument", "nodes.0.questions.3.ask_if.all.0.at_least", 1),
    ("instrument", "nodes.0.questions.3.ask_if.all.0.answered", "yes"),
    ("instrument", "nodes.0.questions.3.ask_if.all.3.answered", "no"),
    ("instrument", "nodes.0.questions.3.ask_if.all.3.at_most", "mid"),
    ("instrument", "findings.2.type", "dont_know"),
    ("instrument", "findings.1.share", 1.5),
    ("instrument", "findings.2.type", "disagreement"),
    ("instrument", "findings.1.type", "groups_apart"),
    ("instrument", "agreement.least_consensus", 1.5),
    ("instrument", "robustness.runs", 0),
    ("instrument", "robustness.seed", -1),
    ("instrument", "robustness.weights", 2),
    ("instrument", "robustness.concentration", 0),
    ("instrument", "robustness.off_by_one", [0.1, 0.1]),
    ("instrument", "robustness.off_by_one.4", 1.5),
    ("instrument", "robustness.rules", ["maximum"]),
    ("answers", "priorities", [{"node": "n1"}, {"node": "n2"}, {"node": "n3"}, {"node": "n1"}]),
    ("answers", "round.date", "2025-13-01"),
    ("answers", "answers./q.yes/.value", "yes"),
    ("answers", "answers./q.yes/.state", "not_asked"),
    ("answers", "answers./q.choice/.evidence.0.grade", 5),
    ("answers", "answers./q.check/", [["a"]]),
    ("answers", "decisions.0.value", None),
    ("answers", "answers./q.yes/.said.0.value", None),
    ("answers", "answers./q.yes/.said.1.value", "yes"),
    ("answers", "answers./q.choice/.history.0.state", "dont_know"),
    ("answers", "feedback.methods", {"a": "b"}),
    ("answers", "contributions.0.feedback", "Good"),
    ("answers", "contributions.0.targets", ["high"]),
    ("answers", "contributions.0.priorities", [{"node": "n1"}] * 4),
    ("answers", "unit", None),
    ("answers", "unit.id", "../../x"),
    ("answers", "unit.id", ".ATL"),
    ("answers", "unit.id", "AT?"),
    ("answers", "unit.id", "AT\\L"),
    ("answers", "unit.id", "AT\u202eL"),
    ("answers", "unit.id", "x" * 101),
    ("answers", "unit.id", -5),
    ("answers", "sextant", "instrument/1"),
]


def all_mutations():
    for kind, places in UNKNOWN.items():
        for place in places:
            yield kind, (place + "." if place else "") + "nonsense", 1
    for kind, places in MISSING.items():
        for place in places:
            yield kind, place, REMOVED
    for kind, table in WRONG.items():
        for values, places in table:
            for place in places.split():
                for value in values:
                    yield kind, place, value
    yield from OTHERS
