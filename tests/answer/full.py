"""Full disks and folders that cannot be written: the old file is whole, and that is said in both languages."""
import os
import pathlib
import resource
import subprocess
import sys
import tempfile

from wizard import Wizard, answers, fill, folder, has, main, run

NEW = ["MAR.yaml", "-q", ".", "--unit", "MAR"]
WHOLE = {"en": "the old file, if there was one, is whole", "fr": "l'ancien fichier, s'il existait, est intact"}
NOT_IN = {"en": "The last answer is not in MAR.yaml", "fr": "La dernière réponse n'est pas dans MAR.yaml"}


def small_files():
    """As if the disk were full: no file may grow beyond a kilobyte."""
    for lang in ("en", "fr"):
        with folder() as here:
            assert run(["answer", *NEW], here, input="2\n")[2] == 0
            before = (here / "MAR.yaml").read_bytes()
            out, err, code = run(["answer", "MAR.yaml", "--lang", lang], here, input="n " + "x" * 3000 + "\n",
                                 preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (1500, 1500)))
            has(err, "Q0901", WHOLE[lang])
            has(out, NOT_IN[lang])
            assert code == 3
            assert (here / "MAR.yaml").read_bytes() == before
            assert sorted(one.name for one in here.iterdir()) == ["MAR.yaml", "instrument.yaml", "lang"]


def one_copy_for_all_tries():
    """However often saving is tried again, what a person wrote is copied once."""
    with folder() as here:
        assert run(["answer", *NEW], here, input="2\n")[2] == 0
        text = (here / "MAR.yaml").read_text() + "# ask Amina again\n"
        (here / "MAR.yaml").write_text(text)
        limit = lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (1500, 1500))
        with Wizard(["MAR.yaml", "--lang", "en"], here, preexec=limit) as at:
            at.expect(r"\nreach > $")
            has(at.type("n " + "x" * 2000, r"\n> $"), "Q0901")
            for _ in range(3):
                has(at.type("", r"\n> $"), "Q0901")
            at.type("q", NOT_IN["en"])
            assert at.end()[1] == 3
        assert (here / "MAR.yaml").read_text() == text
        assert (here / "MAR.yaml.before").read_text() == text
        assert sorted(one.name for one in here.iterdir()) == ["MAR.yaml", "MAR.yaml.before", "instrument.yaml", "lang"]


def fill_up(here):
    """Leaves no byte free."""
    with open(here / "ballast", "wb", buffering=0) as ballast:
        for size in (4096, 1):
            try:
                while ballast.write(b"x" * size):
                    pass
            except OSError:
                pass


def disk(here):
    """In a small disk of its own."""
    for lang in ("en", "fr"):
        assert run(["answer", *NEW], here, input="2\n")[2] == 0
        before = (here / "MAR.yaml").read_bytes()
        with Wizard(["MAR.yaml", "--lang", lang], here) as at:
            at.expect(r"\nreach > $")
            fill_up(here)
            said = at.type("4", r"\n> $")
            has(said, "Q0905", WHOLE[lang], "q leaves without it" if lang == "en" else "q quitte sans elle")
            assert (here / "MAR.yaml").read_bytes() == before
            has(at.type("", r"\n> $"), "Q0905")
            os.remove(here / "ballast")  # somebody makes room
            at.type("", r"\nhost > $")
            assert answers(here / "MAR.yaml")["reach"] == 4
            fill_up(here)
            at.type("2", r"\n> $")
            before = (here / "MAR.yaml").read_bytes()
            at.type("q", NOT_IN[lang])
            assert at.end()[1] == 3
        assert (here / "MAR.yaml").read_bytes() == before
        os.remove(here / "ballast")
        os.remove(here / "MAR.yaml")


def read_only(here):
    assert run(["answer", *NEW], here, input="2\n")[2] == 0
    before = (here / "MAR.yaml").read_bytes()
    wizard = Wizard(["MAR.yaml", "--lang", "fr"], here)
    with wizard as at:
        at.expect(r"\nreach > $")
        done = subprocess.run(["mount", "-o", "bind,remount,ro", str(here)], check=False, capture_output=True, text=True)
        if done.returncode:
            print("SKIP: the folder cannot be made read-only here: " + done.stderr.strip())
            return
        try:
            has(at.type("4", r"\n> $"), "Q0902", "l'accès est refusé ; rien n'a été modifié")
            at.type("q", NOT_IN["fr"])
            assert at.end()[1] == 3
            for lang, says in (("en", "access is denied; nothing was changed"),
                               ("fr", "l'accès est refusé ; rien n'a été modifié")):
                out, err, code = run(["answer", "MAR.yaml", "--lang", lang], here, input="4\n")
                has(err, "Q0902", says)
                assert (out, code) == ("", 3)
        finally:
            subprocess.run(["mount", "-o", "bind,remount,rw", str(here)], check=True)
        assert (here / "MAR.yaml").read_bytes() == before


def folder_gone():
    """The folder is removed under it: what was answered is written anew."""
    with folder() as here:
        (here / "MAR").mkdir()
        with Wizard(["MAR/1.yaml", "-q", ".", "--unit", "MAR"], here) as at:
            at.expect(r"\nplan > $")
            at.type("3")
            for one in list((here / "MAR").iterdir()):
                one.unlink()
            (here / "MAR").rmdir()
            at.type("2")
        assert (answers(here / "MAR/1.yaml")["plan"], answers(here / "MAR/1.yaml")["reach"]) == (3, 2)


if len(sys.argv) > 3:  # within a small disk
    fill(pathlib.Path(sys.argv[3]))

    def full_disk():
        disk(pathlib.Path(sys.argv[3]))

    def read_only_folder():
        read_only(pathlib.Path(sys.argv[3]))

    main(full_disk, read_only_folder)

with tempfile.TemporaryDirectory(prefix="sextant-full-") as small:
    script = f'mount -t tmpfs -o size=256k tmpfs "{small}" && exec "{sys.executable}" "$@"'
    probe = subprocess.run(["unshare", "-rm", "sh", "-c", f'mount -t tmpfs -o size=256k tmpfs "{small}"'],
                           check=False, capture_output=True, text=True)
    if probe.returncode:
        print("SKIP: no small disk can be mounted here: " + probe.stderr.strip())
        main(small_files, folder_gone)
    inside = subprocess.run(["unshare", "-rm", "sh", "-c", script, "sh", __file__, *sys.argv[1:3], small], check=False)


def in_a_small_disk():
    assert inside.returncode == 0, "see above"


main(small_files, folder_gone, in_a_small_disk)
