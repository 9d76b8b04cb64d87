"""Checks the logical structure of PDF files made by the report renderer.

check_tags.py FILE.pdf...            every rule holds
check_tags.py --broken FILE.pdf      damages copies of the file, one rule each: every damage must be found
"""
import os
import sys

try:
    import pikepdf
except ImportError:
    print("skipped: python3-pikepdf is not installed")
    sys.exit(77)

PAINTING = {"f", "F", "f*", "B", "B*", "b", "b*", "S", "s", "sh", "Tj", "TJ", "'", '"', "Do", "EI"}
HEADINGS = {f"/H{i}" for i in range(1, 7)}
STANDARD = HEADINGS | {"/Document", "/Sect", "/Div", "/P", "/BlockQuote", "/L", "/LI", "/Lbl", "/LBody", "/Table", "/TR",
                       "/TH", "/TD", "/Caption", "/Figure", "/Link", "/TOC", "/TOCI", "/Reference"}
PARENTS = {"/TR": {"/Table"}, "/TH": {"/TR"}, "/TD": {"/TR"}, "/LI": {"/L"}, "/Lbl": {"/LI"}, "/LBody": {"/LI"},
           "/TOCI": {"/TOC"}, "/Reference": {"/TOCI"}}


def number_tree(node):
    out = {}
    for kid in node.get("/Kids", []):
        out.update(number_tree(kid))
    nums = node.get("/Nums", [])
    for i in range(0, len(nums), 2):
        out[int(nums[i])] = nums[i + 1]
    return out


class Checker:
    def __init__(self, pdf):
        self.pdf = pdf
        self.problems = []
        self.order = []  # elements in reading order: (role, page, first mcid)

    def say(self, text):
        self.problems.append(text)

    def run(self):
        root = self.pdf.Root
        if "/Lang" not in root or not str(root.Lang):
            self.say("no language")
        if not bool(root.get("/MarkInfo", {}).get("/Marked", False)):
            self.say("not marked as tagged")
        if not bool(root.get("/ViewerPreferences", {}).get("/DisplayDocTitle", False)):
            self.say("the title is not displayed")
        if "/Title" not in self.pdf.docinfo or not str(self.pdf.docinfo["/Title"]):
            self.say("no title")
        if "/StructTreeRoot" not in root:
            self.say("no structure")
            return self.problems
        self.pages = {page.obj.objgen: i for i, page in enumerate(self.pdf.pages)}
        self.tree = number_tree(root.StructTreeRoot.ParentTree)
        self.claimed = {}
        self.links = {}
        self.level = 0
        kids = root.StructTreeRoot.K
        self.walk(kids, None, None)
        for number, page in enumerate(self.pdf.pages):
            self.page(number, page)
        return self.problems

    def walk(self, element, parent_role, page):
        role = str(element.S)
        if role not in STANDARD:
            self.say(f"{role} is no standard type")
        if role in PARENTS and parent_role not in PARENTS[role]:
            self.say(f"{role} within {parent_role}")
        attributes = element.get("/A", {})
        if role == "/Figure" and not str(element.get("/Alt", "")):
            self.say("a figure without a description")
        if role == "/TH" and "/Scope" not in attributes:
            self.say("a header cell without a scope")
        if role == "/Table":
            self.table(element)
        if role in HEADINGS:
            level = int(role[2])
            if level > self.level + 1:
                self.say(f"{role} after level {self.level}")
            self.level = level
        page = element.get("/Pg", page)
        kids = element.get("/K", None)
        kids = [] if kids is None else kids if isinstance(kids, pikepdf.Array) else [kids]
        has_object = has_text = False
        for kid in kids:
            if isinstance(kid, int) or (isinstance(kid, pikepdf.Dictionary) and kid.get("/Type") == "/MCR"):
                mcid = int(kid) if isinstance(kid, int) else int(kid.MCID)
                where = page if isinstance(kid, int) else kid.Pg
                number = self.pages[where.objgen]
                if (number, mcid) in self.claimed:
                    self.say(f"content {mcid} of page {number + 1} has two elements")
                self.claimed[number, mcid] = element
                self.order.append((role, number, mcid))
                has_text = True
            elif kid.get("/Type") == "/OBJR":
                self.links[kid.Obj.objgen] = element
                has_object = True
            else:
                if kid.P.objgen != element.objgen:
                    self.say(f"a {kid.S} names another parent")
                self.walk(kid, role, page)
        if role == "/Link" and not (has_object and has_text):
            self.say("a link without its text or its annotation")

    def table(self, table):
        widths = set()
        for row in table.get("/K", []):
            if row.S != "/TR":
                continue
            cells = row.get("/K", [])
            widths.add(sum(int(cell.get("/A", {}).get("/ColSpan", 1)) for cell in cells))
        if len(widths) > 1:
            self.say(f"rows of one table have {sorted(widths)} columns")

    def page(self, number, page):
        if str(page.get("/Tabs", "")) != "/S":
            self.say("tabs do not follow the structure")
        parents = self.tree.get(int(page.get("/StructParents", -1)), [])
        depth, inside, seen = 0, None, set()
        last = None
        for operands, operator in pikepdf.parse_content_stream(page):
            name = str(operator)
            if name in ("BDC", "BMC"):
                if depth:
                    self.say("marked content within marked content")
                depth += 1
                inside = None
                if name == "BDC" and "/MCID" in operands[1]:
                    mcid = int(operands[1].MCID)
                    if mcid in seen:
                        self.say(f"content {mcid} of page {number + 1} twice")
                    seen.add(mcid)
                    owner = self.claimed.get((number, mcid))
                    if owner is None:
                        self.say(f"content {mcid} of page {number + 1} has no element")
                    elif mcid >= len(parents) or parents[mcid].objgen != owner.objgen:
                        self.say(f"the parent tree is wrong for content {mcid} of page {number + 1}")
                    elif str(operands[0]) != str(owner.S):
                        self.say(f"content {mcid} of page {number + 1} is {operands[0]}, its element {owner.S}")
                    if owner is not None:
                        last = str(owner.S)
                elif str(operands[0]) != "/Artifact":
                    self.say(f"{operands[0]} without a number")
            elif name == "EMC":
                depth -= 1
            elif name in PAINTING and depth != 1:
                self.say(f"page {number + 1}: {name} paints outside of marked content")
        if depth:
            self.say(f"page {number + 1}: marked content is left open")
        if len(parents) != len(seen):
            self.say(f"page {number + 1}: {len(parents)} entries in the parent tree, {len(seen)} pieces of content")
        if last in HEADINGS:
            self.say(f"page {number + 1} ends with a heading")
        for annotation in page.get("/Annots", []):
            element = self.links.get(annotation.objgen)
            if annotation.Subtype == "/Link":
                if element is None:
                    self.say("a link outside of the structure")
                elif self.tree.get(int(annotation.get("/StructParent", -1))) is None or \
                        self.tree[int(annotation.StructParent)].objgen != element.objgen:
                    self.say("the parent tree is wrong for a link")
                if not str(annotation.get("/Contents", "")):
                    self.say("a link without a description")


