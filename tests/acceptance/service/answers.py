"""Every answer that docs/openapi.yaml documents, provoked and held against its schema.

answers.py PROGRAM SOURCE_FOLDER
"""

import http.client
import json
import socket
import sys
import time
import unittest

import jsonschema

from harness import AS_OF, CORRECTED, SOURCE, WEAK, XML, Answer, Folder, Service, bearer, certificate, council, read_answer, tokens_file

TOKEN = "secret-of-the-test"
BROKEN = b"<plan format='1'\n  id=>"


class Described(unittest.TestCase):
    """The description is the one served; `documented` fails for what it does not describe."""

    @classmethod
    def setUpClass(cls):
        cls.folder = Folder()
        path = cls.folder.__enter__()
        cls.path = path
        cls.service = Service("--tokens", tokens_file(path, vendor=TOKEN), "--most-kilobytes", "64", "--batches", "1")
        cls.description = cls.service.ask("GET", "/openapi.json").json()
        cls.seen = set()

    @classmethod
    def tearDownClass(cls):
        try:
            wanted = {(path, method, status) for path, item in cls.description["paths"].items()
                      for method, operation in item.items() for status in operation["responses"]}
            if sys.argv[-1] == "-k":
                return
            missed = sorted(wanted - cls.seen)
            if missed:
                raise AssertionError(f"documented, but never provoked: {missed}")
        finally:
            cls.service.__exit__()
            cls.folder.__exit__()

    def resolve(self, node):
        while "$ref" in node:
            found = self.description
            for part in node["$ref"].removeprefix("#/").split("/"):
                found = found[part]
            node = found
        return node

    def documented(self, path, method, answer):
        operation = self.description["paths"][path][method]
        self.assertIn(str(answer.status), operation["responses"], answer.body[:300])
        response = self.resolve(operation["responses"][str(answer.status)])
        self.seen.add((path, method, str(answer.status)))
        for name in response.get("headers", {}):
            if name != "Retry-After":
                self.assertIn(name, answer.headers)
        if "content" not in response:
            self.assertEqual(answer.body, b"")
            return
        media = answer.headers["Content-Type"].split(";")[0]
        self.assertIn(media, response["content"])
        schema = {**response["content"][media]["schema"], "components": self.description["components"]}
        validator = jsonschema.Draft202012Validator(schema)
        if media == "application/x-ndjson":
            for line in answer.body.splitlines():
                validator.validate(json.loads(line))
        elif media.endswith("json"):
            validator.validate(answer.json())
        if answer.status >= 400:
            self.assertEqual(answer.json()["status"], answer.status)

    def ask(self, method, path, body=None, headers=None, documented=None, status=None):
        answer = self.service.ask(method, path, body, {**bearer(TOKEN), **(headers or {})})
        if status is not None:
            self.assertEqual(answer.status, status, answer.body[:300])
        self.documented(documented or path.split("?")[0], method.lower(), answer)
        return answer

    def test_a_weak_plan_is_asked_about_and_its_corrected_version_is_clear(self):
        weak = self.ask("POST", "/v1/checks?" + AS_OF, WEAK, XML, status=200).json()
        self.assertEqual(weak["outcome"], "questions")
        self.assertEqual(len(weak["questions"]), 3)
        for question in weak["questions"]:
            self.assertTrue(question["question"].endswith("?"))
            quote = question["about"][0]
            if quote["quote"]:
                line = WEAK.decode().splitlines()[quote["line"] - 1]
                self.assertTrue(line[quote["column"] - 1:].startswith(quote["quote"].split("\n")[0]), quote)
        corrected = self.ask("POST", "/v1/checks?" + AS_OF, CORRECTED, XML, status=200).json()
        self.assertEqual((corrected["outcome"], corrected["questions"]), ("clear", []))

    def test_an_audit_says_what_check_says(self):
        import subprocess
        answer = self.ask("POST", "/v1/checks?mode=audit&" + AS_OF, WEAK, XML, status=200).json()
        from harness import PROGRAM
        run = subprocess.run([PROGRAM, "check", "-", "--as-of", "2024-03-07", "--format", "json", "--quiet"], input=WEAK,
                             capture_output=True)
        report = json.loads(run.stdout)
        self.assertEqual(answer["plans"], report["plans"])
        self.assertEqual(answer["summary"], report["summary"])
        for name in ("inputs_hash", "rule_set", "plugins", "as_of"):
            self.assertEqual(answer["receipt"][name], report["receipt"][name])

    def test_the_same_question_has_the_same_answer_and_need_not_be_sent_again(self):
        first = self.ask("POST", "/v1/checks?" + AS_OF, WEAK, XML)
        again = self.ask("POST", "/v1/checks?" + AS_OF, WEAK, XML)
        self.assertEqual(first.body, again.body)
        self.assertEqual(first.headers["ETag"], again.headers["ETag"])
        same = self.ask("POST", "/v1/checks?" + AS_OF, WEAK, {**XML, "If-None-Match": first.headers["ETag"]})
        self.assertEqual(same.status, 304)
        for other in ("mode=audit&" + AS_OF, "as-of=2024-03-08"):
            self.assertNotEqual(self.ask("POST", "/v1/checks?" + other, WEAK, XML).headers["ETag"], first.headers["ETag"])
        for path in ("/v1/rules", "/v1/coverage", "/v1/rules/contingency"):
            tag = self.service.ask("GET", path, headers=bearer(TOKEN)).headers["ETag"]
            shown = path if path != "/v1/rules/contingency" else "/v1/rules/{id}"
            self.ask("GET", path, headers={"If-None-Match": tag}, documented=shown, status=304)

    def test_what_cannot_be_read_says_where(self):
        answer = self.ask("POST", "/v1/checks", BROKEN, XML, status=400).json()
        self.assertEqual((answer["type"], answer["line"]), ("urn:plumbline:problem:unreadable-plan", 2))
        self.ask("POST", "/v1/checks", b"", XML, status=400)
        for query, word in (("mod=audit", "mode"), ("mode=loud", "sign-off"), ("as-of=1.4.2024", "2024-04-01")):
            self.assertIn(word, self.ask("POST", "/v1/checks?" + query, WEAK, XML, status=400).json()["detail"])

    def test_a_kind_that_no_rule_judges_is_not_clear(self):
        with Folder() as path, Service(*council(path)) as service:
            answer = service.check(CORRECTED.replace(b'kind="early-help"', b'kind="care"'))
            self.assertEqual((answer.status, answer.json()["outcome"]), (200, "could-not-judge"))
            self.assertIn("no rule", answer.json()["could_not_judge"][0]["reason"])

    def test_who_has_no_token_is_not_answered(self):
        for path, item in self.description["paths"].items():
            for method, operation in item.items():
                if operation.get("security") == [{}]:
                    continue
                for headers in ({}, bearer("wrong"), {"Authorization": "Basic " + TOKEN}, bearer(TOKEN + "x")):
                    answer = self.service.ask(method.upper(), path.replace("{id}", "contingency"),
                                              WEAK if path == "/v1/checks" else None, {**XML, **headers})
                    self.assertEqual(answer.status, 401)
                    self.documented(path, method, answer)

    def test_methods_and_types_are_said_when_they_do_not_fit(self):
        for path, item in self.description["paths"].items():
            shown = path.replace("{id}", "contingency")
            wrong = "DELETE" if "post" in item else "POST"
            answer = self.service.ask(wrong, shown, headers=bearer(TOKEN))
            self.assertEqual(answer.status, 405)
            self.documented(path, next(iter(item)), answer)
            self.assertIn(next(iter(item)).upper(), answer.headers["Allow"])
            operation = next(iter(item.values()))
            if "406" in operation["responses"]:
                answer = self.service.ask(next(iter(item)).upper(), shown, headers={**bearer(TOKEN), **XML, "Accept": "image/png"})
                self.assertEqual(answer.status, 406)
                self.documented(path, next(iter(item)), answer)
        for path in ("/v1/checks", "/v1/batches"):
            for headers in ({"Content-Type": "application/json"}, {"Content-Type": "application/xml; charset=latin1"},
                            {**XML, "Content-Encoding": "gzip"}, {}):
                self.ask("POST", path, b"<plan/>", headers, status=415)
        for accept in ("*/*", "application/*", "text/html, application/json;q=0.5"):
            self.ask("POST", "/v1/checks", WEAK, {**XML, "Accept": accept}, status=200)

    def test_rules_coverage_and_the_rest(self):
        rules = self.ask("GET", "/v1/rules", status=200).json()
        rule = self.ask("GET", "/v1/rules/" + rules["rules"][0]["id"], documented="/v1/rules/{id}", status=200).json()
        self.assertEqual(rule["id"], rules["rules"][0]["id"])
        self.ask("GET", "/v1/rules/contingancy", documented="/v1/rules/{id}", status=404)
        self.assertEqual(len(self.ask("GET", "/v1/coverage", status=200).json()["areas"]), 73)
        self.ask("GET", "/healthz", status=200)
        ready = self.ask("GET", "/readyz", status=200).json()
        self.assertEqual(self.ask("GET", "/openapi.json", status=200).headers["Plumbline-Rules"], ready["fingerprint"])
        self.ask("GET", "/metrics", status=200)
        head = self.service.ask("HEAD", "/healthz")
        self.assertEqual((head.status, head.body), (200, b""))
        self.assertEqual(self.service.ask("GET", "/nothing", headers=bearer(TOKEN)).status, 404)

    def test_a_plan_that_is_too_large_and_a_head_that_is_too_large(self):
        self.ask("POST", "/v1/checks", WEAK + b" " * 70_000, XML, status=413)
        answer = self.service.ask("POST", "/v1/checks", iter([WEAK, b" " * 70_000]), {**bearer(TOKEN), **XML})  # in chunks
        self.assertEqual(answer.status, 413)
        answer = self.service.ask("POST", "/v1/checks", WEAK, {**bearer(TOKEN), **XML, "X-Long": "a" * 20_000})
        self.assertEqual(answer.status, 431)
        self.documented("/v1/checks", "post", answer)

    def test_a_batch_streams_and_ends_with_its_summary(self):
        plans = b"<plans>" + WEAK.split(b"?>", 1)[1] + CORRECTED.split(b"?>", 1)[1] + b"<plan id='x'/></plans>"
        answer = self.ask("POST", "/v1/batches?" + AS_OF, plans, XML, status=200)
        lines = [json.loads(line) for line in answer.body.splitlines()]
        self.assertEqual([line.get("state") for line in lines], ["judged", "judged", "unreadable", None])
        self.assertEqual(lines[3]["summary"]["plans"], 3)
        alone = self.ask("POST", "/v1/checks?" + AS_OF, CORRECTED, XML).json()["plans"][0]
        for name in ("id", "state", "findings"):
            self.assertEqual(lines[1][name], alone[name])
        self.ask("POST", "/v1/batches?mode=audit", plans, XML, status=400)

    def test_one_batch_more_than_may_be_waits_its_turn(self):
        with self.service.connect() as first:
            first.sendall(b"POST /v1/batches HTTP/1.1\r\nHost: x\r\nContent-Type: application/xml\r\nAuthorization: Bearer " +
                          TOKEN.encode() + b"\r\nTransfer-Encoding: chunked\r\n\r\n7\r\n<plans>\r\n")
            time.sleep(0.5)
            busy = self.ask("POST", "/v1/batches", b"<plans/>", XML, status=503)
            self.assertEqual(busy.headers["Retry-After"], "30")
            first.sendall(b"8\r\n</plans>\r\n0\r\n\r\n")
            self.assertEqual(read_answer(first).status, 200)
        self.ask("POST", "/v1/batches", b"<plans/>", XML, status=200)

    def test_a_request_that_does_not_arrive_is_told_so(self):
        with self.service.connect() as slow:
            slow.sendall(b"POST /v1/checks HTTP/1.1\r\nHost:")
            answer = read_answer(slow)
        self.assertEqual(answer.status, 408)
        self.documented("/v1/checks", "post", answer)

    def test_a_reload_swaps_or_says_why_not(self):
        self.ask("POST", "/v1/reload", status=200)
        self.ask("POST", "/v1/reload", b"now", status=400)
        file = self.path / "tokens"
        good = file.read_text()
        file.write_text("vendor short\n")
        answer = self.ask("POST", "/v1/reload", status=409).json()
        self.assertIn("tokens:1", answer["detail"])
        file.write_text(good)
        self.ask("POST", "/v1/reload", status=200)

    def test_a_full_queue_is_said_at_once(self):
        heavy = CORRECTED.replace(b"</history>", b" She said so again on Monday." * 1500 + b"</history>")
        with Service("--workers", "1", "--queue", "1") as service:
            connections = [service.connect() for _ in range(6)]
            try:
                for connection in connections:
                    connection.sendall(b"POST /v1/checks HTTP/1.1\r\nHost: x\r\nContent-Type: application/xml\r\nContent-Length: "
                                       + str(len(heavy)).encode() + b"\r\n\r\n" + heavy)
                answers = [read_answer(connection) for connection in connections]
            finally:
                for connection in connections:
                    connection.close()
            self.assertEqual({answer.status for answer in answers}, {200, 503})
            for answer in answers:
                self.documented("/v1/checks", "post", answer)
                if answer.status == 503:
                    self.assertEqual(answer.headers["Retry-After"], "1")

    def test_a_service_that_ends_is_not_ready(self):
        with Service() as service:
            with service.connect() as open_one:
                open_one.sendall(b"GET /readyz HTTP/1.1\r\nHost: x\r\n")
                time.sleep(0.3)
                service.process.terminate()
                time.sleep(0.3)
                open_one.sendall(b"\r\n")
                answer = read_answer(open_one)
            self.assertEqual(answer.status, 503)
            self.documented("/readyz", "get", answer)
            self.assertEqual(service.process.wait(20), 0)


if __name__ == "__main__":
    unittest.main(argv=[sys.argv[0], *sys.argv[3:]])
