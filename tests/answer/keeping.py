"""Nothing is lost: interruptions, the end of the input, two wizards, files that somebody else writes."""
import datetime
import re
import signal
import subprocess

import yaml

from wizard import BINARY, Wizard, answers, environment, folder, has, interrupt, main, run, terminate

NEW = ["MAR.yaml", "-q", ".", "--unit", "MAR"]


def interrupted():
    for how, lang, says in ((interrupt, "en", "To go on: sextant answer MAR.yaml --lang en"),
                            (terminate, "fr", "Pour reprendre\u00a0: sextant answer MAR.yaml --lang fr"),
                            (lambda at: at.process.send_signal(signal.SIGHUP), "en", "To go on: ")):
        with folder() as here:
            with Wizard([*NEW, "--lang", lang], here) as at:
                at.expect(r"\nplan > $")
                at.type("3")
                at.type("d", r"(who|qui) > $")
                at.keys(b"half a na")
                how(at)
                said, code = at.end()
                has(said, says)
                assert code == 130, code
            there = answers(here / "MAR.yaml")
            assert (there["plan"], there["reach"]) == (3, "dont_know"), there
            assert not (here / "MAR.yaml.lock").exists()


def end_of_input():
    with folder() as here:
        with Wizard([*NEW, "--lang", "en"], here) as at:
            at.expect(r"\nplan > $")
            at.type("2")
            at.keys(b"\x04")
            said, code = at.end()
            has(said, "everything is saved in MAR.yaml", "To go on: ")
            assert code == 0
        # Through a pipe, also without a last line end.
        out, err, code = run(["answer", "MAR.yaml"], here, input="d Nobody yet\n2")
        assert (code, err) == (0, ""), err
        has(out, "reach > d Nobody yet\n", "host > 2\n", "Taken: A firm\n")
        assert answers(here / "MAR.yaml")["host"] == "firm"


def two_wizards():
    with folder() as here:
        with Wizard([*NEW, "--lang", "en"], here) as first:
            first.expect(r"\nplan > $")
            before = (here / "MAR.yaml").read_bytes()
            for path in ("MAR.yaml", "./MAR.yaml", "link.yaml"):
                if path == "link.yaml":
                    (here / path).symlink_to("MAR.yaml")
                out, err, code = run(["answer", path, "--lang", "en"], here, input="4\n")
                assert (out, code) == ("", 3), out
                has(err, f"Q0918: sextant answer has this file open: process {first.process.pid}, since ")
                assert re.search(r"since 20\d\d-\d\d-\d\d \d\d:\d\d\n", err), err
            _, err, code = run(["answer", "MAR.yaml", "--lang", "fr"], here, input="4\n")
            has(err.replace("\u00a0", " "),
                f"sextant answer a ouvert ce fichier : processus {first.process.pid}, depuis le 20")
            assert (here / "MAR.yaml").read_bytes() == before
            first.type("3")
            assert answers(here / "MAR.yaml")["plan"] == 3
            # One that was killed leaves a lock file, and no lock.
            first.process.kill()
            first.process.wait()
        assert (here / "MAR.yaml.lock").exists()
        assert run(["answer", "MAR.yaml"], here, input="2\n")[2] == 0
        assert answers(here / "MAR.yaml")["reach"] == 2
        assert not (here / "MAR.yaml.lock").exists()


