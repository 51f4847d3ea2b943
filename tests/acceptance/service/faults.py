"""What the service bears: clients that vanish, lie, flood and dawdle, rules that are broken, and its own end.

faults.py PROGRAM SOURCE_FOLDER [--long]
"""

import http.client
import json
import os
import random
import re
import resource
import signal
import socket
import ssl
import sys
import threading
import time
import unittest

from harness import (AS_OF, CORRECTED, PROGRAM, SOURCE, WEAK, XML, Folder, Service, bearer, certificate, council, read_answer,
                     tokens_file, until)

LONG = "--long" in sys.argv
MALFORMED = 10_000 if LONG else 1_000
CANARIES = [b"Quillfeather", b"Zebedee", b"2013-02-28", b"moonlit"]
CANARY_PLAN = (WEAK.replace(b"Maisie", b"Zebedee").replace(b"P. Lund", b"R. Quillfeather").replace(b"2014-05-09", b"2013-02-28")
               .replace(b"as appropriate", b"as the moonlit walk allows"))


def post(plan, more=b"", path=b"/v1/checks?as-of=2024-03-07"):
    return (b"POST " + path + b" HTTP/1.1\r\nHost: x\r\nContent-Type: application/xml\r\nContent-Length: " +
            str(len(plan)).encode() + b"\r\n" + more + b"\r\n" + plan)


def answers_still(test, service):
    answer = service.check(WEAK)
    test.assertEqual((answer.status, answer.json()["outcome"]), (200, "questions"))


