"""Checks the logical structure of PDF files made by the report renderer.

check_tags.py FILE.pdf...            every rule holds
check_tags.py --lenient FILE.pdf...  the same, but empty parts of the document may be empty in the structure
check_tags.py --broken FILE.pdf      damages copies of the file, one rule each: every damage must be found
"""
import os
import re
import sys

try:
    import pikepdf
except ImportError:
    print("skipped: python3-pikepdf is not installed")
    sys.exit(77)

from damaged_tags import damage, kids_of

SMALLEST = 8.5  # points on the page, whatever the matrices
SHOWING = {"Tj", "TJ", "'", '"'}
PAINTING = SHOWING | {"f", "F", "f*", "B", "B*", "b", "b*", "S", "s", "sh", "Do", "EI"}
HEADINGS = {f"/H{i}" for i in range(1, 7)}
STANDARD = HEADINGS | {"/Document", "/Sect", "/Div", "/P", "/BlockQuote", "/L", "/LI", "/Lbl", "/LBody", "/Table", "/TR",
                       "/TH", "/TD", "/Caption", "/Figure", "/Link", "/TOC", "/TOCI", "/Reference", "/Span"}
PARENTS = {"/TR": {"/Table"}, "/TH": {"/TR"}, "/TD": {"/TR"}, "/LI": {"/L"}, "/Lbl": {"/LI"}, "/LBody": {"/LI"},
           "/TOCI": {"/TOC"}, "/Reference": {"/TOCI"}}
# What may stand directly in these; anything else is out of place.
KIDS = {"/L": {"/LI", "/L", "/Caption"}, "/LI": {"/Lbl", "/LBody"}, "/Table": {"/TR", "/Caption"}, "/TR": {"/TH", "/TD"},
        "/TOC": {"/TOCI", "/TOC", "/Caption"}}
IDENTITY = (1, 0, 0, 1, 0, 0)
LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")


def number_tree(node):
    out = {}
    for kid in node.get("/Kids", []):
        out.update(number_tree(kid))
    nums = node.get("/Nums", [])
    for i in range(0, len(nums), 2):
        out[int(nums[i])] = nums[i + 1]
    return out


def product(a, b):
    """The matrix that applies a, then b."""
    return (a[0] * b[0] + a[1] * b[2], a[0] * b[1] + a[1] * b[3], a[2] * b[0] + a[3] * b[2], a[2] * b[1] + a[3] * b[3],
            a[4] * b[0] + a[5] * b[2] + b[4], a[4] * b[1] + a[5] * b[3] + b[5])


PARSED = {}  # a damaged copy differs on one page from what was parsed before


def simple(operands, operator):
    """What the rules ask of an instruction: a mark's tag, number and type; the numbers of matrices and fonts."""
    if operator in ("BDC", "BMC"):
        properties = operands[1] if operator == "BDC" else {}
        return str(operands[0]), int(properties["/MCID"]) if "/MCID" in properties else None, str(properties.get("/Type", ""))
    if operator in ("cm", "Tm"):
        return [float(v) for v in operands]
    return float(operands[1]) if operator == "Tf" else None


def instructions(page):
    parts = page.Contents if isinstance(page.Contents, pikepdf.Array) else [page.Contents]
    key = b"\n".join(part.read_bytes() for part in parts)
    if key not in PARSED:
        PARSED[key] = [(simple(operands, str(operator)), str(operator)) for operands, operator in pikepdf.parse_content_stream(page)]
    return PARSED[key]


