"""What goes out in a workbook comes back, through programs that are not ours.

usage: round_trip.py openpyxl|office BINARY
"""
import pathlib
import shutil
import subprocess
import sys
import tempfile

import common

failed = []


def check(what, holds):
    if not holds:
        failed.append(what)


def same_as_written(text, where):
    """The answers file that came back says what the one that went out says."""
    wanted, got = common.parsed(common.ANSWERS.read_text(encoding="utf-8")), common.parsed(text)
    wanted["instrument"].pop("file", None)
    got["instrument"].pop("file", None)
    for key in sorted(set(wanted) | set(got)):
        check(f"{where}: {key}: {wanted.get(key)!r} became {got.get(key)!r}", wanted.get(key) == got.get(key))


def through_openpyxl(binary, folder):
    import openpyxl

    for lang in ("en", "fr"):
        first = common.sheet(binary, folder / f"{lang}.xlsx", "--lang", lang)
        direct, done = common.taken(binary, first, folder)
        check(f"{lang}: import says {done.err}", done.code == 0 and not done.err)
        if lang == "fr":
            same_as_written(direct, "fr, straight back")
        saved = folder / f"{lang}-saved.xlsx"
        openpyxl.load_workbook(first).save(saved)
        again, done = common.taken(binary, saved, folder)
        check(f"{lang}: openpyxl: import says {done.err}", done.code == 0 and not done.err)
        check(f"{lang}: openpyxl changes what comes back", again == direct)

    # Two runs, one file.
    other = common.sheet(binary, folder / "other.xlsx", "--lang", "fr")
    check("the same answers give other bytes", other.read_bytes() == (folder / "fr.xlsx").read_bytes())

    # As people write: each of these is the level Established, or is named.
    book = openpyxl.load_workbook(folder / "fr.xlsx")
    page = next(one for one in book if one["A4"].value == "power.plan")
    titles = [cell.value for cell in page[3]]
    column = titles.index("Réponse") + 1
    line = next(row[0].row for row in page.iter_rows() if row[0].value == "power.typed")
    where = f"{page.cell(line, column).coordinate}"
    check("the answer's cell is locked", not page.cell(line, column).protection.locked)
    check("the id's cell can be changed", page.cell(line, 1).protection.locked)
    rules = [rule for rule in page.data_validations.dataValidation if where in rule.sqref]
    check("there is no list to choose the answer from", len(rules) == 1 and rules[0].type == "list")
    for typed in (3, 3.0, "3", " 3 ", "3 – Établi", "Etabli", "ÉTABLI", "established"):
        page.cell(line, column).value = typed
        book.save(folder / "typed.xlsx")
        text, done = common.taken(binary, folder / "typed.xlsx", folder)
        value = common.parsed(text)["answers"].get("power.typed")
        check(f"{typed!r} became {value!r}: {done.err}", value == "3" and done.code == 0)
    for typed in (4, "3 – Émergent", "3?", 2.5, True, "x"):
        page.cell(line, column).value = typed
        book.save(folder / "typed.xlsx")
        text, done = common.taken(binary, folder / "typed.xlsx", folder)
        answers = common.parsed(text)["answers"]
        check(f"{typed!r} was taken: {answers.get('power.typed')!r}", "power.typed" not in answers and done.code == 1)
        check(f"{typed!r} is not named by its cell: {done.err}", f"'{page.title}'!{where}: error Q0801" in done.err)

    # Columns moved, sheets renamed and put into another order: the same answers.
    book = openpyxl.load_workbook(folder / "fr.xlsx")
    for page in book:
        if page["A3"].value == "Identifiant":
            page.title = "Feuille " + page.title[:10]
            for row in page.iter_rows():
                moved = [cell.value for cell in reversed(row)]
                for cell, value in zip(row, moved):
                    cell.value = value
    book.move_sheet(book.worksheets[-1], -3)
    book.save(folder / "moved.xlsx")
    moved, done = common.taken(binary, folder / "moved.xlsx", folder)
    fr = (folder / "fr.xlsx.yaml").read_text(encoding="utf-8")
    check(f"moved columns: {done.err}", moved == fr and done.code == 0)

    # The plan alone, into answers that are there; what only they hold stays.
    target = folder / "country.yaml"
    target.write_text(common.ANSWERS.read_text(encoding="utf-8").replace(
        "power.typed: 1", "power.typed: {value: 2, history: [{value: 1, date: 2025-03-01, reason: Vu.}]}"), encoding="utf-8")
    book = openpyxl.load_workbook(folder / "fr.xlsx")
    page = next(one for one in book if one.title == "Plan")
    line = next(row for row in page.iter_rows() if row[0].value == "plan.actions#lib-1")
    header = next(row for row in page.iter_rows() if row[0].value == "key")
    next(cell for cell, title in zip(line, header) if title.value == "Responsable").value = "Le ministère"
    book.save(folder / "plan.xlsx")
    done = common.run(binary, "import", folder / "plan.xlsx", "--plan-only", "-q", common.INSTRUMENT, "-o", target)
    got = common.parsed(target.read_text(encoding="utf-8"))
    check(f"--plan-only: {done.err}", done.code == 0)
    check("--plan-only does not take the owner", got["plan"]["actions"][0]["owner"] == "Le ministère")
    check("--plan-only loses history", got["answers"]["power.typed"].get("history"))