def damage(pdf):
    """Ways to break a good file, each with a word of the problem that must be reported."""
    def find(role, node=None):
        node = node if node is not None else pdf.Root.StructTreeRoot.K
        if node.get("/S") == role:
            return node
        kids = node.get("/K", [])
        for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
            if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
                found = find(role, kid)
                if found is not None:
                    return found
        return None

    def drop_alt():
        del find("/Figure")["/Alt"]

    def drop_scope():
        del find("/TH")["/A"]

    def skip_level():
        find("/H2").S = pikepdf.Name("/H5")

    def unmark():
        page = pdf.pages[2]
        page.contents_add(pdf.make_stream(b"0 0 10 10 re f\n"))

    def shuffle():
        leaf = pdf.Root.StructTreeRoot.ParentTree.Kids[0].Nums[5]
        leaf[0], leaf[1] = leaf[1], leaf[0]

    def lose_link():
        find("/Link").K = pikepdf.Array([k for k in find("/Link").K if isinstance(k, int)])

    def drop_language():
        del pdf.Root["/Lang"]

    def lose_content():
        element = find("/P")
        element.K = pikepdf.Array([])

    return [(drop_alt, "description"), (drop_scope, "scope"), (skip_level, "after level"), (unmark, "outside"),
            (shuffle, "parent tree"), (lose_link, "link"), (drop_language, "language"), (lose_content, "no element")]


def main():
    if sys.argv[1] == "--broken":
        count = len(damage(pikepdf.open(sys.argv[2])))
        for i in range(count):
            pdf = pikepdf.open(sys.argv[2])
            break_it, word = damage(pdf)[i]
            break_it()
            problems = Checker(pdf).run()
            if not any(word in problem for problem in problems):
                sys.exit(f"{break_it.__name__} was not found: {problems}")
        print(f"{count} kinds of damage were found")
        return
    failed = False
    for path in sys.argv[1:]:
        checker = Checker(pikepdf.open(path))
        problems = checker.run()
        print(f"{os.path.basename(path)}: {len(checker.claimed)} pieces of content, {len(checker.links)} links, "
              f"{len(problems)} problems")
        for problem in problems[:20]:
            print("  " + problem)
        failed = failed or bool(problems)
    sys.exit(1 if failed else 0)


main()
