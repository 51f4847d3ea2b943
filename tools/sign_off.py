"""Plays a sign-off: starts `plumbline serve`, asks it about plans one after the other, shows the answers, ends it.

sign_off.py PROGRAM PLAN...
"""

import json
import re
import subprocess
import sys
import textwrap
import urllib.request

AS_OF = "2024-03-07"
WIDTH = 100
OUTCOMES = {"clear": "clear: everything was judged, and there is nothing to ask",
            "questions": "questions, the weightiest first",
            "could-not-judge": "could not judge"}


def block(text, indent):
    return textwrap.fill(text, WIDTH, initial_indent=indent, subsequent_indent=indent)


def show(file, answer):
    plan = answer["plans"][0]
    print(f"\n{file} (plan {plan['id']}, version {plan['version']})\n  {OUTCOMES[answer['outcome']]}")
    for number, question in enumerate(answer["questions"], 1):
        print(block(f"{number}. {question['question']}", "  "))
        for words in question["about"]:
            print(block(f"line {words['line']}: \"{words['quote']}\"" if words["quote"] else f"line {words['line']}", "       "))
        more = len(question["findings"]) - len(question["about"])
        if more > 0:
            print(f"       and {more} more")
        print(block("To write instead: " + question["advice"], "     "))
    for missed in answer["could_not_judge"]:
        print(block(f"{missed['check']}: {missed['reason']}", "  "))
    print(f"  beneath: {len(plan['judgements'])} judgements, {len(plan['findings'])} findings; "
          f"rules {answer['receipt']['fingerprint']}, judged by {answer['receipt']['as_of']}")


def ask(url, file):
    with open(file, "rb") as plan:
        request = urllib.request.Request(f"{url}/v1/checks?as-of={AS_OF}", plan.read(), {"Content-Type": "application/xml"})
    print(f"\ncurl -H 'Content-Type: application/xml' --data-binary @{file} '{request.full_url}'")
    with urllib.request.urlopen(request) as reply:
        return json.load(reply)


def main():
    program, *files = sys.argv[1:]
    service = subprocess.Popen([program, "serve", "--listen", "127.0.0.1:0"], stderr=subprocess.PIPE, text=True)
    try:
        said = []
        for line in service.stderr:
            said.append(line)
            if found := re.search(r"listening on (\S+)", line):
                break
        else:
            sys.exit("".join(said) + "the service did not start")
        print(f"plumbline serve: listening on {found.group(1)}")
        for file in files:
            show(file, ask(found.group(1), file))
    finally:
        service.terminate()
        service.stderr.read()
    print(f"\nThe service ended with {service.wait()}. How to ask it: docs/integrators.md, docs/openapi.yaml")


if __name__ == "__main__":
    main()