def plan_of(target):
    return common.parsed(target.read_text(encoding="utf-8"))["plan"]


def through_plans(binary, folder):
    """A plan that comes back keeps what was mistyped and what did not come back."""
    import openpyxl

    original = common.ANSWERS.read_text(encoding="utf-8")
    first = common.sheet(binary, folder / "plan-out.xlsx", "--lang", "fr")
    target = folder / "plan-target.yaml"

    def back(change, *args, answers=original):
        book = openpyxl.load_workbook(first)
        page = next(one for one in book if one.title == "Plan")
        header = next(row for row in page.iter_rows() if row[0].value == "key")
        columns = {cell.value: cell.column for cell in header}
        lines = {row[0].value: row[0].row for row in page.iter_rows() if row[0].value}
        change(page, lines, columns)
        book.save(folder / "plan-back.xlsx")
        if answers is not None:
            target.write_text(answers, encoding="utf-8")
        return common.run(binary, "import", folder / "plan-back.xlsx", "--plan-only", "-q", common.INSTRUMENT, "-o", target,
                          "--lang", "en", *args)

    wanted = common.parsed(original)["plan"]
    done = back(lambda *_: None)
    check(f"a plan that comes back as it went: {done.out}{done.err}",
          done.code == 0 and "nothing changed" in done.out and plan_of(target) == wanted)

    def mistyped(page, lines, columns):
        page.cell(lines["plan.actions#lib-1"], columns["Début"]).value = "mars 2026"

    done = back(mistyped)
    check(f"a day that is none wipes the one that was there: {done.err}",
          done.code == 1 and "Plan!I" in done.err and "Q0810" in done.err and plan_of(target) == wanted)

    done = back(lambda page, lines, columns: page.delete_rows(lines["plan.actions#lib-2"]))
    got = {one["id"]: one for one in plan_of(target)["actions"]}
    check(f"a deleted line takes the action out: {done.err}",
          done.code == 0 and "Q0837" in done.err and got == {one["id"]: one for one in wanted["actions"]})

    done = back(lambda *_: None, answers=original.replace("unit: {id: ATL", "unit: {id: LEM"))
    check(f"another country's plan is taken: {done.err}", done.code == 1 and "Q0836" in done.err)

    def edited(page, lines, columns):
        page.cell(lines["plan.actions#lib-1"], columns["Responsable"]).value = "Le ministère"

    newer = original.replace("owner: \"=Moi\"", "owner: Une collègue")
    done = back(edited, answers=newer)
    check(f"a plan that changed meanwhile is written over: {done.err}",
          done.code == 1 and "Q0838" in done.err and "lib-1 (Responsible)" in done.err and
          target.read_text(encoding="utf-8") == newer)
    done = back(edited, "--replace", answers=newer)
    check(f"--replace lets the workbook stand: {done.err}",
          done.code == 0 and "changed: lib-1 (Responsible)" in done.out and
          plan_of(target)["actions"][0]["owner"] == "Le ministère")
    done = back(edited, answers=None)
    check(f"the same file twice: {done.err}", done.code == 0 and "nothing changed" in done.out)


