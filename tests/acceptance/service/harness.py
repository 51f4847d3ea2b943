"""Starts the built program as `plumbline serve` and speaks to it, politely or not."""

import hashlib
import http.client
import json
import os
import pathlib
import re
import shutil
import signal
import socket
import ssl
import subprocess
import sys
import tempfile
import threading
import time

PROGRAM, SOURCE = sys.argv[1], pathlib.Path(sys.argv[2])
WEAK = (SOURCE / "fixtures/sign-off/weak.xml").read_bytes()
CORRECTED = (SOURCE / "fixtures/sign-off/corrected.xml").read_bytes()
XML = {"Content-Type": "application/xml"}
AS_OF = "as-of=2024-03-07"


class Answer:
    def __init__(self, response):
        self.status = response.status
        self.headers = response.headers
        self.body = response.read()

    def json(self):
        return json.loads(self.body)


def read_answer(connection):
    """The next answer on a plain socket."""
    response = http.client.HTTPResponse(connection)
    response.begin()
    return Answer(response)


class Service:
    """One running service. Its log is kept for the test to look into."""

    def __init__(self, *arguments, listen="127.0.0.1:0", ca=None, environment=None):
        self.process = subprocess.Popen([PROGRAM, "serve", "--listen", listen, *arguments], stderr=subprocess.PIPE,
                                        stdout=subprocess.DEVNULL, text=True, env={**os.environ, **(environment or {})})
        self.lines = []
        self.address = None
        self.context = ssl.create_default_context(cafile=ca) if ca else None
        self.listening = threading.Event()
        self.reader = threading.Thread(target=self._read, daemon=True)
        self.reader.start()
        if not self.listening.wait(120) or self.address is None:
            self.process.kill()
            raise AssertionError("the service did not start: " + self.log())

    def _read(self):
        for line in self.process.stderr:
            self.lines.append(line)
            found = re.search(r"listening on https?://127\.0\.0\.1:(\d+)", line)
            if found:
                self.address = ("127.0.0.1", int(found.group(1)))
                self.listening.set()
        self.listening.set()

    def log(self):
        return "".join(self.lines)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait()
        self.reader.join()
        self.process.stderr.close()

    def end(self, within=40):
        """SIGTERM; the exit code."""
        self.process.send_signal(signal.SIGTERM)
        return self.process.wait(within)

    def connect(self, timeout=60):
        plain = socket.create_connection(self.address, timeout=timeout)
        return self.context.wrap_socket(plain, server_hostname="localhost") if self.context else plain

    def ask(self, method, path, body=None, headers=None):
        if self.context:
            connection = http.client.HTTPSConnection("localhost", self.address[1], timeout=60, context=self.context)
        else:
            connection = http.client.HTTPConnection(*self.address, timeout=60)
        try:
            connection.request(method, path, body, headers or {})
            return Answer(connection.getresponse())
        finally:
            connection.close()

    def check(self, plan, query=AS_OF, **headers):
        return self.ask("POST", "/v1/checks?" + query, plan, {**XML, **headers})

    def metric(self, name):
        """The sum over its labels."""
        text = self.ask("GET", "/metrics").body.decode()
        return sum(float(line.rsplit(" ", 1)[1]) for line in text.splitlines() if re.match(name + r"[ {]", line))


class Folder:
    def __enter__(self):
        self.path = pathlib.Path(tempfile.mkdtemp(prefix="plumbline-service-"))
        return self.path

    def __exit__(self, *_):
        shutil.rmtree(self.path, ignore_errors=True)


def tokens_file(folder, **tokens):
    file = folder / "tokens"
    file.write_text("# who may ask\n" + "".join(f"{name} {hashlib.sha256(token.encode()).hexdigest()}\n"
                                               for name, token in tokens.items()))
    return str(file)


def bearer(token):
    return {"Authorization": "Bearer " + token}


def certificate(folder):
    """A certificate of its own for localhost; the files of both."""
    key, cert = folder / "key.pem", folder / "cert.pem"
    subprocess.run(["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes",
                    "-keyout", key, "-out", cert, "-days", "2", "-subj", "/CN=localhost",
                    "-addext", "subjectAltName=DNS:localhost,IP:127.0.0.1"], check=True, capture_output=True)
    return str(cert), str(key)


PLUGIN = """return {{ id = "{id}", title = "{id}", api = 1, plans = {{ "early-help" }},
  criteria = {{ {{ id = "first", title = "first" }} }},
  check = function(plan, judge)
{check}
  end }}
"""


def council(folder, check="    judge:met { 'first', at = plan }", plugin="council-check"):
    """A plugin and a rule set "council" of a council's own; the arguments that use them."""
    home = folder / "plugins" / plugin
    home.mkdir(parents=True, exist_ok=True)
    (home / "plugin.lua").write_text(PLUGIN.format(id=plugin, check=check))
    rules = folder / "rules"
    rules.mkdir(exist_ok=True)
    (rules / "council.lua").write_text(
        f'return {{ api = 1, id = "council", title = "Council", rules = {{\n'
        f'  {{ id = "own", plugin = "{plugin}", plans = {{ "early-help" }} }},\n'
        f'  {{ id = "days", plugin = "timescales", plans = {{ "early-help" }} }} }} }}\n')
    return ["--plugins", str(folder / "plugins"), "--rules", str(rules), "--rule-set", "council"]


def until(holds, seconds=20):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if holds():
            return True
        time.sleep(0.05)
    return holds()
