"""The wizard at a terminal, in both languages."""
from wizard import Wizard, answers, folder, has, main, run

NEW = ["MAR.yaml", "-q", ".", "--unit", "MAR"]


def english():
    with folder() as here:
        with Wizard([*NEW, "--lang", "en"], here) as at:
            said = at.expect(r"\nplan > $")
            has(said, "0 of 4 answered; next is plan\n", "Is there a plan?\n", "  3  Established: Approved.\n")
            assert (here / "MAR.yaml").exists()
            said = at.type("?")
            has(said, "Any plan counts.", "  - It is dated.", "Evidence: The plan.", "  g ID    go to a question")
            has(at.type("5"), '"5" is not understood. Possible: 1, 2, 3, 4.')
            has(at.type(""), "There is no answer yet.")
            assert answers(here / "MAR.yaml")["plan"] is None
            said = at.type("3")
            has(said, "Taken: 3 Established\n", "Now also asked: reach\n", "reach (2 of 5)\n")
            assert answers(here / "MAR.yaml")["plan"] == 3  # saved before anything else
            # The language changes in the middle of the question.
            said = at.type("l")
            has(said, "Désormais en français.", "Jusqu'où va-t-il", "Naissant\u00a0: Nulle part.")
            has(at.type("l"), "Now in English.", "How far does it reach?")
            has(at.type("<"), "Now: 3 Established\n")
            has(at.type("n", r"note > $"), "Why this answer?")
            has(at.type("Decree 12 of 2024."), "Note: Decree 12 of 2024.\n")
            at.type("e The decree", r"year > $")
            at.type("2024", r"where > $")
            at.type("https://example.org", r"grade > $")
            has(at.type("4"), "Source: The decree, 2024, https://example.org, grade 4\n")
            at.type("")
            has(at.type("d", r"who > $"), "Who could find out?")
            has(at.type("The utility"), "Will find out: The utility\n", "Who runs it?")
            has(at.type("s"), "Left for later.", "How many teachers?")
            at.type("<")
            has(at.type("2"), "Taken: A firm\n", "Now also asked: safe\n")
            has(at.type("1 3"), "Taken: A law, in force; An audit\n", "Now also asked: open\n")
            at.type("yes")
            has(at.type("12 500"), "Now also asked: skills\n")
            at.type("62,5 %")
            has(at.type("3 -"), "Taken: Search: 3 Established\n", "Now also asked: story\n",
                "Rows without an answer: 1 of 2.")
            # An answer before changes what is asked after it.
            has(at.type("g safe"), "Now: A law, in force; An audit\n")
            has(at.type("2"), "Taken: An officer\n", "No longer asked: open.")
            has(at.type("p"), "  Electricity: 4 of 4\n", "  Teachers: 3 of 4\n", "  reach: The utility\n",
                "7 of 8 answered; next is story.")
            at.type("q", r"To go on: ")
            said, code = at.end()
            has(said, "sextant answer MAR.yaml --lang en")
            assert code == 0
        there = answers(here / "MAR.yaml")
        assert there["plan"] == {
            "value": 3, "because": "Decree 12 of 2024.",
            "evidence": [{"title": "The decree", "year": 2024, "where": "https://example.org", "grade": 4}]}, there
        assert there["reach"] == {"value": "dont_know", "owner": "The utility"}
        assert there["host"] == "firm"
        assert there["safe"] == ["officer"]
        assert there["open"] is True  # kept, although it is not asked
        assert (there["count"], there["share"], there["skills"]) == (12500, 62.5, {"search": 3})
        assert run(["check", "MAR.yaml"], here)[2] == 0
        # The same command goes on where it was left.
        with Wizard(["MAR.yaml", "--lang", "en"], here) as at:
            has(at.expect(r"\nstory > $"), "7 of 8 answered; next is story\n")
            at.type("g 2", r"\nreach > $")
            at.type("2", r"\nhost > $")
            at.type("g 8", r"\nstory > $")
            has(at.type("Pupils stay.", r"\(end\) > $"), "All 8 questions are answered.")
            at.type("q", r"To go on: ")
        assert answers(here / "MAR.yaml")["story"] == "Pupils stay."