def through_damage(binary, folder):
    """What people do to a workbook: it is read all the same, or named."""
    import openpyxl

    first = common.sheet(binary, folder / "whole.xlsx", "--lang", "fr")
    direct, _ = common.taken(binary, first, folder)

    # Hidden columns deleted: lines and parts are known by what they show.
    book = openpyxl.load_workbook(first)
    for page in book:
        if str(page["A1"].value).startswith("sextant|"):
            page.delete_cols(1)
        elif page["A3"].value == "Identifiant":
            page.delete_cols([cell.value for cell in page[3]].index("Partie") + 1)
    book.save(folder / "unkeyed.xlsx")
    got, done = common.taken(binary, folder / "unkeyed.xlsx", folder)
    check(f"without keys, the workbook's own words are not known: {done.err}", "Q0841" not in done.err)
    wanted, parsed = common.parsed(direct), common.parsed(got)
    # A topic that is the country's own has no label that is known: it is named.
    check(f"a label that is not known is not named: {done.err}", "room 1" in done.err and done.err.count("error") == 1)
    wanted["feedback"].pop("room")
    for key in sorted(set(wanted) | set(parsed)):
        check(f"without keys: {key}: {wanted.get(key)!r} became {parsed.get(key)!r}: {done.err}",
              wanted.get(key) == parsed.get(key))

    target = folder / "unkeyed-plan.yaml"
    target.write_bytes(common.ANSWERS.read_bytes())
    done = common.run(binary, "import", folder / "unkeyed.xlsx", "--plan-only", "-q", common.INSTRUMENT, "-o", target,
                      "--lang", "en")
    check(f"the plan alone, without keys: {done.out}{done.err}", done.code == 0 and "nothing changed" in done.out)

    # What somebody wrote above the tables is named, and nothing of it is lost from the tables.
    book = openpyxl.load_workbook(first)
    written = []
    for page in book:
        if page.sheet_state == "visible":
            page["D1"].value = "Vu par le cabinet"
            written.append(page.title)
    book.save(folder / "above.xlsx")
    got, done = common.taken(binary, folder / "above.xlsx", folder)
    check(f"above the tables: {done.err}",
          got == direct and done.code == 0 and done.err.count("Q0841") == len(written) and done.err.count("!D1: ") == len(written))

    # A sheet of another questionnaire's workbook, copied in.
    book = openpyxl.load_workbook(first)
    page = next(one for one in book if one["A4"].value == "power.plan")
    mark = next(cell for cell in page[1] if str(cell.value).startswith("sextant|"))
    mark.value = "sextant|autre|2024|00000000"
    book.save(folder / "joined.xlsx")
    got, done = common.taken(binary, folder / "joined.xlsx", folder)
    check(f"a copied sheet: {done.err}", done.code == 1 and done.err.count("Q0843") == 1 and f"{mark.coordinate}: " in done.err
          and not common.parsed(got)["answers"].get("power.plan"))

    # A respondent named twice costs a line, not the whole workbook.
    book = openpyxl.load_workbook(first)
    guide = book.worksheets[0]
    line = next(row[0].row for row in guide.iter_rows() if row[0].value == "respondents#3")
    guide.cell(line, 2).value = "edu"
    guide.cell(line, 3).value = "Un autre"
    book.save(folder / "twice.xlsx")
    got, done = common.taken(binary, folder / "twice.xlsx", folder)
    check(f"a respondent twice: {done.err}", got == direct and done.code == 1 and f"B{line}: error Q0312" in done.err)

    # Nothing is written over what it is read from, nor two files into one.
    before = first.read_bytes()
    done = common.run(binary, "import", first, "-q", common.INSTRUMENT, "-o", first, "--replace")
    check(f"a workbook is written over: {done.err}", done.code == 2 and first.read_bytes() == before)
    (folder / "mail").mkdir()
    (folder / "mail" / "whole.xlsx").write_bytes(before)
    done = common.run(binary, "import", folder / "mail" / "whole.xlsx", first, "-q", common.INSTRUMENT, "-o", folder / "all",
                      "--replace", "--lang", "en")
    check(f"two files become one: {done.err}", done.code == 3 and "was not taken" in done.err)


