"""WeasyPrint: milliseconds of processor time for each report. weasyprint_peer.py CONTENT.json ROUNDS FONT_FOLDER OUT.pdf"""
import json
import sys
import time

import pages

try:
    import weasyprint
    from weasyprint.text.fonts import FontConfiguration
except (ImportError, OSError):
    print("missing: apt-get install weasyprint")
    sys.exit(77)

content, rounds, out = sys.argv[1], int(sys.argv[2]), sys.argv[4]
with open(content, encoding="utf-8") as file:
    html = pages.page(json.load(file))
fonts = FontConfiguration()


def report():
    return weasyprint.HTML(string=html).write_pdf(font_config=fonts)


with open(out, "wb") as file:
    file.write(report())
start = time.process_time()
for _ in range(rounds):
    report()
print(f"{(time.process_time() - start) * 1000 / rounds:.3f}")
