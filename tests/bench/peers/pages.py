"""The content as a page of HTML, for WeasyPrint and Chromium."""
from html import escape


def runs(text):
    return "".join(f"<b>{escape(words)}</b>" if bold else escape(words) for words, bold in text)


def page(blocks):
    out = ['<!doctype html><html lang="en"><meta charset="utf-8"><title>Report</title><style>@page{size:A4;margin:60pt;'
           '@bottom-right{content:"Page " counter(page);font-size:8.5pt}}body{font:10pt/1.46 "Noto Sans"}table{width:100%;'
           'border-collapse:collapse;table-layout:fixed}td,th{border-bottom:.5pt solid #ccc;text-align:left;vertical-align:top;'
           'font-size:9.25pt}</style>']
    for block in blocks:
        if block["kind"] == "h":
            out.append(f"<h{block['level']}>{runs(block['text'])}</h{block['level']}>")
        elif block["kind"] == "p":
            out.append(f"<p>{runs(block['text'])}</p>")
        elif block["kind"] == "list":
            out.append("<ul>" + "".join(f"<li>{runs(item)}</li>" for item in block["items"]) + "</ul>")
        else:
            head = "".join(f"<th>{runs(column['text'])}</th>" for column in block["head"])
            rows = "".join("<tr>" + "".join(f"<td>{runs(cell)}</td>" for cell in row) + "</tr>" for row in block["rows"])
            out.append(f"<table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>")
    return "\n".join(out)
