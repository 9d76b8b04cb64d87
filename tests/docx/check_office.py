#!/usr/bin/env python3
"""Has LibreOffice read Word files, and compares what it made of them: as OpenDocument, and as pages.

usage: check_office.py FILE...
"""
import os
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET
import zipfile

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
DRAW = "{urn:oasis:names:tc:opendocument:xmlns:drawing:1.0}"


def words(text):
    """What can be compared between two programs: letters and digits, without breaks and hyphens."""
    return re.sub(r"\W+", "", text)


def convert(files, kind, folder):
    subprocess.run(["soffice", "--headless", "--norestore", f"-env:UserInstallation=file://{folder}/profile",
                    "--convert-to", kind, "--outdir", folder, *files],
                   check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=150)


def ink(pgm):
    """The share of pixels of a page (a plain grey map) that are not white."""
    with open(pgm, "rb") as file:
        data = file.read()
    match = re.match(rb"P5\s+(\d+)\s+(\d+)\s+255\s", data)
    pixels = data[match.end():]
    return sum(1 for value in pixels if value < 250) / len(pixels)


def check(name, folder):
    faults = []
    stem = os.path.join(folder, os.path.splitext(os.path.basename(name))[0])
    with zipfile.ZipFile(name) as archive:
        ours = ET.fromstring(archive.read("word/document.xml"))
    theirs = ET.parse(stem + ".fodt").getroot()

    tables = len(list(ours.iter(W + "tbl")))
    if len(list(theirs.iter(TABLE + "table"))) != tables:
        faults.append(f"{tables} tables became {len(list(theirs.iter(TABLE + 'table')))}")
    heads = len(list(ours.iter(W + "tblHeader")))
    if len(list(theirs.iter(TABLE + "table-header-rows"))) != heads:
        faults.append(f"{heads} header rows became {len(list(theirs.iter(TABLE + 'table-header-rows')))}")
    headings = [p for p in ours.iter(W + "p")
                if (s := p.find(f"{W}pPr/{W}pStyle")) is not None and s.get(W + "val").startswith("Heading")]
    made = [h for h in theirs.iter(TEXT + "h")]
    if len(made) < len(headings):
        faults.append(f"{len(headings)} headings became {len(made)}")
    figures = len(list(ours.iter("{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr")))
    groups = [g for g in theirs.iter(DRAW + "g")]
    if len(groups) < figures:
        faults.append(f"{figures} figures became {len(groups)}")

    pdf = stem + ".pdf"
    read = words(subprocess.run(["pdftotext", pdf, "-"], check=True, capture_output=True, text=True).stdout)
    # Every paragraph, whatever it stands in, is on some page. Right-to-left text comes back in another order.
    lost = []
    for paragraph in ours.iter(W + "p"):
        text = words("".join(t.text for t in paragraph.findall(f"{W}r/{W}t")))
        if 4 <= len(text) <= 60 and text.isascii() and text not in read:
            lost.append(text)
    if len(lost) > 0.02 * len(list(ours.iter(W + "p"))):
        faults.append(f"{len(lost)} paragraphs are on no page, the first: {lost[:3]}")

    subprocess.run(["pdftoppm", "-gray", "-r", "20", pdf, stem], check=True)
    pages = sorted(page for page in os.listdir(folder) if page.startswith(os.path.basename(stem) + "-"))
    for page in pages:
        if ink(os.path.join(folder, page)) < 0.002:
            faults.append(f"{page} is blank")
    return faults, len(pages), tables


def main(files):
    for tool in ("soffice", "pdftotext", "pdftoppm"):
        if not shutil.which(tool):
            print(f"SKIP: {tool} is not installed")
            return 77
    code = 0
    with tempfile.TemporaryDirectory() as folder:
        convert(files, "pdf", folder)
        convert(files, "fodt", folder)
        for name in files:
            faults, pages, tables = check(name, folder)
            for fault in faults:
                print(f"{name}: {fault}")
                code = 1
            print(f"{name}: {pages} pages, {tables} tables")
    return code


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
