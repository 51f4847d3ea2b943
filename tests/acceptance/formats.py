"""Every format of one run, read by readers that are not ours: the same counts, the same words, nothing that runs.

formats.py PROGRAM SOURCE_FOLDER
"""

import collections
import csv
import ctypes
import hashlib
import html.parser
import json
import os
import pathlib
import re
import resource
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
import unittest
import xml.etree.ElementTree as ElementTree
import zipfile

import jsonschema

PROGRAM, SOURCE = sys.argv[1:3]
FORMATS = {"json": "r.json", "jsonl": "r.jsonl", "csv": "r.csv", "csv-areas": "areas.csv", "sarif": "r.sarif",
           "junit": "r.xml", "markdown": "r.md", "xlsx": "r.xlsx", "html": "r.html", "text": "r.txt"}
LONG = "w" * 100_000
HOSTILE = "<script>alert(1)</script> =cmd()|x ]]> \u202eright to left\u200f & {0} [a](b) \\ " + LONG


def check(arguments, folder, formats=FORMATS, **more):
    targets = [part for name, file in formats.items() for part in ("--format", f"{name}={folder / file}")]
    return subprocess.run([PROGRAM, "check", *arguments, "--as-of", "2024-04-01", "--quiet", *targets], cwd=SOURCE,
                          capture_output=True, text=True, **more)


def rows_of(file):
    with open(file, newline="", encoding="utf-8-sig") as stream:
        return list(csv.DictReader(stream))


MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def workbook_of(file):
    """Each sheet of a workbook: its rows, each a list of texts and numbers."""
    with zipfile.ZipFile(file) as book:
        assert book.testzip() is None
        names = [sheet.get("name") for sheet in ElementTree.fromstring(book.read("xl/workbook.xml")).iter(f"{MAIN}sheet")]
        strings = []
        if "xl/sharedStrings.xml" in book.namelist():
            strings = ["".join(part.text or "" for part in item.iter(f"{MAIN}t"))
                       for item in ElementTree.fromstring(book.read("xl/sharedStrings.xml"))]
        sheets = {}
        for number, name in enumerate(names, 1):
            rows = sheets[name] = []
            for row in ElementTree.fromstring(book.read(f"xl/worksheets/sheet{number}.xml")).iter(f"{MAIN}row"):
                cells = {}
                for cell in row:
                    value = cell.find(f"{MAIN}v")
                    text = "".join(part.text or "" for part in cell.iter(f"{MAIN}t"))
                    column = 0
                    for letter in cell.get("r").rstrip("0123456789"):
                        column = column * 26 + ord(letter) - 64
                    assert cell.find(f"{MAIN}f") is None, "a formula"
                    cells[column - 1] = strings[int(value.text)] if cell.get("t") == "s" else \
                        text if value is None else float(value.text)
                rows.append([cells.get(i, "") for i in range(max(cells, default=-1) + 1)])
        return sheets


def table_of(rows):
    return [dict(zip(rows[0], row)) for row in rows[1:]]


class Page(html.parser.HTMLParser):
    """An HTML report: the words of each element with a class, an id or a role in a table, and all its text."""

    VOID = {"meta", "link", "br", "input", "rect", "circle", "line", "col"}

    def __init__(self, text):
        super().__init__()
        self.figures, self.areas, self.rows, self.sections = {}, {}, [], []
        self.words, self.open, self.scripts = [], [], []
        self.feed(text)
        self.text = "".join(self.words)

    def handle_starttag(self, tag, attributes):
        attributes = dict(attributes)
        if tag in self.VOID:
            return
        self.open.append((tag, attributes, len(self.words)))
        if tag == "section":
            self.sections.append(attributes.get("id"))
        if tag == "tr" and self.inside("tbody", "id", "rows"):
            self.rows.append({"state": "data-s" in attributes})
        if tag == "tr" and self.inside("table", "class", "govuk-table areas"):
            self.area = None
        if tag == "a" and self.inside("table", "class", "govuk-table areas"):
            self.area = int(attributes["href"][2:])

    def handle_startendtag(self, tag, attributes):
        pass  # parts of pictures

    def handle_endtag(self, tag):
        while self.open:
            name, attributes, start = self.open.pop()
            said = "".join(self.words[start:])
            if name == "dt":
                self.term = said
            elif name == "dd" and self.inside("dl", "class", "figures"):
                self.figures[self.term] = int(said.replace(",", ""))
            elif name == "b" and self.inside("table", "class", "govuk-table areas"):
                self.areas[self.area] = said
            elif name == "td" and self.rows and "data-l" in attributes and self.inside("tbody", "id", "rows"):
                self.rows[-1][attributes["data-l"]] = said
            elif name == "script":
                self.scripts.append(said)
                del self.words[start:]
            elif name == "style":
                del self.words[start:]
            if name == tag:
                return

    def handle_data(self, data):
        self.words.append(data)

    def inside(self, tag, name, value):
        return any(opened == tag and attributes.get(name) == value for opened, attributes, _ in self.open)


