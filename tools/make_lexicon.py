#!/usr/bin/env python3
"""Makes core/text/data/lexicon.inc, what Plumbline knows of English words, from WordNet (Debian: wordnet-base).

One line a word, sorted by byte, of single lower-case words:

    visit vs3 na4        verb of class s, noun of class a, each with how common it is
    went =p go           an irregular form: p past, n participle, b both, g -ing, s he/she/it, l plural, c comparative

How common: 0 never seen in the tagged texts that WordNet counts, then 1 + log2 of the count, at most 9.
Classes are WordNet's lexicographer files, of the word's most frequent sense; the letters are below.

    tools/make_lexicon.py [/usr/share/wordnet] > core/text/data/lexicon.inc
"""

import collections
import math
import re
import sys

NOUN = dict(zip(range(3, 29), "taziqbkcefdglmohypsrnxwvuj"))
VERB = dict(zip(range(29, 44), "bhkcwftremposxz"))
# Nouns of these classes are left out unless the tagged texts have them: taxonomy and chemistry.
TAXONOMY = {5, 20, 27}
PARTICIPLES = {  # irregular participles that do not end in "n"
    "begun", "become", "come", "overcome", "done", "drunk", "gone", "hung", "outdone", "overdone", "overrun",
    "redone", "rerun", "rung", "run", "shrunk", "slunk", "sprung", "stunk", "sung", "sunk", "swum", "undergone",
    "undone", "been"}
# What WordNet (2006, American) lacks or knows as something else, in the same form; written by us.
EXTRA = """
bedwetting na2
bsl nc3
carer nh6
co-parent vs3
dad nh7
de-escalate vh3
dysregulated a3
dyspraxia nv2
dyspraxic a2
ecomap nc2
email vc4 nc5
facetime vc3 nc2
fajitas nd1
genogram nc2
google vk3
gurdwara ni3
halal a3 nd3
hijab ni3
hols nj3
hypervigilant a2
keyworker nh5
liaise vc5
makaton nc3
mam nh5
meds nu4
message vc4 nc5
mum nh8
nan nh6
nana nh6
neurodiverse a3
neurodivergent a3
overnight nj3 a3 r3
parentify vh2
phone vc5 ni5
physio nh4
playdough ni2
playgroup ng3
rehome vo3
respite na4
safeguard vw4 na3
signpost vc4
step-down na4 vh3
std nv2
sw nh6
telly ni3
text vc5 nc6
timesheet nc2
timescale nj4
timetable nc4 vk2
toiletries ni3
triage vk3 na3
uni ng4
upskill vh2
vape vf3 ni2
vocab nc3
wean vf2
whatsapp vc3 nc3
whiteboard ni3
wifi ni3
xbox ni3
"""
# Irregular forms that are the base itself: "had come", "he put".
SAME_PARTICIPLE = {"come", "become", "overcome", "run", "rerun", "overrun"}
SAME_PAST = {"bet", "burst", "cast", "cost", "cut", "hit", "hurt", "let", "put", "quit", "read", "reset", "rid", "set", "shed",
             "shut", "split", "spread", "thrust", "upset"}
PLAIN = re.compile(r"^[a-z]+(?:-[a-z]+)?$")
LONGEST = 16
CHUNK = 16000  # bytes of one literal


BRITISH = (("our", "or"), ("ise", "ize"), ("isation", "ization"), ("yse", "yze"), ("tre", "ter"), ("ogue", "og"), ("ence", "ense"),
           ("mme", "m"), ("ll", "l"), ("ae", "e"), ("oe", "e"), ("grey", "gray"), ("cheque", "check"), ("judgement", "judgment"))


def american(lemma):
    """The American spellings that a British one may have: the tagged texts are American."""
    return {lemma.replace(british, own) for british, own in BRITISH if british in lemma}


def counts(folder):
    """(lemma, part) -> how often the tagged texts have it."""
    total = collections.Counter()
    for line in open(f"{folder}/cntlist.rev", encoding="ascii"):
        key, _, count = line.split()
        lemma, rest = key.split("%")
        total[lemma, "?nvara"[int(rest[0])]] += int(count)
    return total


