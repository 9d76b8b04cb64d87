"""Our PDF edition beside other programs, with the same content, in one run on one machine.

compare.py BENCH_PDF SEXTANT ROOT FONT_FOLDER

Prints milliseconds of processor time for each report, once each program is warm, and how many times ours that is. Programs that
are not installed are named as missing. Nothing is asserted: machines differ. docs/benchmarks.md says what was found on one.
"""
import os
import re
import resource
import shutil
import subprocess
import sys
import tempfile
import time

bench, sextant, root, fonts = sys.argv[1:5]
here = os.path.dirname(os.path.abspath(__file__))
folder = tempfile.mkdtemp(prefix="sextant-bench-")
content = os.path.join(folder, "content.json")


def pages(path):
    try:
        info = subprocess.run(["pdfinfo", path], check=True, capture_output=True, text=True).stdout
    except (OSError, subprocess.CalledProcessError):
        return "", ""
    return re.search(r"Pages:\s+(\d+)", info).group(1), "yes" if re.search(r"Tagged:\s+yes", info) else "no"


def cpu_of_children():
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return (usage.ru_utime + usage.ru_stime) * 1000


def chromium(out):
    program = shutil.which("chromium")
    if program is None:
        return "missing: apt-get install chromium"
    sys.path.insert(0, os.path.join(here, "peers"))
    import json

    import pages as html
    page = os.path.join(folder, "content.html")
    with open(content, encoding="utf-8") as source, open(page, "w", encoding="utf-8") as target:
        target.write(html.page(json.load(source)))
    command = [program, "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
               "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-pdf-header-footer",
               f"--user-data-dir={folder}/chromium", f"--print-to-pdf={out}", f"file://{page}"]
    before = cpu_of_children()
    rounds = 3
    for _ in range(rounds):
        if subprocess.run(command, capture_output=True, timeout=120).returncode:
            return "failed"
    return f"{(cpu_of_children() - before) / rounds:.3f}"


def peer(name, rounds, out):
    if name == "chromium":
        return chromium(out)
    if name == "cairo_peer":
        command = [os.path.join(os.path.dirname(bench), name)]
        needed = "apt-get install libpango1.0-dev, then build again"
    else:
        command = [shutil.which("node") or "node" if name.endswith(".mjs") else "/usr/bin/python3", os.path.join(here, "peers", name)]
        needed = os.path.basename(command[0])
    if not os.path.exists(command[0]):
        return f"missing: {needed}"
    run = subprocess.run([*command, content, str(rounds), fonts, out], capture_output=True, text=True, timeout=600)
    last = run.stdout.strip().splitlines()
    return last[-1] if last else f"failed: {run.stderr.strip().splitlines()[-1:]}"


lines = subprocess.run([bench, "--content", content], check=True, capture_output=True, text=True).stdout
print(lines)
ours = float(re.search(r"common content, warm\s+([\d.]+) ms CPU", lines).group(1))
warm = float(re.search(r"English, warm\s+([\d.]+) ms CPU", lines).group(1))
floor = float(re.search(r"no deflate \(floor\)\s+([\d.]+) ms CPU", lines).group(1))
print(f"the report, warm, is {warm / floor:.2f} times the floor without compression\n")
print(f"{'the same content':<34} {'ms CPU':>9} {'times ours':>11} {'pages':>6} {'tagged':>7}")
print(f"{'sextant, warm':<34} {ours:>9.2f} {1:>11.1f}")
for title, name, rounds in (("cairo and Pango, C++", "cairo_peer", 30), ("ReportLab", "reportlab_peer.py", 10),
                            ("typst (npm)", "typst.mjs", 10), ("WeasyPrint", "weasyprint_peer.py", 2),
                            ("Chromium, whole process", "chromium", 3)):
    out = os.path.join(folder, name + ".pdf")
    try:
        figure = peer(name, rounds, out)
    except subprocess.TimeoutExpired:
        figure = "failed: too slow"
    try:
        value = float(figure)
    except ValueError:
        print(f"{title:<34} {figure}")
        continue
    count, tagged = pages(out)
    print(f"{title:<34} {value:>9.2f} {value / ours:>11.1f} {count:>6} {tagged:>7}")

print("\nwhole processes, the sample workshop's largest report:")
answers = os.path.join(root, "questionnaires/sample/XAD/2025-1.yaml")
command = [sextant, "report", answers, "-o", os.path.join(folder, "report.pdf")]
subprocess.run(command, check=True, capture_output=True)
if shutil.which("hyperfine"):
    subprocess.run(["hyperfine", "-N", "--warmup", "3", "--runs", "30", "--style", "basic", " ".join(command)], check=False)
else:
    print("missing: apt-get install hyperfine")
    start = time.perf_counter()
    for _ in range(20):
        subprocess.run(command, check=True, capture_output=True)
    print(f"{(time.perf_counter() - start) * 1000 / 20:.1f} ms wall")
child = subprocess.Popen(command, stdout=subprocess.DEVNULL)
_, _, usage = os.wait4(child.pid, 0)
child.returncode = 0
print(f"memory at most: {usage.ru_maxrss / 1024:.1f} MB")
shutil.rmtree(folder)