def run_of(file):
    return json.loads(file.read_text())["runs"][0]


class Everything(unittest.TestCase):
    """The fixtures in every format, from one run."""

    @classmethod
    def setUpClass(cls):
        cls.temporary = tempfile.TemporaryDirectory()
        cls.folder = pathlib.Path(cls.temporary.name)
        result = check(["fixtures/plans"], cls.folder)
        assert result.returncode == 3, result.stderr  # three fixtures are broken on purpose
        cls.report = json.loads((cls.folder / "r.json").read_text())
        cls.summary = cls.report["summary"]
        cls.findings = [finding for plan in cls.report["plans"] for finding in plan["findings"]]
        cls.outcomes = collections.Counter(finding["outcome"] for finding in cls.findings)

    @classmethod
    def tearDownClass(cls):
        cls.temporary.cleanup()

    def test_json(self):
        self.assertEqual(self.summary["findings"], len(self.findings))
        self.assertGreater(len(self.findings), 100)

    def test_jsonl(self):
        lines = [json.loads(line) for line in (self.folder / "r.jsonl").read_text().splitlines()]
        self.assertEqual(lines[-1]["summary"], self.summary)
        self.assertEqual(lines[:-1], self.report["plans"])

    def test_csv(self):
        bytes_read = (self.folder / "r.csv").read_bytes()
        self.assertTrue(bytes_read.startswith(b"\xef\xbb\xbf"))
        rows = rows_of(self.folder / "r.csv")
        found = collections.Counter(row["outcome"] for row in rows)
        self.assertEqual(found["not met"], self.outcomes["not met"])
        self.assertEqual(found["needs a person"], self.outcomes["needs a person"])
        self.assertEqual(found["unreadable"], self.summary["unreadable"])
        self.assertEqual(len({(row["file"], row["plan"], row["version"]) for row in rows}), self.summary["plans"])
        self.assertEqual(bytes_read.count(b"\r\n"), len(rows) + 1)

    def test_csv_areas(self):
        rows = {row["area"]: row for row in rows_of(self.folder / "areas.csv")}
        self.assertEqual(len(rows), len(self.summary["areas"]))
        for area in self.summary["areas"]:
            row = rows[area["id"]]
            self.assertEqual([int(row[name]) for name in ("met", "not met", "needs a person", "findings")],
                             [area["plans"]["met"], area["plans"]["not_met"], area["plans"]["needs_a_person"],
                              area["findings"]])
            self.assertEqual(row["RAG"], area["rag"])

    def test_sarif(self):
        text = pathlib.Path(SOURCE, "tests/acceptance/schemas/sarif-schema-2.1.0.json").read_bytes()
        about = pathlib.Path(SOURCE, "tests/acceptance/schemas/README.md").read_text()
        self.assertIn(hashlib.sha256(text).hexdigest(), about)  # unchanged, as its licence asks
        schema = json.loads(text)
        sarif = json.loads((self.folder / "r.sarif").read_text())
        validator = jsonschema.validators.validator_for(schema)(schema)
        self.assertEqual([error.message[:200] for error in validator.iter_errors(sarif)][:5], [])
        run = sarif["runs"][0]
        kinds = collections.Counter(result["kind"] for result in run["results"])
        self.assertEqual(kinds["fail"], self.outcomes["not met"])
        self.assertEqual(kinds["review"], self.outcomes["needs a person"])
        self.assertEqual(run["properties"]["summary"]["plans"], self.summary["plans"])
        rules = {rule["id"] for rule in run["tool"]["driver"]["rules"]}
        self.assertLessEqual({result["ruleId"] for result in run["results"]}, rules)
        taxa = {(taxonomy["name"], taxon["id"]) for taxonomy in run["taxonomies"] for taxon in taxonomy["taxa"]}
        self.assertEqual(len(taxa), len(self.summary["areas"]))
        used = {(taxon["toolComponent"]["name"], taxon["id"])
                for result in run["results"] for taxon in result.get("taxa", [])}
        self.assertTrue(used)
        self.assertLessEqual(used, taxa)

    def test_junit(self):
        suites = ElementTree.parse(self.folder / "r.xml").getroot().findall("testsuite")
        properties = {entry.get("name"): entry.get("value") for entry in suites[-1].iter("property")}
        for name in ("plans", "judged", "unreadable", "skipped", "findings", "accepted", "could_not_check"):
            self.assertEqual(int(properties[name]), self.summary[name], name)
        self.assertEqual(len(suites) - 1, self.summary["plans"])
        told = sum(element.text.count("fingerprint: ") for suite in suites[:-1] for case in suite.iter("testcase")
                   for element in case if element.text and element.tag in ("failure", "skipped"))
        self.assertEqual(told, self.summary["findings"])
        for suite in suites:
            self.assertEqual(int(suite.get("tests")), len(suite.findall("testcase")))
            self.assertEqual(int(suite.get("failures")), len(suite.findall("testcase/failure")))
            self.assertEqual(int(suite.get("errors")), len(suite.findall("testcase/error")))
            self.assertEqual(int(suite.get("skipped")), len(suite.findall("testcase/skipped")))

    def test_markdown(self):
        page = (self.folder / "r.md").read_text()
        self.assertIn(f"{self.summary['judged']} plans were judged", page)
        self.assertIn(f"{self.summary['findings']} findings", page)
        self.assertIn(f"Of {self.summary['coverage']['areas']} areas for improvement", page)
        for area in self.summary["areas"]:
            if area["plans"]["met"] + area["plans"]["not_met"] == 0:
                continue
            of = area["plans"]["met"] + area["plans"]["not_met"]
            row = next(line for line in page.splitlines() if line.startswith(f"| {area['title']} |"))
            self.assertIn(f"| {area['plans']['met']} of {of} ({area['met_percent']}%) | {area['rag']} |", page, row)

    def test_xlsx(self):
        sheets = workbook_of(self.folder / "r.xlsx")
        self.assertEqual(list(sheets), ["Summary", "Areas for improvement", "Action plan", "Findings", "Plans",
                                        "Judgements", "About"])
        found = collections.Counter(row["Outcome"] for row in table_of(sheets["Findings"]))
        self.assertEqual(found, self.outcomes)
        plans = table_of(sheets["Plans"])
        self.assertEqual(len(plans), self.summary["plans"])
        self.assertEqual(sum(row["Findings"] for row in plans), self.summary["findings"])
        self.assertEqual(collections.Counter(row["State"] for row in plans)["unreadable"], self.summary["unreadable"])
        judged = collections.Counter(row["Outcome"] for row in table_of(sheets["Judgements"]))
        self.assertEqual({name.replace(" ", "_"): count for name, count in judged.items()}, self.summary["outcomes"])
        areas = {row["Id"]: row for row in table_of(sheets["Areas for improvement"])}
        for area in self.summary["areas"]:
            row = areas[area["id"]]
            self.assertEqual([row["Met"], row["Not met"], row["Findings"], row["RAG"]],
                             [area["plans"]["met"], area["plans"]["not_met"], area["findings"], area["rag"]])
        facts = {row[0]: row[1] for row in sheets["Summary"] if len(row) > 1}
        for name, count in (("Plans judged", "judged"), ("Findings", "findings"), ("of them accepted", "accepted")):
            self.assertEqual(facts[name], self.summary[count])
        actions = table_of(sheets["Action plan"])
        self.assertEqual(len(actions), sum(area["plans"]["not_met"] > 0 for area in self.summary["areas"]))
        self.assertTrue(all(row["Responsible officer"] == "" and row["Next check"] > 45000 for row in actions))
        with zipfile.ZipFile(self.folder / "r.xlsx") as book:
            parts = book.namelist()
            self.assertEqual(sum(part.startswith("xl/charts/chart") for part in parts), 2)
            findings = book.read("xl/worksheets/sheet4.xml").decode()
            for part in ("<pane ", "<autoFilter ", "<hyperlink "):
                self.assertIn(part, findings)
            self.assertIn("<dataValidation ", book.read("xl/worksheets/sheet3.xml").decode())

    def test_html(self):
        page = Page((self.folder / "r.html").read_text(encoding="utf-8"))
        unchecked = self.summary["could_not_check"]
        self.assertEqual(page.figures, {
            "Plans judged": self.summary["judged"], "Findings: not met": self.outcomes["not met"],
            "Findings: need a person": self.outcomes["needs a person"], "Could not be checked": unchecked})
        self.assertEqual(len(page.rows), self.summary["plans"])
        self.assertEqual(sum(row["state"] for row in page.rows), self.summary["unreadable"] + self.summary["skipped"])
        self.assertEqual(sum(name.startswith("p") and name[1:].isdigit() for name in page.sections),
                         self.summary["judged"])
        for plan, row in zip(self.report["plans"], page.rows):
            if plan["state"] != "judged":
                continue
            worst = {}  # of each criterion of each rule
            order = ["could not check", "not met", "needs a person", "met", "not applicable"]
            for judged in plan["judgements"]:
                name = (judged["rule"], judged["criterion"])
                worst[name] = min(worst.get(name, "not applicable"), judged["outcome"], key=order.index)
            self.assertEqual(int(row["Not met"]), sum(outcome == "not met" for outcome in worst.values()), plan["file"])
        told = 0
        for number, area in enumerate(self.summary["areas"]):
            met, of = area["plans"]["met"], area["plans"]["met"] + area["plans"]["not_met"]
            if number in page.areas and of > 0:
                told += 1
                self.assertIn(f"{met} of {of} plan{'s' if of != 1 else ''} ({area['met_percent']}%)",
                              page.areas[number], area["id"])
        self.assertEqual(told, sum(area["plans"]["met"] + area["plans"]["not_met"] > 0
                                   for area in self.summary["areas"]))

    def test_text(self):
        page = (self.folder / "r.txt").read_text()
        self.assertIn(f"{self.summary['findings']} findings: {self.outcomes['not met']} not met", page)