def french():
    with folder() as here:
        with Wizard([*NEW, "--lang", "fr"], here) as at:
            said = at.expect(r"\nplan > $")
            has(said, "0 réponse sur 4\u00a0; la suivante est plan\n", "Y a-t-il un plan", "  3  Établi\u00a0: Approuvé.\n")
            has(at.type("?"), "Tout plan compte.", "  - Il est daté.", "Justificatifs\u00a0: Le plan.",
                "  Entrée  garde la réponse et continue")
            has(at.type("cinq"), "«\u00a0cinq\u00a0» n'est pas compris. Possible\u00a0: 1, 2, 3, 4.")
            has(at.type("etabli"), "Noté\u00a0: 3 Établi\n", "Désormais posées aussi\u00a0: reach\n")
            has(at.type("<"), "Actuellement\u00a0: 3 Établi\n")
            has(at.type("n Décret n° 12."), "Note\u00a0: Décret n° 12.\n")
            at.type("e Le décret", r"année > $")
            has(at.type("l", r"year > $"), "Now in English.")
            at.type("2024", r"where > $")
            at.type("l", r"où > $")
            at.type("<")
            at.type("")
            at.type("d Le ministère")
            has(at.type("s"), "Laissée pour plus tard.")
            at.type("<")
            has(at.type("une entreprise"), "Noté\u00a0: Une entreprise\n")
            has(at.type("aucun"), "Noté\u00a0: aucun élément\n")
            has(at.type("1,500"), "peut avoir plusieurs sens\u00a0: 1.500, 1500")
            at.type("1 500")
            at.type("49,5")
            at.type("q", r"Pour reprendre\u00a0: ")
            said, code = at.end()
            has(said, "sextant answer MAR.yaml --lang fr")
            assert code == 0
        there = answers(here / "MAR.yaml")
        assert there["plan"]["value"] == 3 and there["plan"]["because"] == "Décret n° 12."
        assert there["plan"]["evidence"] == [{"title": "Le décret", "year": 2024}]
        assert there["reach"] == {"value": "dont_know", "owner": "Le ministère"}
        assert (there["host"], there["safe"], there["count"], there["share"]) == ("firm", [], 1500, 49.5)
        text = (here / "MAR.yaml").read_text(encoding="utf-8")
        has(text, "language: fr\n", "# Y a-t-il un plan")


def one_pillar_and_edition():
    with folder() as here:
        with Wizard([*NEW, "--edition", "short"], here) as at:
            has(at.expect(r"\nplan > $"), "0 of 1 answered")
            at.type("q", r"To go on: ")
        has((here / "MAR.yaml").read_text(), "edition: short\n")
        with Wizard(["MAR.yaml", "--pillar", "people"], here) as at:
            has(at.expect(r"\(end\) > $"), "No question is asked here")
            at.type("g plan", r"\(end\) > $")


def keying():
    with folder() as here:
        with Wizard([*NEW, "--keying", "--lang", "en"], here) as at:
            said = at.expect(r"keying > $")
            has(said, "  plan  Is there a plan? [1-4]\n", "  skills  Which skills? [2 x 1-4]\n")
            said = at.type("323 1+3", r"keying > $")
            has(said, "  plan: 3 Established\n  reach: 2 Emerging\n  host: The state\n  safe: A law, in force; An audit\n")
            assert answers(here / "MAR.yaml")["host"] == "state"
            has(at.type("9", r"keying > $"), 'Mark 1, "9", for open: possible: 1, 2, d, -', "Nothing of this line was taken.")
            has(at.type("<", r"keying > $"), "Taken back: 4 marks\n")
            assert answers(here / "MAR.yaml")["plan"] is None
            has(at.type("l", r"saisie > $"), "À suivre", "Y a-t-il un plan")
            at.type("4 d - 0 1 12500 62,5 3- -", r"saisie > $")
            at.type("q", r"Pour reprendre")
            has(at.end()[0], "sextant answer MAR.yaml --keying --lang fr")
        there = answers(here / "MAR.yaml")
        assert (there["plan"], there["reach"], there["host"], there["safe"]) == (4, "dont_know", None, []), there
        assert (there["open"], there["count"], there["share"]) == (True, 12500, 62.5)


main(english, french, one_pillar_and_edition, keying)