def through_tables(binary, folder):
    """The same answers as Excel saves tables."""
    table = common.sheet(binary, folder / "t.csv", "--lang", "fr")
    unit = ("--unit", "ATL")
    direct, done = common.taken(binary, table, folder, *unit)
    check(f"table: {done.err}", done.code == 1 and done.err.count("error") == 0 or done.code == 0)
    wanted = common.parsed(common.ANSWERS.read_text(encoding="utf-8"))["answers"]
    del wanted["power.plan"]["respondent"]
    check("the table changes answers", common.parsed(direct)["answers"] == wanted)
    import csv
    import io

    text = table.read_text(encoding="utf-8-sig")
    rows = list(csv.reader(io.StringIO(text)))
    out = io.StringIO()
    csv.writer(out, delimiter=";", lineterminator="\r\n").writerows(rows)
    tabs = io.StringIO()
    csv.writer(tabs, delimiter="\t", lineterminator="\r\n").writerows(rows)
    for name, content in (("semicolon.csv", out.getvalue().encode("utf-8-sig")),
                          ("sep.csv", ("sep=;\r\n" + out.getvalue()).encode("utf-8-sig")),
                          ("unicode.txt.csv", tabs.getvalue().encode("utf-16")),
                          ("big.csv", b"\xfe\xff" + tabs.getvalue().encode("utf-16-be"))):
        (folder / name).write_bytes(content)
        got, done = common.taken(binary, folder / name, folder, *unit)
        check(f"{name}: {done.err}", got == direct)
    (folder / "ansi.csv").write_bytes(out.getvalue().replace("–", "-").encode("cp1252", errors="replace"))
    got, done = common.taken(binary, folder / "ansi.csv", folder, *unit)
    check(f"a table in Windows-1252 is not named: {done.err}", not got and done.code == 1 and "Q0102" in done.err)


def through_office(binary, folder):
    office = shutil.which("soffice") or shutil.which("libreoffice")
    if office is None or not pathlib.Path("/usr/lib/libreoffice/program/libsclo.so").exists():
        print("SKIP: LibreOffice Calc is not installed")
        sys.exit(77)

    def convert(source, kind):
        into = folder / kind
        subprocess.run([office, f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", kind,
                        "--outdir", str(into), str(source)], check=True, capture_output=True, timeout=150)
        return into / (source.stem + "." + kind)

    for lang in ("en", "fr"):
        first = common.sheet(binary, folder / f"{lang}.xlsx", "--lang", lang)
        direct, _ = common.taken(binary, first, folder)
        ods = convert(first, "ods")
        for name, made in (("ods", ods), ("xlsx by way of ods", convert(ods, "xlsx"))):
            got, done = common.taken(binary, made, folder)
            check(f"{lang}: {name}: {done.err}", done.code == 0 and not done.err)
            check(f"{lang}: {name} changes what comes back", got == direct)