class Accepted(unittest.TestCase):
    """Accepted findings are counted apart in every format, and the same in each."""

    def test_counts(self):
        with tempfile.TemporaryDirectory() as name:
            folder = pathlib.Path(name)
            check(["fixtures/plans/cin-teen-refuses.xml"], folder)
            findings = json.loads((folder / "r.json").read_text())["plans"][0]["findings"]
            prints = [finding["fingerprint"] for finding in findings if finding["outcome"] == "not met"]
            self.assertGreater(len(prints), 3)

            def accept(some, until):
                return subprocess.run([PROGRAM, "accept", *some, "--file", folder / "accepted.csv", "--by", "A. Manager",
                                       "--reason", "agreed; =1+1", "--on", "2024-01-01", "--until", until, "--report",
                                       folder / "r.json"], capture_output=True, text=True)

            self.assertEqual(accept(prints[:2], "2024-12-31").returncode, 0)
            self.assertEqual(accept(prints[2:3], "2024-03-31").returncode, 0)  # expired by the day of the check
            again = accept(prints[:1], "2024-12-31")
            self.assertEqual(again.returncode, 2)
            self.assertIn("stands here twice; first at line 2", again.stderr)
            self.assertEqual(len(rows_of(folder / "accepted.csv")), 3)

            result = check(["fixtures/plans/cin-teen-refuses.xml", "--accepted", folder / "accepted.csv"], folder)
            self.assertEqual(result.returncode, 1)
            report = json.loads((folder / "r.json").read_text())
            self.assertEqual(report["summary"]["accepted"], 2)
            self.assertEqual(report["summary"]["findings"], len(findings))
            self.assertEqual([finding["accepted"]["by"] for finding in report["plans"][0]["findings"]
                              if finding["accepted"]], ["A. Manager"] * 2)
            self.assertIn("accepted.csv:4: ", report["summary"]["acceptance_notices"][0])
            self.assertEqual([row["accepted because"] for row in rows_of(folder / "r.csv") if row["accepted by"]],
                             ["agreed; =1+1"] * 2)
            self.assertEqual(sum(len(result["suppressions"]) for result in run_of(folder / "r.sarif")["results"]), 2)
            self.assertIn('name="accepted" value="2"', (folder / "r.xml").read_text())
            self.assertIn("2 findings are accepted by a manager", (folder / "r.md").read_text())
            self.assertEqual(Page((folder / "r.html").read_text()).figures["Accepted findings"], 2)
            self.assertIn("(2 of them accepted)", (folder / "r.txt").read_text())
            self.assertIn("was accepted until Sun 31 Mar 2024; the finding counts again",
                          " ".join((folder / "r.txt").read_text().split()))

    def test_they_do_not_fail_a_run(self):
        with tempfile.TemporaryDirectory() as name:
            folder = pathlib.Path(name)
            check(["fixtures/plans/cin-teen-refuses.xml"], folder)
            rows = [row for row in rows_of(folder / "r.csv") if row["outcome"] == "not met"]
            with open(folder / "accepted.csv", "w", newline="") as stream:
                writer = csv.writer(stream, delimiter=";")
                writer.writerow(["Fingerprint", "Reason", "Accepted by", "On", "Until"])
                for row in rows:
                    writer.writerow([row["fingerprint"], "agreed", "AM", "01/01/2024", "31/12/2024"])
            result = check(["fixtures/plans/cin-teen-refuses.xml", "--accepted", folder / "accepted.csv"], folder)
            self.assertEqual(result.returncode, 0, result.stderr)
            (folder / "settings.toml").write_text(f'[check]\naccepted = "{folder}/accepted.csv"\n')
            result = check(["fixtures/plans/cin-teen-refuses.xml", "--config", folder / "settings.toml"], folder)
            self.assertEqual(result.returncode, 0, result.stderr)


