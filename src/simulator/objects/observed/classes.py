"""Records what this interpreter says of each line of classes.txt, in classes.json under its version.

A line is a small program in which \\n ends a line. Run it once with each version: python classes.py
"""

import contextlib
import io
import json
import os
import re
import sys
import warnings

HERE = os.path.dirname(os.path.abspath(__file__))


def program(line):
    """What it prints, and the exception it ends with."""
    indented = ''.join('    ' + part + '\n' for part in line.split('\\n'))
    return 'try:\n%sexcept BaseException as e:\n    print(type(e).__name__, str(e))\n' % indented


def main():
    with open(os.path.join(HERE, 'classes.txt'), encoding='utf-8') as f:
        lines = f.read().splitlines()
    name = os.path.join(HERE, 'classes.json')
    said = {}
    if os.path.exists(name):
        with open(name, encoding='utf-8') as f:
            said = json.load(f)
    answers = []
    for line in lines:
        out = io.StringIO()
        with contextlib.redirect_stdout(out), warnings.catch_warnings():
            warnings.simplefilter('ignore')
            exec(compile(program(line), 'main.py', 'exec'), {'__name__': '__main__'})
        answers.append(re.sub('0x[0-9a-f]+', '0x', out.getvalue()))
    said['%d.%d' % sys.version_info[:2]] = answers
    with open(name, 'w', encoding='utf-8') as f:
        json.dump(dict(sorted(said.items())), f, indent=1, ensure_ascii=False)
        f.write('\n')


main()
