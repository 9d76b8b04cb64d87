#!/usr/bin/env python3
"""Reads Word files with Python's zip and XML, and judges what an office program would trip over.

usage: check_package.py FILE...          each file must be sound
       check_package.py --broken FILE    faults are planted in FILE one by one; each must be found
"""
import io
import posixpath
import re
import sys
import xml.etree.ElementTree as ET
import zipfile

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
WPS = "{http://schemas.microsoft.com/office/word/2010/wordprocessingShape}"
TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"
RELS = "{http://schemas.openxmlformats.org/package/2006/relationships}"
DC = "{http://purl.org/dc/elements/1.1/}"

# The order that ECMA-376 (wml.xsd) gives to the children that we write.
ORDER = {
    "pPr": "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs "
           "bidi spacing ind contextualSpacing jc textDirection outlineLvl sectPr",
    "rPr": "rStyle rFonts b bCs i iCs color spacing sz szCs u shd vertAlign rtl cs lang",
    "tblPr": "tblStyle bidiVisual tblW jc tblInd tblBorders shd tblLayout tblCellMar tblLook",
    "tcPr": "tcW gridSpan tcBorders shd tcMar vAlign",
    "trPr": "cantSplit trHeight tblHeader",
    "sectPr": "footerReference pgSz pgMar titlePg bidi",
    "style": "name basedOn next uiPriority semiHidden qFormat pPr rPr tblPr trPr tcPr tblStylePr",
    "tbl": "bookmarkStart bookmarkEnd tblPr tblGrid tr",
}


def local(element):
    return element.tag.rsplit("}", 1)[-1]