class Hostile(unittest.TestCase):
    """What a plan says is shown, and is nothing but shown."""

    @classmethod
    def setUpClass(cls):
        cls.temporary = tempfile.TemporaryDirectory()
        cls.folder = pathlib.Path(cls.temporary.name)
        text = HOSTILE.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
        plan = pathlib.Path(SOURCE, "fixtures/plans/cin-teen-refuses.xml").read_text()
        plan = re.sub(r"(<task>).*?(</task>)", lambda found: found[1] + text + found[2], plan, count=1, flags=re.S)
        plan = re.sub(r'team="[^"]*"', 'team="=1+1 &lt;b&gt;|team"', plan)
        (cls.folder / "plan.xml").write_text(plan)
        cls.result = check([str(cls.folder / "plan.xml")], cls.folder)
        assert cls.result.returncode in (1, 3), cls.result.stderr
        findings = json.loads((cls.folder / "r.json").read_text())["plans"][0]["findings"]
        cls.quoted = [evidence["text"] for finding in findings for evidence in finding["evidence"]
                      if "<script>" in evidence["text"]]

    @classmethod
    def tearDownClass(cls):
        cls.temporary.cleanup()

    def test_the_words_are_evidence(self):
        self.assertTrue(self.quoted)
        self.assertTrue(any("]]>" in words and "\u202e" in words and LONG in words for words in self.quoted))

    def test_csv(self):
        text = (self.folder / "r.csv").read_text(encoding="utf-8-sig")
        rows = rows_of(self.folder / "r.csv")
        for words in self.quoted:
            self.assertTrue(any(words in row["words"] for row in rows))
        self.assertTrue(all(row["team"] == "'=1+1 <b>|team" for row in rows))
        for row in rows:
            for cell in row.values():
                self.assertNotRegex(cell, r"^\s*[=+@-]")
        self.assertIn("]]>", text)

    def test_xlsx(self):
        rows = table_of(workbook_of(self.folder / "r.xlsx")["Findings"])
        shown = [row["Words of the plan"] for row in rows]
        for words in self.quoted:
            if len(words) < 32_000:
                self.assertTrue(any(words in cell for cell in shown))
        self.assertTrue(any(cell.startswith(HOSTILE[:1000]) and "(cut: 100,".replace(",", "") in cell for cell in shown))

    def test_sarif(self):
        snippets = [related["physicalLocation"]["region"].get("snippet", {}).get("text")
                    for result in run_of(self.folder / "r.sarif")["results"]
                    for related in result.get("relatedLocations", [])]
        for words in self.quoted:
            self.assertIn(words, snippets)

    def test_junit(self):
        root = ElementTree.parse(self.folder / "r.xml").getroot()
        told = "".join(element.text or "" for element in root.iter("failure")) + \
               "".join(element.text or "" for element in root.iter("skipped"))
        for words in self.quoted:
            self.assertIn(words, told)

    def test_html(self):
        page = Page((self.folder / "r.html").read_text(encoding="utf-8"))
        self.assertEqual(len(page.scripts), 1)  # ours
        self.assertIn(HOSTILE.replace("\u202e", "[U+202E]").replace("\u200f", "[U+200F]"), page.text)
        self.assertIn("=1+1 <b>|team", page.text)

    def test_json(self):
        for file in ("r.json", "r.jsonl"):
            text = (self.folder / file).read_text()
            plan = json.loads(text if file == "r.json" else text.splitlines()[0])
            plan = plan["plans"][0] if file == "r.json" else plan
            self.assertEqual([evidence["text"] for finding in plan["findings"] for evidence in finding["evidence"]
                              if "<script>" in evidence["text"]], self.quoted)

    def test_markdown(self):
        page = (self.folder / "r.md").read_text()
        self.assertNotIn("<script>", page)  # a board paper quotes no plan
        self.assertNotIn("<b>", page)

    def test_terminal(self):
        page = (self.folder / "r.txt").read_text()
        self.assertIn("<script>alert(1)</script> =cmd()|x ]]>", page)
        self.assertNotIn("\u202e", page)


