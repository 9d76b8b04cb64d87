"""Damaged copies of a good file, for check_tags.py --broken: one rule of its logical structure each."""
import re

import pikepdf


def kids_of(element):
    kids = element.get("/K", None)
    return [] if kids is None else kids if isinstance(kids, pikepdf.Array) else [kids]


def damage(pdf):
    """Ways to break a good file, each with a word of the problem that must be reported."""
    tree = pdf.Root.StructTreeRoot

    def find(role, node=None):
        node = node if node is not None else kids_of(tree)[0]
        if node.get("/S") == role:
            return node
        for kid in kids_of(node):
            if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
                found = find(role, kid)
                if found is not None:
                    return found
        return None

    def rewrite(change, number=1):
        page = pdf.pages[number]
        page.Contents = pdf.make_stream(change(page.Contents.read_bytes()))

    def prepend(code):
        rewrite(lambda content: code + content)

    def append(code):
        rewrite(lambda content: content + code)

    def body_of_item(roles):
        item = find("/LI")
        item.K = pikepdf.Array([kid for kid in kids_of(item) if str(kid.S) in roles])

    def shuffle():
        leaf = tree.ParentTree.Kids[0].Nums[5]
        leaf[0], leaf[1] = leaf[1], leaf[0]

    def lose_link():
        find("/Link").K = pikepdf.Array([k for k in kids_of(find("/Link")) if isinstance(k, int)])

    def link():
        return next(note for page in pdf.pages for note in page.get("/Annots", []))

    def claim_more():
        element = find("/P")
        element.K = pikepdf.Array([*kids_of(element), 9999])

    def drop_cell():
        row = kids_of(find("/Table"))[-1]
        del row.K[len(row.K) - 1]

    def plain_table():
        for row in kids_of(find("/Table")):
            for cell in kids_of(row) if row.S == "/TR" else []:
                cell.S = pikepdf.Name("/TD")

    def hide():
        leaf = re.compile(rb"/(P|H1|TD|LBody|Link)<</MCID \d+>>BDC")
        rewrite(lambda content: leaf.sub(b"/Artifact<</Type/Layout>>BDC", content, count=1))

    def second_title():
        pdf.docinfo["/Title"] = "Another"

    def set_to(node, key, value):
        return lambda: node.__setitem__(key, value)

    def without(node, key):
        return lambda: node.__delitem__(key)

    name, array = pikepdf.Name, pikepdf.Array
    preferences = pdf.Root.ViewerPreferences
    return [
        ("no alt", without(find("/Figure"), "/Alt"), "description"),
        ("no place of a figure", without(find("/Figure"), "/A"), "place"),
        ("no scope", without(find("/TH"), "/A"), "scope"),
        ("wrong scope", set_to(find("/TH"), "/A", pikepdf.Dictionary(O=name("/Table"), Scope=name("/Up"))), "scope"),
        ("skipped heading", set_to(find("/H2"), "/S", name("/H5")), "after level"),
        ("unmarked painting", lambda: append(b"0 0 10 10 re f\n"), "outside"),
        ("open mark", lambda: append(b"/Artifact<</Type/Layout>>BDC\n"), "left open"),
        ("unnumbered mark", lambda: append(b"/P BMC\nEMC\n"), "without a number"),
        ("hidden text", hide, "hidden"),
        ("small text", lambda: rewrite(lambda c: re.sub(rb" [\d.]+ Tf", b" 8 Tf", c)), "text of 8.00 points"),
        ("scaled text", lambda: prepend(b"0.9 0 0 0.9 0 0 cm\n"), "points"),
        ("shuffled parents", shuffle, "parent tree is wrong for content"),
        ("too many entries", set_to(tree.ParentTree.Kids[-1], "/Nums", array([*tree.ParentTree.Kids[-1].Nums, 7777, tree])),
         "belongs to nothing"),
        ("next key", set_to(tree, "/ParentTreeNextKey", 1), "next key"),
        ("link without object", lose_link, "link without its text"),
        ("link's parent", lambda: link().__setitem__("/StructParent", 0), "wrong for a link"),
        ("link's words", lambda: link().__delitem__("/Contents"), "link without a description"),
        ("no language", without(pdf.Root, "/Lang"), "language"),
        ("no title shown", without(preferences, "/DisplayDocTitle"), "not displayed"),
        ("direction", set_to(preferences, "/Direction", name("/R2L")), "direction"),
        ("two titles", second_title, "titles differ"),
        ("not marked", without(pdf.Root, "/MarkInfo"), "not marked"),
        ("lost content", set_to(find("/P"), "/K", array([])), "no element"),
        ("empty element", set_to(find("/P"), "/K", array([])), "empty"),
        ("content that is not there", claim_more, "not there"),
        ("item without body", lambda: body_of_item({"/Lbl"}), "list item"),
        ("paragraph in a list", set_to(find("/LI"), "/S", name("/P")), "directly in /L"),
        ("short row", drop_cell, "columns"),
        ("table without headers", plain_table, "without header cells"),
        ("tab order", without(pdf.pages[0].obj, "/Tabs"), "tabs"),
        ("foreign type", set_to(find("/P"), "/S", name("/Title")), "no standard type"),
    ]
