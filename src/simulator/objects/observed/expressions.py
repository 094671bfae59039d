"""Records what this interpreter says of each line of expressions.txt, in expressions.json under its version.

PYTHONHASHSEED=0 python expressions.py
"""

import contextlib
import io
import json
import os
import sys
import warnings

HERE = os.path.dirname(os.path.abspath(__file__))


def program(lines):
    """One try statement a line; what is said goes to standard output, a line each."""
    parts = []
    for line in lines:
        parts.append("try:\n    print(ascii((%s)))\nexcept BaseException as e:\n    print(type(e).__name__, ascii(str(e)))\n" % line)
    return "".join(parts)


def main():
    if os.environ.get("PYTHONHASHSEED") != "0":
        sys.exit("set PYTHONHASHSEED=0")
    with open(os.path.join(HERE, "expressions.txt"), encoding="utf-8") as f:
        lines = f.read().splitlines()
    name = os.path.join(HERE, "expressions.json")
    said = {}
    if os.path.exists(name):
        with open(name, encoding="utf-8") as f:
            said = json.load(f)
    out = io.StringIO()
    with contextlib.redirect_stdout(out), warnings.catch_warnings():
        warnings.simplefilter("ignore")
        exec(compile(program(lines), "expressions", "exec"), {"__name__": "__main__"})
    answers = out.getvalue().splitlines()
    if len(answers) != len(lines):
        sys.exit("%d answers to %d lines" % (len(answers), len(lines)))
    said["%d.%d" % sys.version_info[:2]] = answers
    with open(name, "w", encoding="utf-8") as f:
        json.dump(said, f, indent=1, sort_keys=True)
        f.write("\n")


main()