class Ids(unittest.TestCase):
    """--evidence=ids: no words of the plan in any format."""

    def test_no_words(self):
        with tempfile.TemporaryDirectory() as name:
            folder = pathlib.Path(name)
            check(["fixtures/plans"], folder)
            words = {evidence["text"] for plan in json.loads((folder / "r.json").read_text())["plans"]
                     for finding in plan["findings"] for evidence in finding["evidence"] if len(evidence["text"]) > 30}
            self.assertGreater(len(words), 50)
            self.assertTrue(any(word in (folder / "r.csv").read_text() for word in words))
            check(["fixtures/plans", "--evidence", "ids"], folder)
            for file in FORMATS.values():
                text = (folder / file).read_text(encoding="utf-8") if not file.endswith("xlsx") else \
                    str(workbook_of(folder / file))
                self.assertEqual([word for word in words if word in text], [], file)


def little_room(most=100_000):
    """No file may grow beyond this: what a full disk does to a library that does not look."""
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))


def without_privilege():
    """A superuser may write everywhere, but for this."""
    ctypes.CDLL(None).prctl(24, 1, 0, 0, 0)  # PR_CAPBSET_DROP, CAP_DAC_OVERRIDE; anybody else cannot, and need not


class Trouble(unittest.TestCase):
    """One report that cannot be written costs no other, and leaves nothing behind."""

    def test_each_format_that_cannot_be_written(self):
        for name, file in FORMATS.items():
            with self.subTest(name), tempfile.TemporaryDirectory() as temporary:
                folder = pathlib.Path(temporary)
                other = "json" if name != "json" else "csv"
                (folder / "locked").mkdir(mode=0o555)
                for target, problem in ((folder / "missing" / file, "No such file or directory"),
                                        (folder / "locked" / file, "Permission denied"),
                                        (pathlib.Path("/dev/full"), "No space left on device"),
                                        (folder, "Is a directory")):
                    result = check(["fixtures/plans/cin-teen-refuses.xml"], folder,
                                   {name: target, other: FORMATS[other]}, preexec_fn=without_privilege)
                    self.assertEqual(result.returncode, 2, result.stderr)
                    self.assertIn(str(target), result.stderr)
                    self.assertIn(problem, result.stderr)
                    self.assertEqual(sorted(os.listdir(folder)), sorted(["locked", FORMATS[other]]))
                    self.assertEqual(os.listdir(folder / "locked"), [])
                    self.assertGreater((folder / FORMATS[other]).stat().st_size, 100)

    def test_a_reader_that_goes_away(self):
        for name in FORMATS:
            with self.subTest(name), tempfile.TemporaryDirectory() as temporary:
                folder = pathlib.Path(temporary)
                other = "json" if name != "json" else "csv"
                run = subprocess.Popen([PROGRAM, "check", "fixtures/plans", "--as-of", "2024-04-01", "--quiet",
                                        "--format", name, "--format", f"{other}={folder / FORMATS[other]}"],
                                       cwd=SOURCE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
                run.stdout.close()
                errors = run.stderr.read()
                run.stderr.close()
                self.assertEqual(run.wait(), 2, errors)
                self.assertIn("standard output: the report could not be written: Broken pipe", errors)
                self.assertEqual(os.listdir(folder), [FORMATS[other]])

    def test_no_memory_for_a_workbook(self):
        with tempfile.TemporaryDirectory() as temporary:
            folder = pathlib.Path(temporary)
            result = check(["fixtures/plans"], folder, {"xlsx": "r.xlsx", "markdown": "r.md"}, preexec_fn=little_room)
            self.assertEqual(result.returncode, 2, result.stderr)
            self.assertIn("the workbook could not be made: there is no memory for all of it", result.stderr)
            self.assertEqual(os.listdir(folder), ["r.md"])

    def test_no_words_of_a_plan_in_temporary_files(self):
        with tempfile.TemporaryDirectory() as temporary:
            folder = pathlib.Path(temporary)
            check(["fixtures/plans"], folder, {"xlsx": "free.xlsx"})
            with zipfile.ZipFile(folder / "free.xlsx") as book:
                largest = max(part.file_size for part in book.infolist())
            packed = (folder / "free.xlsx").stat().st_size
            self.assertGreater(largest, 2 * packed)  # else the next line shows nothing
            # A file of the library's own would have to hold a whole sheet: there is room for the report alone.
            result = check(["fixtures/plans"], folder, {"xlsx": "r.xlsx"}, preexec_fn=lambda: little_room(packed + 4096))
            self.assertEqual(result.returncode, 3, result.stderr)
            self.assertEqual((folder / "r.xlsx").stat().st_size // 100, packed // 100)

    def test_no_temporary_file_is_open_while_plans_are_read(self):
        with tempfile.TemporaryDirectory() as temporary:
            folder = pathlib.Path(temporary)
            run = subprocess.Popen([PROGRAM, "check", "fixtures/plans/cin-teen-refuses.xml", "-", "--quiet", "--as-of",
                                    "2024-04-01", "--format", f"xlsx={folder / 'r.xlsx'}"], cwd=SOURCE,
                                   stdin=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
            opened = set()
            for _ in range(100):  # until the report's own file is there
                opened = {os.readlink(entry) for entry in pathlib.Path(f"/proc/{run.pid}/fd").iterdir()}
                if any("r.xlsx" in name for name in opened):
                    break
                time.sleep(0.05)
            time.sleep(0.3)
            opened = {os.readlink(entry) for entry in pathlib.Path(f"/proc/{run.pid}/fd").iterdir()}
            errors = run.communicate(pathlib.Path(SOURCE, "fixtures/plans/care-late-reviews.xml").read_text())[1]
            self.assertEqual(run.returncode, 1, errors)
            self.assertTrue(any("r.xlsx" in name for name in opened), opened)
            self.assertEqual({name for name in opened if name.endswith("(deleted)") and "memfd:" not in name}, set())

    def test_a_reader_of_the_old_report_keeps_it(self):
        for name, file in FORMATS.items():
            with self.subTest(name), tempfile.TemporaryDirectory() as temporary:
                folder = pathlib.Path(temporary)
                (folder / file).write_text("the old report")
                with open(folder / file) as reader:
                    result = check(["fixtures/plans/cin-teen-refuses.xml"], folder, {name: file})
                    self.assertEqual(result.returncode, 1, result.stderr)
                    self.assertEqual(reader.read(), "the old report")
                self.assertNotEqual((folder / file).read_bytes()[:14], b"the old report")


class Histories(unittest.TestCase):
    """A history that cannot be kept is named, costs no report, and is left as it was."""

    def kept(self, history, folder, **more):
        return check(["fixtures/plans/cin-teen-refuses.xml", "--history", history], folder, {"markdown": "r.md"}, **more)

    def refused(self, history, *problems, **more):
        with tempfile.TemporaryDirectory() as temporary:
            folder = pathlib.Path(temporary)
            result = self.kept(history, folder, **more)
            self.assertEqual(result.returncode, 2, result.stderr)
            for problem in problems:
                self.assertIn(problem, result.stderr)
            self.assertIn("1 plan was judged", (folder / "r.md").read_text())
            return result.stderr

    def batches(self, history):
        listed = subprocess.run([PROGRAM, "history", "list", "--history", history, "--format", "json"],
                                capture_output=True, text=True, check=True)
        return json.loads(listed.stdout)

    def test_where_none_can_be(self):
        with tempfile.TemporaryDirectory() as temporary:
            folder = pathlib.Path(temporary)
            (folder / "locked").mkdir(mode=0o555)
            (folder / "text.db").write_text("no database " * 100)
            self.refused(str(folder / "missing" / "h.db"), "missing/h.db", "cannot be opened")
            self.refused(str(folder / "locked" / "h.db"), "locked/h.db", "cannot be opened",
                         preexec_fn=without_privilege)
            self.refused(str(folder), str(folder), "the history")
            self.refused(str(folder / "text.db"), "text.db", "not a database")
            self.refused("/dev/full", "/dev/full", "the history")
            self.assertEqual((folder / "text.db").read_text(), "no database " * 100)
            said = self.refused("postgresql://qa:geheim@127.0.0.1:9/quality", "127.0.0.1", "cannot be opened")
            self.assertNotIn("geheim", said)

    def test_a_full_disk(self):
        with tempfile.TemporaryDirectory() as temporary:
            history = str(pathlib.Path(temporary) / "h.db")
            with tempfile.TemporaryDirectory() as other:
                check(["fixtures/plans/care-late-reviews.xml", "--history", history], pathlib.Path(other),
                      {"markdown": "r.md"})
            before = self.batches(history)
            self.assertEqual(len(before), 1)
            size = pathlib.Path(history).stat().st_size
            self.refused(history, "h.db", "the history", preexec_fn=lambda: little_room(size))
            self.assertEqual(self.batches(history), before)

    def test_one_that_may_only_be_read(self):
        with tempfile.TemporaryDirectory() as temporary:
            history = pathlib.Path(temporary) / "h.db"
            with tempfile.TemporaryDirectory() as other:
                self.kept(str(history), pathlib.Path(other))
            history.chmod(0o444)
            self.refused(str(history), "h.db", "readonly", preexec_fn=without_privilege)

    def test_others_who_hold_it(self):
        with tempfile.TemporaryDirectory() as temporary:
            folder = pathlib.Path(temporary)
            history = str(folder / "h.db")
            self.assertEqual(self.kept(history, folder).returncode, 1)
            holder = sqlite3.connect(history, isolation_level=None)
            holder.execute("BEGIN EXCLUSIVE")
            self.refused(history, "h.db", "locked")  # after ten seconds
            holder.execute("ROLLBACK")
            holder.execute("BEGIN")
            holder.execute("SELECT * FROM batch").fetchall()  # a reader
            run = subprocess.Popen([PROGRAM, "check", "fixtures/plans/care-late-reviews.xml", "--quiet", "--as-of",
                                    "2024-04-01", "--history", history, "--format", "json=/dev/null"], cwd=SOURCE,
                                   stderr=subprocess.PIPE, text=True)
            time.sleep(2)
            holder.execute("COMMIT")
            errors = run.communicate()[1]
            self.assertEqual(run.returncode, 1, errors)
            self.assertEqual(len(self.batches(history)), 2)
            holder.close()

    def test_a_trend_in_every_report_for_people(self):
        with tempfile.TemporaryDirectory() as temporary:
            folder = pathlib.Path(temporary)
            history = str(folder / "h.db")
            people = {name: FORMATS[name] for name in ("html", "xlsx", "markdown", "text")}
            check(["fixtures/plans/cin-teen-refuses.xml", "--history", history], folder, people)
            self.assertFalse("id=trend" in (folder / "r.html").read_text())
            self.assertNotIn("Since the batches before", (folder / "r.md").read_text())
            result = check(["fixtures/plans", "--history", history, "--rule-set", "default"], folder, people)
            self.assertEqual(result.returncode, 3, result.stderr)
            page = (folder / "r.html").read_text()
            self.assertEqual(page.count("<circle "), 2)
            words = re.search(r"Of what the checks ask of plans, .*?to [+−]?\d+\)\.", Page(page).text)[0]
            self.assertRegex(words, "within chance|more than chance explains")
            self.assertIn(words, (folder / "r.md").read_text())
            self.assertIn(words, " ".join((folder / "r.txt").read_text().split()))
            sheets = workbook_of(folder / "r.xlsx")
            self.assertTrue(any(row and row[0] == words for row in sheets["Summary"]))
            with zipfile.ZipFile(folder / "r.xlsx") as book:
                self.assertIn("<c:lineChart>", book.read("xl/charts/chart2.xml").decode())


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1], verbosity=0)
