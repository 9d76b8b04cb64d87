"""What the tests of workbooks share: the program, a scratch folder, and the reading of answers."""
import pathlib
import resource
import subprocess
import time

import yaml

HERE = pathlib.Path(__file__).resolve().parent
INSTRUMENT = HERE / "instrument.yaml"
ANSWERS = HERE / "answers.yaml"


class Done:
    def __init__(self, code, out, err, seconds):
        self.code, self.out, self.err, self.seconds = code, out, err, seconds


def run(binary, *args):
    """Runs the program; a crash is a negative code."""
    start = time.monotonic()
    done = subprocess.run([str(binary), *map(str, args)], stdin=subprocess.DEVNULL, capture_output=True, timeout=120,
                          check=False)
    return Done(done.returncode, done.stdout.decode(errors="replace"), done.stderr.decode(errors="replace"),
                time.monotonic() - start)


def largest_child():
    """The most memory that a program started here has used, in bytes."""
    return resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * 1024


def sheet(binary, output, *args, answers=ANSWERS):
    done = run(binary, "sheet", answers, "-q", INSTRUMENT, "-o", output, *args)
    # A table says that it holds the answers alone.
    assert done.code == 0 and (not done.err or str(output).endswith(".csv")), done.err
    return output


def taken(binary, workbook, folder, *args):
    """What import makes of a workbook: the text of the answers file, and what it said."""
    output = pathlib.Path(folder) / (pathlib.Path(workbook).name + ".yaml")
    done = run(binary, "import", workbook, "-q", INSTRUMENT, "-o", output, "--replace", "--lang", "en", *args)
    return output.read_text(encoding="utf-8") if output.exists() else "", done


class Plain(yaml.SafeLoader):
    """Scalars as they are written: 2025-1 and no are texts."""


Plain.yaml_implicit_resolvers = {}


def parsed(text):
    return yaml.load(text, Plain)
