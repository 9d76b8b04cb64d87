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
            through_tables(binary, folder)
        else:
            through_office(binary, folder)
    for line in failed:
        print(line)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], pathlib.Path(sys.argv[2]).resolve()))
