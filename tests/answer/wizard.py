"""What the tests of the wizard share: a folder with a small questionnaire, and `sextant answer` in a terminal."""
import contextlib
import fcntl
import os
import pathlib
import pty
import re
import select
import shutil
import signal
import subprocess
import sys
import tempfile
import termios
import time
import traceback

import yaml

BINARY = str(pathlib.Path(sys.argv[1]).resolve())
REPOSITORY = pathlib.Path(sys.argv[2]).resolve()
WAIT = 60  # seconds: machines that do much else are slow


def environment(lang="C.UTF-8"):
    keep = {key: value for key, value in os.environ.items() if not key.startswith(("LC_", "LANG"))}
    keep.update(LC_ALL=lang, NO_COLOR="1", TZ="UTC", TERM="dumb", SEXTANT_QUESTIONNAIRES=str(REPOSITORY / "questionnaires"))
    return keep


@contextlib.contextmanager
def folder():
    """A folder with the questionnaire of every type of question, in English and French."""
    with tempfile.TemporaryDirectory(prefix="sextant-answer-") as name:
        path = pathlib.Path(name)
        fill(path)
        yield path


def fill(path):
    shutil.copy(REPOSITORY / "tests/form/instrument.yaml", path)
    shutil.copytree(REPOSITORY / "tests/form/lang", path / "lang")


def run(args, where, **more):
    """`sextant ARGS` without a terminal; what it printed, and its exit code."""
    done = subprocess.run([BINARY, *args], cwd=where, env=environment(), capture_output=True, text=True,
                          timeout=WAIT, check=False, **more)
    return done.stdout, done.stderr, done.returncode


def answers(path):
    return yaml.safe_load(path.read_text(encoding="utf-8")).get("answers") or {}


class Wizard:
    """`sextant answer ARGS` at a pseudo-terminal of its own."""

    def __init__(self, args, where, preexec=None):
        self.master, slave = pty.openpty()

        def child():
            os.setsid()
            fcntl.ioctl(slave, termios.TIOCSCTTY, 0)
            if preexec:
                preexec()

        self.process = subprocess.Popen([BINARY, "answer", *args], cwd=where, env=environment(), stdin=slave,
                                        stdout=slave, stderr=slave, preexec_fn=child, close_fds=True)
        os.close(slave)
        self.text = ""

    def __enter__(self):
        return self

    def __exit__(self, *_):
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()
        os.close(self.master)

    def _read(self, until):
        ready, _, _ = select.select([self.master], [], [], max(0, until - time.monotonic()))
        if not ready:
            return False
        try:
            more = os.read(self.master, 65536)
        except OSError:  # the other end is closed
            return False
        self.text += more.decode("utf-8", "replace").replace("\r\n", "\n")
        return bool(more)

    def expect(self, pattern):
        """Everything up to the pattern; what comes after it is for the next time."""
        until = time.monotonic() + WAIT
        while True:
            found = re.search(pattern, self.text)
            if found:
                said, self.text = self.text[:found.end()], self.text[found.end():]
                return said
            if not self._read(until):
                raise AssertionError(f"no «{pattern}», but:\n{self.text}")

    def type(self, line, pattern=r"\n\S+ > $"):
        """Types a line and waits for the next prompt; what was said."""
        os.write(self.master, (line + "\n").encode())
        return self.expect(pattern)

    def keys(self, data):
        os.write(self.master, data)

    def end(self):
        """What was said last, and the exit code."""
        until = time.monotonic() + WAIT
        while self._read(until):
            pass
        return self.text, self.process.wait(WAIT)


def interrupt(wizard):
    wizard.keys(b"\x03")  # as the keyboard does it


def terminate(wizard):
    wizard.process.send_signal(signal.SIGTERM)


def main(*tests):
    failed = 0
    for test in tests:
        try:
            test()
            print(f"{test.__name__}: ok")
        except AssertionError as fault:
            failed += 1
            print(f"{test.__name__}: FAILED\n{fault}")
            traceback.print_exc(limit=-2)
    sys.exit(1 if failed else 0)


def has(text, *parts):
    for part in parts:
        assert part in text, f"«{part}» is not in:\n{text}"
