#!/usr/bin/env python3
"""Signs plans off in process, through ctypes: prints the outcome of each, and what a manager is asked.

    python3 sign_off.py 2024-04-01 plan.xml

Ends with 0 when all are clear, 1 when there are questions, 3 when one could not be judged, 2 when Plumbline could
not start or a plan was refused.
"""
import ctypes
import json
import sys

OK, BAD_CALL, BAD_RULES, BAD_PLAN, FAILED = range(5)
SIGN_OFF, AUDIT = range(2)

Texts = ctypes.POINTER(ctypes.c_char_p)  # a list that ends with None


class Settings(ctypes.Structure):
    _fields_ = [
        ("size", ctypes.c_size_t),
        ("home", ctypes.c_char_p),
        ("plugins", Texts),
        ("rules", Texts),
        ("rule_set", ctypes.c_char_p),
        ("workers", ctypes.c_uint),
    ]


class PlumblineError(Exception):
    def __init__(self, status, text):
        super().__init__(text)
        self.status = status


def load(library="libplumbline.so.1"):
    """The library, with the shapes of plumbline.h. Text that is ours to free is a c_void_p: a c_char_p would be copied
    and its address lost."""
    lib = ctypes.CDLL(library)
    out = ctypes.POINTER(ctypes.c_void_p)
    lib.plumbline_version.restype = ctypes.c_char_p
    lib.plumbline_open.argtypes = [ctypes.POINTER(Settings), out, out]
    lib.plumbline_check.argtypes = [ctypes.c_void_p, ctypes.c_char_p, ctypes.c_size_t, ctypes.c_int,
                                    ctypes.c_char_p, out, out]
    lib.plumbline_free.argtypes = [ctypes.c_void_p]
    lib.plumbline_free.restype = None
    lib.plumbline_close.argtypes = [ctypes.c_void_p]
    lib.plumbline_close.restype = None
    return lib


class Engine:
    """Rules and plugins, loaded. One is enough for a process: any thread may call check, and Python's lock is open
    meanwhile."""

    def __init__(self, rule_set=None, plugins=(), rules=(), lib=None):
        self._lib = lib or load()
        self._engine = ctypes.c_void_p()
        error = ctypes.c_void_p()
        settings = Settings(size=ctypes.sizeof(Settings), rule_set=rule_set and rule_set.encode(),
                            plugins=self._list(plugins), rules=self._list(rules))
        status = self._lib.plumbline_open(settings, ctypes.byref(self._engine), ctypes.byref(error))
        self._raise_for(status, error)

    def check(self, document, mode=SIGN_OFF, as_of=None):
        """The answer to one plan (bytes), as a dictionary."""
        answer, error = ctypes.c_void_p(), ctypes.c_void_p()
        status = self._lib.plumbline_check(self._engine, document, len(document), mode, as_of and as_of.encode(),
                                           ctypes.byref(answer), ctypes.byref(error))
        self._raise_for(status, error)
        return json.loads(self._taken(answer))

    def close(self):
        self._lib.plumbline_close(self._engine)
        self._engine = None

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()

    def _raise_for(self, status, error):
        if status != OK:
            raise PlumblineError(status, self._taken(error) or "no memory")

    def _taken(self, text):
        if not text:
            return ""
        copy = ctypes.string_at(text).decode("utf-8")
        self._lib.plumbline_free(text)
        return copy

    @staticmethod
    def _list(texts):
        return (ctypes.c_char_p * (len(texts) + 1))(*[text.encode() for text in texts], None) if texts else None


def show(name, answer):
    print(f"{name}: {answer['outcome']}")
    for question in answer["questions"]:
        print(f"  {question['question']}")
        for about in question["about"]:
            print(f"    line {about['line']}" + (f": “{about['quote']}”" if about["quote"] else ""))


def main(arguments):
    if len(arguments) < 2:
        print("usage: sign_off.py DAY PLAN.xml...", file=sys.stderr)
        return 2
    as_of, *plans = arguments
    outcomes = set()
    try:
        with Engine() as engine:
            for name in plans:
                with open(name, "rb") as file:
                    answer = engine.check(file.read(), as_of=as_of)
                outcomes.add(answer["outcome"])
                show(name, answer)
    except (PlumblineError, OSError) as error:
        print(f"sign_off.py: {error}", file=sys.stderr)
        return 2
    return 3 if "could-not-judge" in outcomes else 1 if "questions" in outcomes else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