def many_at_once():
    """Of twelve that start together, one answers; after the last one no lock is left."""
    with folder() as here:
        run(["new", "-q", ".", "--unit", "MAR", "-o", "MAR.yaml"], here)
        all_of_them = [subprocess.Popen([BINARY, "answer", "MAR.yaml"], cwd=here, env=environment(), text=True,
                                        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
                       for _ in range(12)]
        try:
            # Whoever has it waits for its first line; the others end.
            refused = []
            while len(refused) < 11:
                for one in all_of_them:
                    if one not in refused and one.poll() is not None:
                        refused.append(one)
            assert all(one.returncode == 3 for one in refused)
            winner = next(one for one in all_of_them if one not in refused)
            winner.communicate("3\n")
            assert winner.returncode == 0
        finally:
            for one in all_of_them:
                one.kill()
                one.communicate()
        assert answers(here / "MAR.yaml")["plan"] == 3
        assert not (here / "MAR.yaml.lock").exists()


def changed_meanwhile():
    with folder() as here:
        with Wizard([*NEW, "--lang", "en"], here) as at:
            at.expect(r"\nplan > $")
            at.type("3")
            text = (here / "MAR.yaml").read_text().replace("  plan: 3", "  plan: 1")
            (here / "MAR.yaml").write_text(text)
            at.type("4", r"Q0919")
            said, code = at.end()
            has(" ".join(said.split()), "The last answer is not in MAR.yaml", "all are kept in MAR.yaml.unsaved.", "To go on: ")
            assert code == 3
        assert (here / "MAR.yaml").read_text() == text
        assert (answers(here / "MAR.yaml.unsaved")["plan"], answers(here / "MAR.yaml.unsaved")["reach"]) == (3, 4)


def comments_are_kept_beside():
    with folder() as here:
        run(["new", "-q", ".", "--unit", "MAR", "-o", "MAR.yaml"], here)
        run(["answer", "MAR.yaml"], here, input="3\n")
        assert not (here / "MAR.yaml.before").exists()  # `new` wrote those comments
        text = (here / "MAR.yaml").read_text().replace("  plan: 3", "  plan: 3  # ask Amina again")
        (here / "MAR.yaml").write_text(text)
        out, _, code = run(["answer", "MAR.yaml"], here, input="q\n")
        assert code == 0 and (here / "MAR.yaml").read_text() == text  # nothing answered, nothing written
        out, _, code = run(["answer", "MAR.yaml", "--lang", "en"], here, input="2\n")
        has(" ".join(out.split()), "it is kept in MAR.yaml.before.")
        assert (here / "MAR.yaml.before").read_text() == text
        assert answers(here / "MAR.yaml")["plan"] == 3 and answers(here / "MAR.yaml")["reach"] == 2


def said_on_the_command_line():
    """What the command line adds to a file is saved, also if nothing is answered."""
    with folder() as here:
        run(["new", "-q", ".", "--unit", "MAR", "-o", "MAR.yaml"], here)
        out, _, code = run(["answer", "MAR.yaml", "--round", "2025-1", "--date", "2025-03-25", "--lang", "en"], here,
                           input="q\n")
        has(out, "everything is saved in MAR.yaml")
        there = yaml.safe_load((here / "MAR.yaml").read_text())
        assert code == 0 and there["round"] == {"id": "2025-1", "date": datetime.date(2025, 3, 25)}, there
        # What it says already is no reason to write it, and comments that would go are copied.
        text = (here / "MAR.yaml").read_text().replace(", date: 2025-03-25", "") + "# ask Amina again\n"
        (here / "MAR.yaml").write_text(text)
        run(["answer", "MAR.yaml", "--round", "2025-1"], here, input="q\n")
        assert (here / "MAR.yaml").read_text() == text
        out, _, _ = run(["answer", "MAR.yaml", "--date", "2025-03-26", "--lang", "en"], here, input="q\n")
        has(" ".join(out.split()), "it is kept in MAR.yaml.before.")
        assert (here / "MAR.yaml.before").read_text() == text


def leftovers():
    """What a wizard that was killed in the middle of a save leaves behind goes; all else stays."""
    with folder() as here:
        run(["new", "-q", ".", "--unit", "MAR", "-o", "MAR.yaml"], here)
        gone = subprocess.Popen(["true"])
        gone.wait()
        with subprocess.Popen(["sleep", "60"]) as alive:
            stays = [f"MAR.yaml.tmp-{alive.pid}", f"OTHER.yaml.tmp-{gone.pid}", "MAR.yaml.tmp-", "MAR.yaml.tmp-12x"]
            for name in (f"MAR.yaml.tmp-{gone.pid}", *stays):
                (here / name).write_text("half a fi")
            (here / "link.yaml").symlink_to("MAR.yaml")
            assert run(["answer", "link.yaml"], here, input="q\n")[2] == 0
            assert sorted(one.name for one in here.glob("*.tmp-*")) == sorted(stays)
            alive.kill()


def everything_else_stays():
    """What the wizard knows nothing of is in the file afterwards as before."""
    with folder() as here:
        (here / "MAR.yaml").write_text("""sextant: answers/1
instrument: {id: every-type, version: "1", file: instrument.yaml}
unit: {id: MAR, iso: MAR, name: {en: Morocco, fr: Maroc}, aliases: [Maghreb]}
round: {id: 2025-1, date: 2025-03-25}
language: fr
respondents: [{id: r1, ministry: Education, role: planner, group: ministry, name: A. B.}]
vision: {purpose: "Why: because", outcomes: [learning]}
answers:
  plan: {value: 2, because: "A draft.", respondent: r1, confidence: low, date: 2025-03-25, feedback: "Unclear."}
  host: {value: dont_know, owner: The utility}
targets: {power: advanced}
priorities: [{node: power, reason: "First of all."}]
feedback: {workshop: ["Long."]}
notes: To be continued.
""")
        run(["answer", "MAR.yaml"], here, input="g count\n500\nq\n")
        before = (here / "MAR.yaml").read_text()
        run(["answer", "MAR.yaml"], here, input="g count\n600\nq\n")
        assert (here / "MAR.yaml").read_text() == before.replace("count: 500", "count: 600")
        there = yaml.safe_load(before)
        assert there["answers"]["count"] == 500
        assert there["answers"]["plan"] == {"value": 2, "because": "A draft.", "respondent": "r1", "confidence": "low",
                                            "date": datetime.date(2025, 3, 25), "feedback": "Unclear."}
        assert there["unit"]["name"] == {"en": "Morocco", "fr": "Maroc"} and there["unit"]["aliases"] == ["Maghreb"]
        assert there["vision"] == {"purpose": "Why: because", "outcomes": ["learning"]}
        assert there["priorities"] == [{"node": "power", "reason": "First of all."}]
        assert there["feedback"] == {"workshop": "Long."} and there["notes"] == "To be continued."
        assert there["targets"] == {"power": "advanced"}
        assert there["respondents"][0]["name"] == "A. B."


main(interrupted, end_of_input, two_wizards, many_at_once, changed_meanwhile, comments_are_kept_beside,
     said_on_the_command_line, leftovers, everything_else_stays)