def through_library(binary, folder):
    """A plan shows ways to pay by their titles, takes titles and ids, and names what is written where nobody reads."""
    import openpyxl

    sample = common.HERE.parents[1] / "questionnaires/sample/XBM/2025-2.yaml"
    out = folder / "library.xlsx"
    done = common.run(binary, "sheet", sample, "-o", out, "--lang", "fr")
    check(f"sheet of a sample: {done.err}", done.code == 0)
    target = folder / "library.yaml"

    def page_of(book):
        page = next(one for one in book if one.title == "Plan")
        ways = next(row[0].row for row in page.iter_rows() if any(cell.value == "Mode de financement" for cell in row))
        actions = next(row[0].row for row in page.iter_rows() if any(cell.value == "Responsable" for cell in row))
        column = lambda row, title: next(cell.column for cell in page[row] if cell.value == title)
        return page, ways, column(ways, "Mode de financement"), actions, column(actions, "Dans les mots de la bibliothèque")

    def back(change):
        book = openpyxl.load_workbook(out)
        change(book)
        book.save(folder / "library-back.xlsx")
        target.write_text(sample.read_text(encoding="utf-8"), encoding="utf-8")
        return common.run(binary, "import", folder / "library-back.xlsx", "--plan-only", "-o", target, "--lang", "fr")

    page, ways, column, *_ = page_of(openpyxl.load_workbook(out))
    shown = [page.cell(ways + 1 + i, column).value for i in range(4)]
    check(f"ways to pay are shown as {shown}", shown[0] == shown[1] == shown[3] == "Budget national" and "_" not in shown[2])
    listed = [cell.value for one in openpyxl.load_workbook(out) if one.sheet_state != "visible"
              for row in one.iter_rows() for cell in row]
    check("the list of ways to pay", "Budget national" in listed and "national_budget" not in listed)
    done = back(lambda _: None)
    check(f"titles come back as other ways: {done.out}{done.err}", done.code == 0 and "rien n'y a changé" in done.out)

    def as_id(book):
        page, ways, column, *_ = page_of(book)
        page.cell(ways + 1, column).value = "national_budget"

    done = back(as_id)
    check(f"an id is not taken: {done.out}{done.err}", done.code == 0 and "rien n'y a changé" in done.out)

    def own_words(book):
        page, _, _, actions, column = page_of(book)
        page.cell(actions + 1, column).value = "Notre propre formulation"

    done = back(own_words)
    check(f"what stands in place of the library's words: {done.err}",
          done.code == 0 and done.err.count("Q0846") == 1 and "Dans les mots de la bibliothèque" in done.err)

    book = openpyxl.load_workbook(out)
    page = next(one for one in book if any(cell.value == "Identifiant" for cell in one[3]))
    column = next(cell.column for cell in page[3] if cell.value == "Question")
    page.cell(page.max_row + 3, column).value = "Nous reviendrons sur ce pilier."
    where = page.cell(page.max_row, column).coordinate
    book.save(folder / "loose.xlsx")
    done = common.run(binary, "import", folder / "loose.xlsx", "-o", folder / "loose.yaml", "--lang", "fr")
    check(f"a text below a table: {done.err}",
          done.code == 0 and done.err.count("Q08") == 1 and f"{where}: avertissement Q0846" in done.err)

    book = openpyxl.load_workbook(out)
    page = next(one for one in book if any(cell.value == "Identifiant" for cell in one[3]))
    question = page.cell(5, next(cell.column for cell in page[3] if cell.value == "Question"))
    question.value = f"{question.value} (à revoir)"
    line = next(row for sheet in book for row in sheet.iter_rows() if row[0].value == "vision.purpose")
    line[3].value = "Dit par le cabinet"
    book.save(folder / "over.xlsx")
    done = common.run(binary, "import", folder / "over.xlsx", "-o", folder / "over.yaml", "--lang", "fr")
    check(f"what stands where the workbook only shows something: {done.err}",
          done.code == 0 and done.err.count("Q08") == 2 and f"{question.coordinate}: avertissement Q0846" in done.err
          and f"Vision!{line[3].coordinate}: avertissement Q0846" in done.err)


def main(mode, binary):
    with tempfile.TemporaryDirectory() as scratch:
        folder = pathlib.Path(scratch)
        if mode == "openpyxl":
            try:
                import openpyxl  # noqa: F401
            except ImportError:
                print("SKIP: python3-openpyxl is not installed")
                return 77
            through_openpyxl(binary, folder)
            through_plans(binary, folder)
            through_library(binary, folder)
            through_damage(binary, folder)
            through_tables(binary, folder)
        else:
            through_office(binary, folder)
    for line in failed:
        print(line)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], pathlib.Path(sys.argv[2]).resolve()))