class Clients(unittest.TestCase):
    """One service bears all of these, one after the other, and tells nobody what stood in the plans."""

    @classmethod
    def setUpClass(cls):
        resource.setrlimit(resource.RLIMIT_NOFILE, (resource.getrlimit(resource.RLIMIT_NOFILE)[1],) * 2)
        cls.service = Service("--most-kilobytes", "256", "--connections", "3000")

    @classmethod
    def tearDownClass(cls):
        try:
            said = cls.service.log().encode() + cls.service.ask("GET", "/metrics").body
            for canary in CANARIES:
                if canary in said:
                    raise AssertionError(f"{canary} stands in the log or the metrics")
        finally:
            cls.service.__exit__()

    def tearDown(self):
        answers_still(self, self.service)

    def test_a_client_that_vanishes_within_a_body(self):
        before = self.service.metric("plumbline_broken_total")
        for size in (1, 100, 3000):
            with self.service.connect() as client:
                client.sendall(post(CANARY_PLAN)[:-len(CANARY_PLAN) + size])
        for size in (1, 3000):
            with self.service.connect() as client:
                client.sendall(post(CANARY_PLAN, path=b"/v1/batches")[:-len(CANARY_PLAN) + size])
        self.assertTrue(until(lambda: self.service.metric("plumbline_broken_total") >= before + 5))
        self.assertTrue(until(lambda: self.service.metric("plumbline_batches") == 0))

    def test_a_client_that_does_not_wait_for_its_answer(self):
        for _ in range(20):
            with self.service.connect() as client:
                client.sendall(post(CANARY_PLAN))
                client.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\1\0\0\0\0\0\0\0")
        self.assertTrue(until(lambda: self.service.metric("plumbline_in_flight") == 1))

    def test_a_body_that_is_too_large(self):
        with self.service.connect() as client: # announced
            client.sendall(post(b"")[:-4].replace(b"Content-Length: 0", b"Content-Length: 99999999999") + b"\r\n\r\n")
            self.assertEqual(read_answer(client).status, 413)
        with self.service.connect() as client: # not announced
            client.sendall(b"POST /v1/checks HTTP/1.1\r\nHost: x\r\nContent-Type: application/xml\r\nTransfer-Encoding: chunked\r\n\r\n")
            try:
                for _ in range(100):
                    client.sendall(b"4000\r\n" + b" " * 0x4000 + b"\r\n")
            except OSError:
                pass
            self.assertEqual(read_answer(client).status, 413)
        with self.service.connect() as client: # a length that no number holds
            client.sendall(post(b"").replace(b"Content-Length: 0", b"Content-Length: 99999999999999999999999"))
            self.assertEqual(read_answer(client).status, 400)

    def test_chunked_nonsense(self):
        start = b"POST /v1/checks HTTP/1.1\r\nHost: x\r\nContent-Type: application/xml\r\nTransfer-Encoding: chunked\r\n\r\n"
        for nonsense in (b"zz\r\nabc\r\n", b"-5\r\nabcde\r\n0\r\n\r\n", b"ffffffffffffffffff\r\n", b"5\r\nabcdefgh\r\n0\r\n\r\n",
                         b"3;" + b"x" * 100_000 + b"\r\nabc\r\n"):
            with self.service.connect() as client:
                client.sendall(start + nonsense)
                self.assertEqual(read_answer(client).status, 400, nonsense[:20])

    def test_two_lengths_are_never_taken_for_one(self):
        for both in (b"Content-Length: 5\r\nContent-Length: 6\r\n", b"Content-Length: 5\r\nTransfer-Encoding: chunked\r\n",
                     b"Transfer-Encoding: chunked\r\nContent-Length: 5\r\n"):
            with self.service.connect() as client:
                client.sendall(b"POST /v1/checks HTTP/1.1\r\nHost: x\r\nContent-Type: application/xml\r\n" + both + b"\r\nabcde")
                self.assertEqual(read_answer(client).status, 400, both)

    def test_no_http_at_all(self):
        for nonsense in (b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03", b"\0" * 64, b"HELO\r\n\r\n", b"GET\r\n\r\n", b"GET / HTTP/9.9\r\n\r\n",
                         os.urandom(4000)):
            with self.service.connect(timeout=5) as client:
                client.sendall(nonsense)
                client.shutdown(socket.SHUT_WR)
                self.assertIn(client.recv(12), (b"HTTP/1.1 400", b"HTTP/1.1 431", b""))

    def test_floods_of_header_fields(self):
        for flood in (b"".join(b"X-%d: y\r\n" % i for i in range(100_000)), b"X: " + b"y" * 1_000_000 + b"\r\n", b"y" * 1_000_000):
            with self.service.connect() as client:
                try:
                    client.sendall(b"GET /healthz HTTP/1.1\r\n" + flood)
                except OSError:
                    pass # told before it was through
                try:
                    self.assertIn(read_answer(client).status, (400, 431))
                except ConnectionError:
                    pass

    def test_pipelined_requests_are_answered_in_order(self):
        with self.service.connect() as client:
            client.sendall(post(WEAK) + b"GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n" + post(CORRECTED) + post(b"<plan") +
                           b"GET /readyz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
            got = b""
            while piece := client.recv(65536):
                got += piece
        kinds = re.findall(rb'"outcome":"(?:clear|questions|could-not-judge)"|"status":"(?:alive|ready)"|unreadable-plan', got)
        self.assertEqual(kinds, [b'"outcome":"questions"', b'"status":"alive"', b'"outcome":"clear"', b"unreadable-plan", b'"status":"ready"'])

    def test_a_thousand_idle_and_slow_clients_keep_nobody_waiting(self):
        idle = [self.service.connect() for _ in range(1000)]
        try:
            for client in idle[::2]:
                client.sendall(post(WEAK)[:random.randrange(1, 200)])
            time.sleep(0.5)
            slowest = 0
            for _ in range(5):
                began = time.monotonic()
                answers_still(self, self.service)
                slowest = max(slowest, time.monotonic() - began)
            self.assertLess(slowest, 1.0)
            self.assertTrue(until(lambda: self.service.metric("plumbline_connections") >= 1000))
        finally:
            for client in idle:
                client.close()

    def test_slowloris_is_shown_the_door(self):
        began = time.monotonic()
        with self.service.connect() as client:
            request = post(WEAK)
            closed = False
            for at in range(len(request)):
                try:
                    client.sendall(request[at:at + 1])
                    client.settimeout(0.25)
                    if client.recv(12).startswith(b"HTTP/1.1 408"):
                        closed = True
                        break
                except TimeoutError:
                    continue
        self.assertTrue(closed)
        self.assertLess(time.monotonic() - began, 20)

    def test_malformed_plans(self):
        chance = random.Random(7004)
        connection = http.client.HTTPConnection(*self.service.address, timeout=60)
        statuses = {}
        for number in range(MALFORMED):
            plan = bytearray(CANARY_PLAN)
            for _ in range(chance.randrange(1, 6)):
                if not plan:
                    break
                at = chance.randrange(len(plan))
                match chance.randrange(4):
                    case 0: plan[at] = chance.randrange(256)
                    case 1: del plan[at:at + chance.randrange(1, 200)]
                    case 2: plan[at:at] = plan[at // 2:at // 2 + chance.randrange(1, 200)]
                    case 3: plan = plan[:at + 1]
            connection.request("POST", "/v1/checks?" + AS_OF, bytes(plan), XML)
            answer = connection.getresponse()
            body = answer.read()
            statuses[answer.status] = statuses.get(answer.status, 0) + 1
            self.assertIn(answer.status, (200, 400), number)
            if answer.status == 400:
                problem = json.loads(body)
                self.assertEqual(problem["type"], "urn:plumbline:problem:unreadable-plan")
                self.assertGreater(problem["line"], 0)
                for canary in CANARIES:
                    self.assertNotIn(canary, body)
        connection.close()
        self.assertGreater(statuses[400], MALFORMED / 4)

    def test_no_body_reaches_a_file(self):
        files = [os.readlink(f"/proc/{self.service.process.pid}/fd/{name}") if os.access(f"/proc/{self.service.process.pid}/fd", os.R_OK)
                 else "" for name in (os.listdir(f"/proc/{self.service.process.pid}/fd") if os.geteuid() == 0 else [])]
        self.assertFalse([file for file in files if file.startswith("/") and not file.startswith("/dev/")], files)
        with open(f"/proc/{self.service.process.pid}/limits") as limits:
            self.assertRegex(limits.read(), r"Max core file size\s+0\s+0")


class Tls(unittest.TestCase):
    def test_good_and_bad_tls(self):
        with Folder() as path:
            cert, key = certificate(path)
            with Service("--tls-certificate", cert, "--tls-key", key, ca=cert) as service:
                answers_still(self, service)
                for hello in (b"GET / HTTP/1.1\r\n\r\n", os.urandom(500), b"\x16\x03\x01\xff\xff" + b"\0" * 500):
                    with socket.create_connection(service.address, timeout=20) as client:
                        client.sendall(hello)
                        client.shutdown(socket.SHUT_WR)
                        while client.recv(4096):
                            pass
                old = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
                old.check_hostname, old.verify_mode = False, ssl.CERT_NONE
                old.set_ciphers("ALL:@SECLEVEL=0")
                old.minimum_version = old.maximum_version = ssl.TLSVersion.TLSv1_1
                with self.assertRaises((ssl.SSLError, ConnectionError)):
                    old.wrap_socket(socket.create_connection(service.address, timeout=20))
                with self.assertRaises(ssl.SSLError):
                    ssl.create_default_context().wrap_socket(socket.create_connection(service.address, timeout=20),
                                                             server_hostname="localhost")
                answers_still(self, service)
                self.assertEqual(service.end(), 0)


class Start(unittest.TestCase):
    """What it refuses to start with, each with a reason."""

    def refused(self, *arguments):
        import subprocess
        run = subprocess.run([PROGRAM, "serve", *arguments], capture_output=True, text=True, timeout=120)
        self.assertEqual((run.returncode, run.stdout), (2, ""))
        return run.stderr

    def test_beyond_this_machine_only_with_tokens_and_without_clear_text(self):
        with Folder() as path:
            tokens = tokens_file(path, vendor="t")
            cert, key = certificate(path)
            self.assertIn("--tokens", self.refused("--listen", "0.0.0.0:0"))
            self.assertIn("--tokens", self.refused("--listen", "[::]:0", "--behind-proxy"))
            self.assertIn("--tls-certificate", self.refused("--listen", "0.0.0.0:0", "--tokens", tokens))
            self.assertIn("--tokens", self.refused("--listen", "0.0.0.0:0", "--tls-certificate", cert, "--tls-key", key))
            self.assertIn("both or neither", self.refused("--tls-certificate", cert))
            self.assertIn("certificate", self.refused("--tls-certificate", tokens, "--tls-key", key))

    def test_what_is_wrong_with_files_and_addresses(self):
        with Folder() as path:
            (path / "tokens").write_text("vendor 12\n")
            self.assertIn("tokens:1", self.refused("--listen", "127.0.0.1:0", "--tokens", str(path / "tokens")))
            (path / "empty").write_text("# nobody\n")
            self.assertIn("holds no token", self.refused("--listen", "127.0.0.1:0", "--tokens", str(path / "empty")))
            self.assertIn("127.0.0.1:8787", self.refused("--listen", "nowhere"))
            self.assertIn("did you mean", self.refused("--rule-set", "defualt"))
            arguments = council(path, "    error('always')")
            examples = path / "plugins" / "council-check" / "examples"
            examples.mkdir()
            (examples / "one.xml").write_text('<examples><example kind="early-help">\n<!-- expect council-check/first: met -->\n'
                                              '<history>Nothing.</history></example></examples>')
            self.assertIn("failed on this example", self.refused("--listen", "127.0.0.1:0", *arguments))

    def test_a_token_from_the_command_lets_in(self):
        import subprocess
        run = subprocess.run([PROGRAM, "token", "vendor"], capture_output=True, text=True)
        token, line = run.stdout.splitlines()
        self.assertNotIn(token, line)
        with Folder() as path:
            (path / "tokens").write_text(line + "\n")
            with Service("--tokens", str(path / "tokens")) as service:
                self.assertEqual(service.check(WEAK).status, 401)
                self.assertEqual(service.check(WEAK, **bearer(token)).status, 200)
                self.assertTrue(until(lambda: "token=vendor" in service.log()))
                self.assertNotIn(token, service.log())


class Running(unittest.TestCase):
    def test_a_broken_rule_set_is_not_taken_and_nobody_under_load_notices(self):
        with Folder() as path, Service(*council(path)) as service:
            before = service.ask("GET", "/readyz").json()["fingerprint"]
            stop, results = threading.Event(), []

            def load():
                connection = http.client.HTTPConnection(*service.address, timeout=60)
                while not stop.is_set():
                    connection.request("POST", "/v1/checks?" + AS_OF, WEAK, XML)
                    answer = connection.getresponse()
                    answer.read()
                    results.append((answer.status, answer.headers["Plumbline-Rules"]))

            threads = [threading.Thread(target=load) for _ in range(4)]
            for thread in threads:
                thread.start()
            rules = path / "rules" / "council.lua"
            good = rules.read_text()
            rules.write_text(good.replace('plugin = "timescales"', 'plugin = "timescale"'))
            for _ in range(3):
                answer = service.ask("POST", "/v1/reload")
                self.assertEqual(answer.status, 409)
                self.assertIn("did you mean", answer.json()["detail"])
            self.assertEqual(service.ask("GET", "/readyz").json()["fingerprint"], before)
            service.process.send_signal(signal.SIGHUP)
            self.assertTrue(until(lambda: service.metric('plumbline_reloads_total{result="kept"}') == 4))
            seen_broken = len(results)
            rules.write_text(good.replace('"Council"', '"Council, newer"'))
            service.process.send_signal(signal.SIGHUP)
            self.assertTrue(until(lambda: service.ask("GET", "/readyz").json()["fingerprint"] != before))
            after = service.ask("GET", "/readyz").json()["fingerprint"]
            more = len(results)
            self.assertTrue(until(lambda: len(results) > more + 8))
            stop.set()
            for thread in threads:
                thread.join()
            self.assertEqual({status for status, _ in results}, {200})
            self.assertEqual({rules for _, rules in results[:seen_broken]}, {before})
            self.assertEqual(results[-1][1], after)
            self.assertIn('no plugin "timescale"', service.log())

    def test_a_token_is_revoked_by_reload(self):
        with Folder() as path:
            file = tokens_file(path, old="one", new="two")
            with Service("--tokens", file) as service:
                self.assertEqual(service.check(WEAK, **bearer("one")).status, 200)
                tokens_file(path, new="two")
                self.assertEqual(service.ask("POST", "/v1/reload", headers=bearer("two")).status, 200)
                self.assertEqual(service.check(WEAK, **bearer("one")).status, 401)
                self.assertEqual(service.check(WEAK, **bearer("two")).status, 200)

    def test_sigterm_finishes_what_is_in_flight(self):
        with Service() as service:
            half = service.connect()
            idle = service.connect()
            request = post(CORRECTED)
            half.sendall(request[:400])
            time.sleep(0.5)
            service.process.terminate()
            time.sleep(0.5)
            self.assertEqual(idle.recv(1), b"")
            with self.assertRaises(OSError):
                service.connect()
            half.sendall(request[400:])
            answer = read_answer(half)
            self.assertEqual((answer.status, answer.json()["outcome"], answer.headers["Connection"]), (200, "clear", "close"))
            half.close()
            self.assertEqual(service.process.wait(20), 0)

    def test_kill_and_restart(self):
        port = None
        for _ in range(2):
            with Service(listen=f"127.0.0.1:{port or 0}") as service:
                port = service.address[1]
                answers_still(self, service)
                with service.connect() as client:
                    client.sendall(post(CORRECTED)[:500])
                    time.sleep(0.2)
                    service.process.kill()
                    service.process.wait()

    def test_one_connection_more_than_may_be_is_told_so(self):
        with Service("--connections", "3") as service:
            held = [service.connect() for _ in range(3)]
            time.sleep(0.3)
            with service.connect() as fourth:
                self.assertEqual(read_answer(fourth).status, 503)
            for connection in held:
                connection.close()
            self.assertTrue(until(lambda: service.ask("GET", "/healthz").status == 200))

    def test_a_check_that_hangs_is_abandoned_and_the_rest_goes_on(self):
        # Within its budget of instructions, but longer than this service waits.
        hang = "    if plan.id == 'EH-HANG' then for i = 1, 5000000 do local s = i * i end end\n    judge:met { 'first', at = plan }"
        with Folder() as path, Service(*council(path, hang), "--give-up-after", "0.01") as service:
            answer = service.check(CORRECTED.replace(b"EH-7004", b"EH-HANG"))
            self.assertEqual((answer.status, answer.json()["outcome"]), (200, "could-not-judge"))
            self.assertNotIn("ETag", answer.headers)
            self.assertIn("council-check/first", [one["check"] for one in answer.json()["could_not_judge"]])
            self.assertGreaterEqual(service.metric("plumbline_checks_abandoned_total"), 1)

    def test_a_large_batch_takes_no_more_memory_than_a_small_one(self):
        plan = WEAK.split(b"?>", 1)[1]
        with Folder() as path, Service(*council(path)) as service:
            def batch(count):
                connection = http.client.HTTPConnection(*service.address, timeout=300)
                lines = 0
                with service.connect(timeout=300) as client:
                    def send():
                        client.sendall(b"POST /v1/batches HTTP/1.1\r\nHost: x\r\nContent-Type: application/xml\r\nTransfer-Encoding: chunked\r\n\r\n7\r\n<plans>\r\n")
                        piece = plan * 50
                        for _ in range(count // 50):
                            client.sendall(b"%x\r\n" % len(piece) + piece + b"\r\n")
                        client.sendall(b"8\r\n</plans>\r\n0\r\n\r\n")
                    sender = threading.Thread(target=send)
                    sender.start()
                    response = http.client.HTTPResponse(client)
                    response.begin()
                    while line := response.readline():
                        last = line
                        lines += 1
                    sender.join()
                connection.close()
                self.assertEqual(json.loads(last)["summary"]["plans"], count)
                self.assertEqual(lines, count + 1)
                return service.metric("process_resident_memory_bytes")

            small = batch(500)
            large = batch(10_000 if LONG else 3_000)
            self.assertLess(large - small, 24 << 20)


if __name__ == "__main__":
    unittest.main(argv=[sys.argv[0], *[argument for argument in sys.argv[3:] if argument != "--long"]])
