"""A translators' sheet goes out, through programs that are not ours, and comes back.

usage: sheet.py openpyxl|office BINARY
"""
import csv
import io
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

REPOSITORY = pathlib.Path(__file__).resolve().parents[2]
failed = []


def check(what, holds):
    if not holds:
        failed.append(what)


class Desk:
    """Copies of the six pillars, whose French is stale in three places."""

    def __init__(self, binary, folder):
        self.binary, self.folder = binary, folder
        self.original = REPOSITORY / "questionnaires/six-pillars"

    def copy(self, name):
        target = self.folder / name
        shutil.rmtree(target, ignore_errors=True)
        shutil.copytree(self.original, target)
        # Written once by the program, so that an import that changes nothing changes no byte; it gives marks, too.
        self.run("i18n", "export", target, "--lang", "fr", "-o", self.folder / "once.po")
        self.run("i18n", "import", target, self.folder / "once.po", "--lang", "en")
        french = target / "lang/fr.yaml"
        text = french.read_text(encoding="utf-8")
        marks = re.findall(r"^    source: [0-9a-f\"]{8,10}$", text, re.MULTILINE)
        for mark in marks[5:8]:
            text = text.replace(mark, "    source: deadbeef", 1)
        french.write_text(text, encoding="utf-8")
        return target

    def run(self, *args):
        done = subprocess.run([str(self.binary), *map(str, args)], stdin=subprocess.DEVNULL, capture_output=True,
                              timeout=120, check=False)
        return done.returncode, done.stdout.decode(), done.stderr.decode()

    def export(self, where, name, *args):
        code, out, err = self.run("i18n", "export", where, "--lang", "fr", "-o", self.folder / name, *args)
        check(f"export to {name}: {err}", code == 0 and not err)
        return self.folder / name

    def taken(self, where, sheet):
        """What import says, and the translation afterwards."""
        code, out, err = self.run("i18n", "import", where, sheet, "--lang", "en")
        return code, out, err, (where / "lang/fr.yaml").read_text(encoding="utf-8")


def untouched(desk, where, before, sheet, name, stale):
    code, out, err, after = desk.taken(where, sheet)
    check(f"{name}: an untouched sheet changes the translation", after == before)
    check(f"{name}: {out}", code == 0 and "changed: 0" in out)
    codes = re.findall(r"(?:error|warning) (Q\d+)", err)
    check(f"{name}: says {sorted(set(codes))}, {len(codes)} times", codes == ["Q0422"] * stale)


def page_of(book):
    page = next(one for one in book if "source mark" in [cell.value for cell in one[3]])
    return page, {cell.value: cell.column for cell in page[3]}