class Checker:
    def __init__(self, pdf, lenient=False):
        self.lenient = lenient
        self.pdf = pdf
        self.problems = []
        self.claimed = {}
        self.links = {}

    def say(self, text):
        self.problems.append(text)

    def run(self):
        root = self.pdf.Root
        self.document(root)
        if "/StructTreeRoot" not in root:
            self.say("no structure")
            return self.problems
        self.pages = {page.obj.objgen: i for i, page in enumerate(self.pdf.pages)}
        tree_root = root.StructTreeRoot
        self.tree = number_tree(tree_root.ParentTree)
        self.used_keys = set()
        self.level = 0
        top = kids_of(tree_root)
        if len(top) != 1 or str(top[0].S) != "/Document":
            self.say("the structure is not one document")
        for element in top:
            self.walk(element, None, None)
        for number, page in enumerate(self.pdf.pages):
            self.page(number, page)
        for key in sorted(set(self.tree) - self.used_keys):
            self.say(f"entry {key} of the parent tree belongs to nothing")
        if self.tree and int(tree_root.get("/ParentTreeNextKey", 0)) <= max(self.tree):
            self.say("the parent tree's next key is taken")
        return self.problems

    def document(self, root):
        if not LANGUAGE.fullmatch(str(root.get("/Lang", ""))):
            self.say("no language")
        if not bool(root.get("/MarkInfo", {}).get("/Marked", False)):
            self.say("not marked as tagged")
        if not bool(root.get("/ViewerPreferences", {}).get("/DisplayDocTitle", False)):
            self.say("the title is not displayed")
        right_to_left = str(root.get("/Lang", ""))[:2] in ("ar", "fa", "he", "ur")
        if right_to_left != (str(root.get("/ViewerPreferences", {}).get("/Direction", "/L2R")) == "/R2L"):
            self.say("the direction of reading does not fit the language")
        title = str(self.pdf.docinfo.get("/Title", ""))
        if not title:
            self.say("no title")
        with self.pdf.open_metadata() as xmp:
            if xmp.get("dc:title", "") != title:
                self.say("the two titles differ")

    def walk(self, element, parent_role, page):
        role = str(element.S)
        if role not in STANDARD:
            self.say(f"{role} is no standard type")
        if role in PARENTS and parent_role not in PARENTS[role]:
            self.say(f"{role} within {parent_role}")
        attributes = element.get("/A", {})
        if role == "/Figure":
            if not str(element.get("/Alt", "")).strip():
                self.say("a figure without a description")
            if "/BBox" not in attributes:
                self.say("a figure without its place")
        if role == "/TH" and str(attributes.get("/Scope", "")) not in ("/Row", "/Column", "/Both"):
            self.say("a header cell without a scope")
        if role == "/Table":
            self.table(element)
        if role == "/LI":
            self.list_item(element)
        if role == "/Span" and not LANGUAGE.fullmatch(str(element.get("/Lang", ""))):
            self.say("a span that says no language")
        if role in HEADINGS:
            level = int(role[2])
            if level > self.level + 1:
                self.say(f"{role} after level {self.level}")
            self.level = level
        page = element.get("/Pg", page)
        kids = kids_of(element)
        if not kids and role not in ("/TD", "/TH") and not self.lenient:
            self.say(f"an empty {role}")
        has_object = has_text = False
        for kid in kids:
            if isinstance(kid, int) or (isinstance(kid, pikepdf.Dictionary) and kid.get("/Type") == "/MCR"):
                if role in KIDS:
                    self.say(f"content directly in {role}")
                mcid = int(kid) if isinstance(kid, int) else int(kid.MCID)
                where = page if isinstance(kid, int) else kid.Pg
                number = self.pages[where.objgen]
                if (number, mcid) in self.claimed:
                    self.say(f"content {mcid} of page {number + 1} has two elements")
                self.claimed[number, mcid] = element
                has_text = True
            elif kid.get("/Type") == "/OBJR":
                self.links[kid.Obj.objgen] = element
                has_object = True
            else:
                if kid.P.objgen != element.objgen:
                    self.say(f"a {kid.S} names another parent")
                if role in KIDS and str(kid.S) not in KIDS[role]:
                    self.say(f"{kid.S} directly in {role}")
                self.walk(kid, role, page)
        if role == "/Link" and not (has_object and has_text):
            self.say("a link without its text or its annotation")

    def list_item(self, item):
        roles = [str(kid.S) for kid in kids_of(item) if isinstance(kid, pikepdf.Dictionary) and "/S" in kid]
        if roles not in (["/LBody"], ["/Lbl", "/LBody"]):
            self.say(f"a list item of {roles}")

    def table(self, table):
        """Every row covers the same columns, cells that reach down from rows above counted; header cells exist."""
        widths, open_cells, headers = set(), {}, 0
        for row in kids_of(table):
            if row.S != "/TR":
                continue
            taken = {column for column, left in open_cells.items() if left > 0}
            open_cells = {column: left - 1 for column, left in open_cells.items() if left > 1}
            column = 0
            for cell in kids_of(row):
                headers += cell.S == "/TH"
                attributes = cell.get("/A", {})
                for _ in range(int(attributes.get("/ColSpan", 1))):
                    while column in taken:
                        column += 1
                    taken.add(column)
                    if int(attributes.get("/RowSpan", 1)) > 1:
                        open_cells[column] = int(attributes["/RowSpan"]) - 1
            widths.add(len(taken))
        if len(widths) > 1:
            self.say(f"rows of one table have {sorted(widths)} columns")
        if open_cells:
            self.say("a cell reaches below its table")
        if not headers and not self.lenient:
            self.say("a table without header cells")

    def page(self, number, page):
        name = f"page {number + 1}"
        if str(page.get("/Tabs", "")) != "/S":
            self.say("tabs do not follow the structure")
        key = int(page.get("/StructParents", -1))
        self.used_keys.add(key)
        parents = self.tree.get(key, [])
        open_marks, seen = [], set()
        last = None
        matrix, size, saved, line = IDENTITY, 0.0, [], IDENTITY
        for operands, op in instructions(page):
            if op in ("BDC", "BMC"):
                if open_marks:
                    self.say("marked content within marked content")
                tag, mcid, kind = operands
                open_marks.append((tag, kind))
                if mcid is not None:
                    last = self.content(number, mcid, tag, parents, seen)
                elif tag != "/Artifact":
                    self.say(f"{tag} without a number")
            elif op == "EMC":
                if open_marks:
                    open_marks.pop()
                else:
                    self.say(f"{name}: marked content ends twice")
            elif op == "q":
                saved.append((matrix, size))
            elif op == "Q":
                matrix, size = saved.pop()
            elif op == "cm":
                matrix = product(operands, matrix)
            elif op == "BT":
                line = IDENTITY
            elif op == "Tm":
                line = operands
            elif op == "Tf":
                size = operands
            if op in PAINTING and len(open_marks) != 1:
                self.say(f"{name}: {op} paints outside of marked content")
            if op in SHOWING:
                whole = product(line, matrix)
                seen_size = size * (whole[2] ** 2 + whole[3] ** 2) ** 0.5
                if seen_size < SMALLEST - 1e-6:
                    self.say(f"{name}: text of {seen_size:.2f} points")
                if open_marks and open_marks[0] == ("/Artifact", "/Layout"):
                    self.say(f"{name}: text is hidden from readers as layout")
        if open_marks:
            self.say(f"{name}: marked content is left open")
        if len(parents) != len(seen):
            self.say(f"{name}: {len(parents)} entries in the parent tree, {len(seen)} pieces of content")
        for where, mcid in self.claimed:
            if where == number and mcid not in seen:
                self.say(f"{name}: the structure names content {mcid}, which is not there")
        if last in HEADINGS:
            self.say(f"{name} ends with a heading")
        for annotation in page.get("/Annots", []):
            self.annotation(annotation)

    def content(self, number, mcid, tag, parents, seen):
        where = f"content {mcid} of page {number + 1}"
        if mcid in seen:
            self.say(f"{where} twice")
        seen.add(mcid)
        owner = self.claimed.get((number, mcid))
        if owner is None:
            self.say(f"{where} has no element")
            return None
        if mcid >= len(parents) or parents[mcid].objgen != owner.objgen:
            self.say(f"the parent tree is wrong for {where}")
        elif tag != str(owner.S):
            self.say(f"{where} is {tag}, its element {owner.S}")
        return str(owner.S)

    def annotation(self, annotation):
        element = self.links.get(annotation.objgen)
        key = int(annotation.get("/StructParent", -1))
        self.used_keys.add(key)
        if annotation.Subtype != "/Link":
            self.say(f"an annotation of the kind {annotation.Subtype}")
            return
        if element is None:
            self.say("a link outside of the structure")
        elif self.tree.get(key) is None or self.tree[key].objgen != element.objgen:
            self.say("the parent tree is wrong for a link")
        elif str(element.S) != "/Link":
            self.say(f"a link's annotation in {element.S}")
        if not str(annotation.get("/Contents", "")):
            self.say("a link without a description")
        if "/Dest" in annotation:
            if annotation.Dest[0].objgen not in self.pages:
                self.say("a link to a page that is not there")
        elif not str(annotation.get("/A", {}).get("/URI", "")):
            self.say("a link to nowhere")


def main():
    if sys.argv[1] == "--broken":
        count = len(damage(pikepdf.open(sys.argv[2])))
        for i in range(count):
            pdf = pikepdf.open(sys.argv[2])
            name, break_it, word = damage(pdf)[i]
            break_it()
            problems = Checker(pdf).run()
            if not any(word in problem for problem in problems):
                sys.exit(f"{name} was not found: {problems[:5]}")
        print(f"{count} kinds of damage were found")
        return
    failed = False
    lenient = sys.argv[1] == "--lenient"
    for path in sys.argv[2 if lenient else 1:]:
        checker = Checker(pikepdf.open(path), lenient)
        problems = checker.run()
        print(f"{os.path.basename(path)}: {len(checker.claimed)} pieces of content, {len(checker.links)} links, "
              f"{len(problems)} problems")
        for problem in problems[:20]:
            print("  " + problem)
        failed = failed or bool(problems)
    sys.exit(1 if failed else 0)


main()
