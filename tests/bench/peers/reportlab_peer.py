"""ReportLab: milliseconds of processor time for each report. reportlab_peer.py CONTENT.json ROUNDS FONT_FOLDER OUT.pdf"""
import io
import json
import sys
import time
from xml.sax.saxutils import escape

try:
    from reportlab.lib.pagesizes import A4
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.platypus import ListFlowable, Paragraph, SimpleDocTemplate, Table
except ImportError:
    print("missing: apt-get install python3-reportlab")
    sys.exit(77)

content, rounds, fonts, out = sys.argv[1], int(sys.argv[2]), sys.argv[3], sys.argv[4]
with open(content, encoding="utf-8") as file:
    blocks = json.load(file)
pdfmetrics.registerFont(TTFont("Noto", f"{fonts}/NotoSans-Regular.ttf"))
pdfmetrics.registerFont(TTFont("Noto-Bold", f"{fonts}/NotoSans-Bold.ttf"))
pdfmetrics.registerFontFamily("Noto", normal="Noto", bold="Noto-Bold")
body = ParagraphStyle("body", fontName="Noto", fontSize=10, leading=14.6, spaceAfter=8)
heading = [ParagraphStyle("h", fontName="Noto-Bold", fontSize=s, leading=s * 1.3, spaceBefore=s, spaceAfter=6) for s in (22, 14.5, 11.5, 10)]


def runs(text):
    return "".join(f"<b>{escape(words)}</b>" if bold else escape(words) for words, bold in text)


def report():
    story = []
    for block in blocks:
        if block["kind"] == "h":
            story.append(Paragraph(runs(block["text"]), heading[min(block["level"], 4) - 1]))
        elif block["kind"] == "p":
            story.append(Paragraph(runs(block["text"]), body))
        elif block["kind"] == "list":
            story.append(ListFlowable([Paragraph(runs(item), body) for item in block["items"]], bulletType="bullet"))
        else:
            whole = sum(column["share"] for column in block["head"])
            rows = [[Paragraph(runs(column["text"]), body) for column in block["head"]]]
            rows += [[Paragraph(runs(cell), body) for cell in row] for row in block["rows"]]
            story.append(Table(rows, [475 * column["share"] / whole for column in block["head"]], repeatRows=1))
    target = io.BytesIO()

    def foot(canvas, document):
        canvas.setFont("Noto", 8.5)
        canvas.drawRightString(535, 40, f"Page {document.page}")

    SimpleDocTemplate(target, pagesize=A4, leftMargin=60, rightMargin=60, topMargin=62, bottomMargin=74).build(
        story, onFirstPage=foot, onLaterPages=foot)
    return target.getvalue()


with open(out, "wb") as file:
    file.write(report())
start = time.process_time()
for _ in range(rounds):
    report()
print(f"{(time.process_time() - start) * 1000 / rounds:.3f}")
