"""Workbooks that were damaged, or made to do harm, are read as meant or named, in bounded time and memory.

usage: hostile.py BINARY
"""
import pathlib
import random
import re
import sys
import tempfile
import zipfile

import common

SECONDS = 20
BYTES = 1 << 30
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def copy(source, target, change):
    """The archive with parts changed: change(path, bytes) gives the new bytes, or None to leave the part out."""
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            content = change(name, old.read(name))
            if content is not None:
                new.writestr(name, content)


def page_with(source, text):
    """The path of the sheet that holds a question, found by its shared string."""
    with zipfile.ZipFile(source) as archive:
        strings = re.findall(r"<si>(.*?)</si>", archive.read("xl/sharedStrings.xml").decode(), re.DOTALL)
        index = next(i for i, one in enumerate(strings) if f"<t>{text}</t>" in one)
        for name in archive.namelist():
            if name.startswith("xl/worksheets/") and f"<v>{index}</v></c>" in archive.read(name).decode():
                return name
    raise AssertionError(text)


def cases(folder, good):
    """Name, file, codes of which one at least must be reported; none: the file must be taken as meant."""
    page = page_with(good, "power.plan")

    def changed(name, change, where=page):
        target = folder / f"{name}.xlsx"
        copy(good, target, lambda path, content: change(content) if path == where else content)
        return target

    def raw(name, content):
        target = folder / name
        target.write_bytes(content)
        return target

    cell = re.compile(rb'<c r="D4"[^>]*?(/>|>.*?</c>)', re.DOTALL)
    head = b'<?xml version="1.0"?>'

    def answer(new):
        def change(content):
            assert cell.search(content)
            return cell.sub(new, content, 1)
        return change

    yield "an error", changed("error", answer(b'<c r="D4" t="e"><f>#REF!</f><v>#REF!</v></c>')), {"Q0825"}
    yield "a formula without a result", changed("pending", answer(b'<c r="D4"><f>1+2</f></c>')), {"Q0826"}
    yield "a formula with a result", changed("formula", answer(b'<c r="D4"><f>1+2</f><v>3</v></c>')), set()
    yield "a string that is not there", changed("index", answer(b'<c r="D4" t="s"><v>99999999</v></c>')), {"Q0827"}
    yield "a control character", changed("control", answer(b'<c r="D4" t="inlineStr"><is><t>3_x0007_</t></is></c>')), {"Q0827"}
    yield "an unknown type", changed("type", answer(b'<c r="D4" t="zz"><v>3</v></c>')), set()
    yield "merged cells", changed("merged", lambda c: c.replace(
        b"</sheetData>", b'</sheetData><mergeCells><mergeCell ref="D4:D9"/></mergeCells>')), {"Q0828"}
    yield "places beyond the sheet", changed("beyond", answer(b'<c r="ZZZZZZZZ99999999999"><v>3</v></c>')), set()
    yield "a document type", changed("doctype", lambda c: c.replace(
        b"<worksheet", b'<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><worksheet', 1)), {"Q0821"}
    yield "an unknown entity", changed("entity", answer(b'<c r="D4" t="inlineStr"><is><t>&b;</t></is></c>')), {"Q0801"}
    yield "no XML", changed("noxml", lambda _: b"\x00\x01\x02"), {"Q0821"}
    yield "invalid UTF-8", changed("latin", answer(b'<c r="D4" t="inlineStr"><is><t>\xe9tabli</t></is></c>')), {"Q0827", "Q0821"}
    yield "rows without number", changed("norows", lambda c: re.sub(rb'<row r="\d+"', b"<row", c)), set()
    yield "a deep nest", changed("deep", lambda _: head + b"<worksheet>" + b"<a>" * 500_000 + b"</a>" * 500_000 +
                                 b"</worksheet>"), set()
    yield "a million rows", changed("rows", lambda _: head + b'<worksheet xmlns="%s"><sheetData>' % MAIN.encode() +
                                    b"<row><c><v>1</v></c></row>" * 1_000_000 + b"</sheetData></worksheet>"), {"Q0824"}
    yield "a zip bomb", changed("bomb", lambda c: c.replace(b"</sheetData>", b" " * (100 << 20) + b"</sheetData>")), {"Q0824"}
    yield "too many parts", folder / "parts.xlsx", {"Q0824", "Q0821"}
    yield "another questionnaire", changed("other", lambda c: c.replace(b">every-type<", b">six-pillars<"),
                                           "xl/sharedStrings.xml"), {"Q0302", "Q03"}
    yield "another version", changed("version", lambda c: c.replace(b"<t>instrument.version</t></si><si><t>1</t>",
                                                                    b"<t>instrument.version</t></si><si><t>9</t>"),
                                     "xl/sharedStrings.xml"), None
    yield "a renamed column", changed("renamed", lambda c: c.replace(b"<t>Answer</t>", b"<t>Our answers</t>"),
                                      "xl/sharedStrings.xml"), {"Q0833"}
    yield "no shared strings", changed("nostrings", lambda _: None, "xl/sharedStrings.xml"), {"Q08"}
    yield "no workbook part", changed("nobook", lambda _: None, "xl/workbook.xml"), {"Q0821"}
    yield "a loop of relations", changed("loop", lambda c: c.replace(b"worksheets/sheet1.xml", b"workbook.xml"),
                                         "xl/_rels/workbook.xml.rels"), None
    yield "an old .xls", raw("old.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 2000), {"Q0823"}
    yield "a password", raw("locked.xlsx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 999 +
                            "EncryptedPackage".encode("utf-16-le")), {"Q0822"}
    yield "an empty file", raw("empty.xlsx", b""), {"Q"}
    yield "a letter", raw("letter.xlsx", b"Dear colleague,\n"), {"Q0821"}
    yield "cut short", raw("cut.xlsx", good.read_bytes()[:5000]), {"Q0821"}
    ods = folder / "repeat.ods"
    with zipfile.ZipFile(ods, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("content.xml", head + b'<o:d xmlns:o="o" xmlns:t="t" xmlns:x="x"><o:body><o:spreadsheet><t:table>'
                         b'<t:table-row t:number-rows-repeated="1048576"><t:table-cell t:number-columns-repeated="16384">'
                         b"<x:p>1</x:p></t:table-cell></t:table-row></t:table></o:spreadsheet></o:body></o:d>")
    yield "cells repeated without end", ods, {"Q0824"}
    sheets = folder / "wrong.xlsx"
    with zipfile.ZipFile(sheets, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("_rels/.rels", head + b'<R><Relationship Id="a" Type="%s/officeDocument" Target="w.xml"/></R>' %
                         OFFICE.encode())
        archive.writestr("w.xml", head + b'<workbook xmlns:r="r"><sheets><sheet name="Budget" r:id="s"/></sheets></workbook>')
        archive.writestr("_rels/w.xml.rels", head + b'<R><Relationship Id="s" Type="%s/worksheet" Target="s.xml"/></R>' %
                         OFFICE.encode())
        archive.writestr("s.xml", head + b'<worksheet><sheetData><row><c t="inlineStr"><is><t>Total</t></is></c></row>'
                         b"</sheetData></worksheet>")
    yield "wrong sheets", sheets, {"Q0813"}


def main(binary):
    failed = []
    with tempfile.TemporaryDirectory() as scratch:
        folder = pathlib.Path(scratch)
        good = common.sheet(binary, folder / "good.xlsx", "--lang", "en")
        with zipfile.ZipFile(folder / "parts.xlsx", "w") as archive:
            for i in range(3000):
                archive.writestr(f"p{i}", "")

        def judge(name, file, codes):
            _, done = common.taken(binary, file, folder, "--unit", "ATL")
            if done.code not in (0, 1, 3) or done.seconds > SECONDS:
                failed.append(f"{name}: exit code {done.code} after {done.seconds:.1f} s: {done.err[:300]}")
            elif codes is None:
                if done.code == 3:
                    failed.append(f"{name}: exit code 3: {done.err[:300]}")
            elif codes and not any(code in done.err for code in codes):
                failed.append(f"{name}: none of {sorted(codes)} in: {done.err[:300]}")
            elif not codes and "error" in done.err:
                failed.append(f"{name}: not taken as meant: {done.err[:300]}")

        for name, file, codes in cases(folder, good):
            judge(name, file, codes)
        # Bytes changed at random, the same ones every time: something is said, and nothing breaks.
        chance = random.Random(18)
        original = good.read_bytes()
        for i in range(40):
            damaged = bytearray(original)
            for _ in range(chance.randint(1, 20)):
                damaged[chance.randrange(len(damaged))] = chance.randrange(256)
            file = folder / "random.xlsx"
            file.write_bytes(damaged)
            judge(f"random {i}", file, None)
        used = common.largest_child()
        if used > BYTES:
            failed.append(f"{used >> 20} MB of memory were used")
    for line in failed:
        print(line)
    print(f"{used >> 20} MB at most")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(pathlib.Path(sys.argv[1]).resolve()))