def entries(folder):
    """lemma -> list of (count, code)."""
    seen = counts(folder)
    found = collections.defaultdict(list)
    for part, name in (("v", "verb"), ("n", "noun"), ("a", "adj"), ("r", "adv")):
        senses = {}
        for line in open(f"{folder}/data.{name}", encoding="ascii"):
            if line.startswith(" "):
                continue
            fields = line.split()
            words = [fields[4 + 2 * i].split("(")[0] for i in range(int(fields[3], 16))]
            senses[fields[0]] = (int(fields[1]), words)
        for line in open(f"{folder}/index.{name}", encoding="ascii"):
            if line.startswith(" "):
                continue
            fields = line.split()
            lemma = fields[0]
            if not PLAIN.match(lemma) or len(lemma) > LONGEST or len(lemma) < 2:
                continue
            offsets = fields[-int(fields[2]):]
            count = max([seen[lemma, part]] + [seen[other, part] for other in american(lemma)])
            # A word written with a capital in every sense is a name; so is its most frequent sense's class not ours.
            plain = [senses[o][0] for o in offsets if lemma in senses[o][1]]
            if not plain:
                continue
            if part == "n" and count == 0 and all(file in TAXONOMY for file in plain):
                continue
            letter = VERB[plain[0]] if part == "v" else NOUN[plain[0]] if part == "n" else ""
            level = 0 if count == 0 else min(9, 1 + int(math.log2(count)))
            found[lemma].append((-count, f"{part}{letter}{level}"))
    return found


def verb_form(form, lemma, forms):
    if form.endswith("ing"):
        return "g"
    if form.endswith("s") and lemma[-1] != "s":
        return "s"
    if form.endswith("ed") or len(forms) == 1 or form == "got":
        return "b"
    # Of "wrote, written" one is the past; of "kept" alone, or of two spellings of the same, it is both.
    has_participle = any(f in PARTICIPLES or f.endswith(("n", "ne")) for f in forms)
    if not has_participle:
        return "b"
    return "n" if form in PARTICIPLES or form.endswith(("n", "ne")) else "p"


def irregular(folder):
    """form -> set of "=code lemma"."""
    found = collections.defaultdict(set)
    verbs = collections.defaultdict(list)
    for name, code in (("verb", None), ("noun", "l"), ("adj", "c")):
        for line in open(f"{folder}/{name}.exc", encoding="ascii"):
            form, lemma = line.split()[:2]
            if not PLAIN.match(form) or not PLAIN.match(lemma) or form == lemma or len(form) > LONGEST:
                continue
            if code:
                if name == "noun" and form in ("felt", "less"):
                    continue
                found[form].add(f"={code} {lemma}")
            else:
                verbs[lemma].append(form)
    for word in SAME_PARTICIPLE:
        found[word].add(f"=n {word}")
    for word in SAME_PAST:
        found[word].add(f"=b {word}")
    for lemma, forms in verbs.items():
        past = [f for f in forms if not f.endswith(("ing", "s"))]
        for form in forms:
            found[form].add(f"={verb_form(form, lemma, past)} {lemma}")
    return found


def main():
    folder = sys.argv[1] if len(sys.argv) > 1 else "/usr/share/wordnet"
    words = entries(folder)
    forms = irregular(folder)
    extra = dict(line.split(" ", 1) for line in EXTRA.split("\n") if line)
    lines = []
    for word in sorted(set(words) | set(forms) | set(extra)):
        if word in extra:
            lines.append(f"{word} {extra[word]}\n")
            continue
        codes = [code for _, code in sorted(words.get(word, []))]
        # A form of two verbs ("lay", "found") keeps the commoner one.
        ranked = sorted(forms.get(word, []), key=lambda f: (words.get(f.split()[1], [(0, "")])[0][0], f))
        kinds = set()
        for form in ranked:
            if form[1] in "pnbgs" and kinds & set("pnbgs"):
                continue
            kinds.add(form[1])
            codes.append(form)
        lines.append(word + " " + " ".join(codes) + "\n")
    print("// Made by tools/make_lexicon.py from WordNet 3.0 (licence: LICENSE.wordnet beside this file). Do not edit.")
    print("// clang-format off")
    chunk, size = [], 0
    for line in lines:
        if size + len(line) > CHUNK:
            print('R"(' + "".join(chunk) + ')"sv,')
            chunk, size = [], 0
        chunk.append(line)
        size += len(line)
    print('R"(' + "".join(chunk) + ')"sv,')


main()