def through_openpyxl(desk):
    import openpyxl

    where = desk.copy("q")
    before = (where / "lang/fr.yaml").read_text(encoding="utf-8")
    first = desk.export(where, "fr.xlsx")
    check("the same texts give other bytes", first.read_bytes() == desk.export(where, "again.xlsx").read_bytes())
    book = openpyxl.load_workbook(first)
    page, at = page_of(book)
    rows = list(page.iter_rows(min_row=4))
    stale = sum(row[at["State"] - 1].value == "stale" for row in rows)
    check(f"{stale} texts are stale", stale > 0)
    untouched(desk, where, before, first, "straight back", stale)

    # What Excel shows: one column to write in, titles that stay, a filter, hidden keys, no formulas.
    texts = [row for row in rows if row[at["key"] - 1].value != "#"]
    check(f"{len(texts)} texts", len(texts) > 1500)
    check("a sheet is open", all(one.protection.sheet for one in book if one.sheet_state == "visible"))
    for title, column in at.items():
        open_cells = sum(not row[column - 1].protection.locked for row in texts)
        wanted = {"Translation": len(texts), "Remark": len(texts), "Still right": stale}.get(title, 0)
        check(f"{open_cells} cells of {title} are open, not {wanted}", open_cells == wanted)
    check("titles run away", page.freeze_panes == "A4")
    check(f"the filter stands on {page.auto_filter.ref}", page.auto_filter.ref == f"A3:H{page.max_row}")
    check("the filter is locked", page.protection.autoFilter is False)
    hidden = [title for title, column in at.items()
              if page.column_dimensions[openpyxl.utils.get_column_letter(column)].hidden]
    check(f"hidden: {hidden}", set(hidden) <= {"key", "source mark"} and "key" in hidden)
    check("formulas", all(cell.data_type != "f" for row in rows for cell in row))
    check("a translation is no text", all(row[at["Translation"] - 1].number_format == "@" for row in texts))

    # Through openpyxl as it saves, and with columns moved to the other side.
    book.save(desk.folder / "saved.xlsx")
    untouched(desk, where, before, desk.folder / "saved.xlsx", "openpyxl", stale)
    for row in page.iter_rows(min_row=3):
        values = [cell.value for cell in reversed(row)]
        for cell, value in zip(row, values):
            cell.value = value
    page.title = "Mine"
    book.save(desk.folder / "moved.xlsx")
    untouched(desk, where, before, desk.folder / "moved.xlsx", "columns moved", stale)

    # A translator at work: each of these lines is taken or named by its cell.
    book = openpyxl.load_workbook(first)
    page, at = page_of(book)
    lines = {page.cell(line, at["key"]).value: line for line in range(4, page.max_row + 1)}
    stale_keys = [key for key, line in lines.items() if page.cell(line, at["State"]).value == "stale"]
    for key in stale_keys:
        page.cell(lines[key], at["Still right"]).value = "yes"
    done = [key for key, line in lines.items() if page.cell(line, at["State"]).value == "done" and "|title" in key]
    page.cell(lines[done[0]], at["Translation"]).value = "=SOMME(1)"
    page.cell(lines[done[0]], at["Translation"]).data_type = "s"
    page.cell(lines[done[1]], at["Remark"]).value = "Qui ?"
    page.cell(lines[done[2]], at["Translation"]).value = None
    page.cell(lines[done[3]], at["Translation"]).value = "=1+1"
    page.cell(lines[done[4]], at["source mark"]).value = None
    book.create_sheet("Notes")["A1"] = "Voir plus tard"
    book.save(desk.folder / "worked.xlsx")
    code, out, err, after = desk.taken(where, desk.folder / "worked.xlsx")
    letter = openpyxl.utils.get_column_letter
    wanted = {("Q0424", f"Texts!{letter(at['Remark'])}{lines[done[1]]}"),
              ("Q0419", f"Texts!{letter(at['Translation'])}{lines[done[2]]}"),
              ("Q0826", f"Texts!{letter(at['Translation'])}{lines[done[3]]}"),
              ("Q0432", f"Texts!{letter(at['Translation'])}{lines[done[4]]}"), ("Q0435", "Notes!A1")}
    said = {(code_, place) for place, code_ in re.findall(r"worked\.xlsx:(\S+): (?:error|warning) (Q\d+)", err)}
    check(f"said: {sorted(said)}, wanted: {sorted(wanted)}", said == wanted and code == 1)
    check(f"tally: {out}", "changed: 1;" in out)
    check("a text that looks like a formula was not taken", "=SOMME(1)" in after)
    code, out, err = desk.run("i18n", "status", where, "--lang", "fr", "--json")
    check(f"what was called right is still stale: {out}", '"stale":[]' in out or '"stale":0' in out)


def through_tables(desk):
    where = desk.copy("t")
    before = (where / "lang/fr.yaml").read_text(encoding="utf-8")
    table = desk.export(where, "fr.csv")
    rows = list(csv.reader(io.StringIO(table.read_text(encoding="utf-8-sig"))))
    stale = sum(row[5] == "stale" for row in rows)
    untouched(desk, where, before, table, "table", stale)
    out, tabs = io.StringIO(), io.StringIO()
    csv.writer(out, delimiter=";", lineterminator="\r\n").writerows(rows)
    csv.writer(tabs, delimiter="\t", lineterminator="\r\n").writerows(rows)
    for name, content in (("semicolon.csv", out.getvalue().replace("\n", "\r\n").replace("\r\r", "\r").encode("utf-8-sig")),
                          ("sep.csv", ("sep=;\r\n" + out.getvalue()).encode("utf-8-sig")),
                          ("unicode.csv", tabs.getvalue().encode("utf-16"))):
        (desk.folder / name).write_bytes(content)
        untouched(desk, where, before, desk.folder / name, name, stale)


def through_office(desk):
    office = shutil.which("soffice") or shutil.which("libreoffice")
    if office is None or not pathlib.Path("/usr/lib/libreoffice/program/libsclo.so").exists():
        print("SKIP: LibreOffice Calc is not installed")
        sys.exit(77)

    def convert(source, kind):
        into = desk.folder / kind
        subprocess.run([office, f"-env:UserInstallation=file://{desk.folder}/profile", "--headless", "--convert-to",
                        kind, "--outdir", str(into), str(source)], check=True, capture_output=True, timeout=150)
        return into / (source.stem + "." + kind)

    where = desk.copy("o")
    before = (where / "lang/fr.yaml").read_text(encoding="utf-8")
    first = desk.export(where, "fr.xlsx")
    code, out, err, _ = desk.taken(where, first)
    stale = err.count("Q0422")
    ods = convert(first, "ods")
    untouched(desk, where, before, ods, "ods", stale)
    untouched(desk, where, before, convert(ods, "xlsx"), "xlsx by way of ods", stale)


def main(mode, binary):
    with tempfile.TemporaryDirectory() as scratch:
        desk = Desk(binary, pathlib.Path(scratch))
        if mode == "openpyxl":
            try:
                import openpyxl  # noqa: F401
            except ImportError:
                print("SKIP: python3-openpyxl is not installed")
                return 77
            through_openpyxl(desk)
            through_tables(desk)
        else:
            through_office(desk)
    for line in failed:
        print(line)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], pathlib.Path(sys.argv[2]).resolve()))