class Package:
    def __init__(self, data):
        self.faults = []
        self.parts = {}
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            if archive.testzip() is not None:
                self.faults.append("the archive is damaged")
            names = archive.namelist()
            for info in archive.infolist():
                if info.date_time[:3] != (1980, 1, 1):
                    self.faults.append(f"{info.filename} carries a date: {info.date_time}")
                self.parts[info.filename] = archive.read(info)
        if names[0] != "[Content_Types].xml":
            self.faults.append("[Content_Types].xml does not come first")
        if len(set(names)) != len(names):
            self.faults.append("a part is there twice")
        self.trees = {}
        for name, text in self.parts.items():
            try:
                self.trees[name] = ET.fromstring(text)
            except ET.ParseError as error:
                self.faults.append(f"{name}: {error}")

    def fault(self, text):
        self.faults.append(text)

    def check(self):
        if self.faults:
            return self.faults
        self.content_types()
        self.relations()
        self.styles()
        self.order()
        self.body()
        self.properties()
        return self.faults

    def content_types(self):
        root = self.trees["[Content_Types].xml"]
        defaults = {e.get("Extension") for e in root.iter(TYPES + "Default")}
        overrides = {e.get("PartName") for e in root.iter(TYPES + "Override")}
        for part in overrides:
            if part.lstrip("/") not in self.parts:
                self.fault(f"[Content_Types].xml names {part}, which is not there")
        for part in self.parts:
            known = "/" + part in overrides or part.endswith(".rels") or part == "[Content_Types].xml"
            if not known or (part.endswith(".rels") and "rels" not in defaults):
                self.fault(f"{part} has no content type")

    def relations(self):
        reached = {"[Content_Types].xml"}
        for name, root in self.trees.items():
            if not name.endswith(".rels"):
                continue
            reached.add(name)
            folder = posixpath.dirname(posixpath.dirname(name))
            ids = [e.get("Id") for e in root.iter(RELS + "Relationship")]
            if len(set(ids)) != len(ids):
                self.fault(f"{name}: an id is there twice")
            for relation in root.iter(RELS + "Relationship"):
                if relation.get("TargetMode") == "External":
                    if not re.match(r"(https?://|mailto:)", relation.get("Target")):
                        self.fault(f"{name}: an address of a strange kind: {relation.get('Target')}")
                    continue
                target = posixpath.normpath(posixpath.join(folder, relation.get("Target")))
                reached.add(target)
                if target not in self.parts:
                    self.fault(f"{name}: {relation.get('Id')} leads to {target}, which is not there")
        for part in set(self.parts) - reached:
            self.fault(f"no relation leads to {part}")
        ids = {e.get("Id") for e in self.trees["word/_rels/document.xml.rels"].iter(RELS + "Relationship")}
        for element in self.trees["word/document.xml"].iter():
            used = element.get(R + "id")
            if used is not None and used not in ids:
                self.fault(f"the document uses {used}, which is no relation")

    def styles(self):
        styles = self.trees["word/styles.xml"]
        known = {}
        for style in styles.iter(W + "style"):
            key = style.get(W + "styleId")
            if key in known:
                self.fault(f"the style {key} is there twice")
            known[key] = style.get(W + "type")
        kinds = {"pStyle": "paragraph", "rStyle": "character", "tblStyle": "table"}
        for name in ("word/document.xml", "word/footer1.xml", "word/footer2.xml", "word/styles.xml"):
            for element in self.trees[name].iter():
                tag, value = local(element), element.get(W + "val")
                if tag in kinds and known.get(value) != kinds[tag]:
                    self.fault(f"{name}: there is no {kinds[tag]} style {value}")
                if tag in ("basedOn", "next") and value not in known:
                    self.fault(f"the style {value} is built upon and not there")
        for needed in ("Title", "Heading1", "Heading2", "Heading3", "Caption", "ReportTable"):
            if needed not in known:
                self.fault(f"there is no style {needed}")
        for number, root in (("numId", "num"), ("abstractNumId", "abstractNum")):
            known = {e.get(f"{W}{number}") for e in self.trees["word/numbering.xml"].iter(W + root)}
            for name in ("word/document.xml", "word/numbering.xml"):
                for element in self.trees[name].iter(W + number):
                    if element.get(W + "val") not in known:
                        self.fault(f"{name}: {number} {element.get(W + 'val')} is not there")
        if styles.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr/{W}lang") is None:
            self.fault("no language is set")

    def order(self):
        for name, root in self.trees.items():
            for element in root.iter():
                if not element.tag.startswith(W) or local(element) not in ORDER:
                    continue
                known = ORDER[local(element)].split()
                found = [local(child) for child in element]
                if any(child not in known for child in found):
                    self.fault(f"{name}: {local(element)} holds something of no known place: {found}")
                elif found != sorted(found, key=known.index):
                    self.fault(f"{name}: the children of {local(element)} are out of order: {found}")

    def body(self):
        root = self.trees["word/document.xml"]
        marks = [e.get(W + "name") for e in root.iter(W + "bookmarkStart")]
        if len(marks) != len({mark.lower() for mark in marks}):
            self.fault("a bookmark is there twice")
        for mark in marks:
            if not re.fullmatch(r"[A-Za-z][A-Za-z0-9_]{0,39}", mark):
                self.fault(f"Word takes no bookmark of the name {mark}")
        starts = [e.get(W + "id") for e in root.iter(W + "bookmarkStart")]
        if sorted(starts) != sorted(e.get(W + "id") for e in root.iter(W + "bookmarkEnd")):
            self.fault("a bookmark does not end")
        for link in root.iter(W + "hyperlink"):
            if link.get(W + "anchor") is not None and link.get(W + "anchor") not in marks:
                self.fault(f"a link leads to {link.get(W + 'anchor')}, which is no bookmark")
        ids = [e.get("id") for e in root.iter() if e.tag in (WP + "docPr", WPS + "cNvPr")]
        if len(ids) != len(set(ids)):
            self.fault("two drawings have one id")
        for drawing in root.iter(WP + "docPr"):
            if not drawing.get("descr"):
                self.fault("a figure has no alternative text")
        if not [e for e in root.iter(W + "footerReference")]:
            self.fault("there is no footer")
        for table in root.iter(W + "tbl"):
            columns = len(table.find(W + "tblGrid"))
            style = table.find(f"{W}tblPr/{W}tblStyle").get(W + "val")
            rows = table.findall(W + "tr")
            if style == "ReportTable":
                heads = [row.find(f"{W}trPr/{W}tblHeader") is not None for row in rows]
                if heads != [True] + [False] * (len(rows) - 1):
                    self.fault("a table has not one header row, the first")
                if any(row.find(f"{W}trPr/{W}cantSplit") is None for row in rows):
                    self.fault("a row of a table may break")
            for row in rows:
                cells = row.findall(W + "tc")
                wide = 0
                for cell in cells:
                    span = cell.find(f"{W}tcPr/{W}gridSpan")
                    wide += 1 if span is None else int(span.get(W + "val"))
                    if local(cell[-1]) != "p":
                        self.fault("a cell does not end with a paragraph")
                if wide != columns:
                    self.fault(f"a row has {wide} cells, its table {columns} columns")
        field = [e.get(W + "fldCharType") for e in root.iter(W + "fldChar")]
        if field not in ([], ["begin", "separate", "end"]):
            self.fault(f"the contents are no sound field: {field}")
        if any(local(e) == "t" and not e.text for e in root.iter()):
            self.fault("a run has no text")

    def properties(self):
        core = self.trees["docProps/core.xml"]
        for key in ("title", "creator", "language"):
            if core.find(DC + key) is None:
                self.fault(f"the properties name no {key}")


def check(data):
    return Package(data).check()


def planted(data, part, old, new):
    """The file with the first `old` of a part replaced."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(out, "w") as copy:
        for info in source.infolist():
            text = source.read(info).decode()
            if info.filename == part:
                assert old in text, f"{part} holds no {old}"
                text = text.replace(old, new, 1)
            copy.writestr(info, text)
    return out.getvalue()


FAULTS = [
    ("word/document.xml", "</w:p>", "", "mismatched"),
    ("word/document.xml", 'w:val="Heading2"', 'w:val="Heading9"', "no paragraph style Heading9"),
    ("word/document.xml", 'w:val="ReportTable"', 'w:val="Table"', "no table style Table"),
    ("word/document.xml", "<w:tblHeader/>", "", "one header row"),
    ("word/document.xml", "<w:cantSplit/><w:tblHeader/>", "<w:tblHeader/>", "may break"),
    ("word/document.xml", '<w:hyperlink w:anchor="', '<w:hyperlink w:anchor="x', "is no bookmark"),
    ("word/document.xml", 'descr="', 'descr="" title="', "alternative text"),
    ("word/document.xml", "<w:gridCol ", "<w:gridCol/><w:gridCol ", "columns"),
    ("word/document.xml", 'w:numId w:val="2"', 'w:numId w:val="99"', "numId 99"),
    ("word/document.xml", '<w:fldChar w:fldCharType="end"/>', "", "no sound field"),
    ("word/document.xml", "<w:b/><w:bCs/>", "<w:bCs/><w:b/>", "out of order"),
    ("word/_rels/document.xml.rels", 'Target="styles.xml"', 'Target="style.xml"', "style.xml, which is not there"),
    ("[Content_Types].xml", 'PartName="/word/footer1.xml"', 'PartName="/word/foot.xml"', "no content type"),
    ("docProps/core.xml", "dc:creator>", "dc:x>", "docProps/core.xml"),
    ("word/styles.xml", "<w:lang ", "<w:shd ", "no language"),
]


def main(arguments):
    if arguments[:1] == ["--broken"]:
        with open(arguments[1], "rb") as file:
            data = file.read()
        failed = check(data)
        for part, old, new, expected in FAULTS:
            found = check(planted(data, part, old, new))
            if not any(expected in one for one in found):
                failed.append(f"not found: {expected} (found: {found})")
        print("\n".join(failed) or f"{len(FAULTS)} planted faults were found")
        return 1 if failed else 0
    code = 0
    for name in arguments:
        with open(name, "rb") as file:
            faults = check(file.read())
        for fault in sorted(set(faults)):
            print(f"{name}: {fault}")
            code = 1
    if code == 0:
        print(f"{len(arguments)} files are sound")
    return code


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
