"""Records what the Python that runs this says about the parser's corpora, into observed/<major.minor>.json.

    python3.14 record.py        record
    python3.14 record.py NAME   print the canonical dump of the valid program NAME

For every program: null if it parses, else [type, msg, lineno, offset, end_lineno, end_offset]. The error is the one `python FILE`
has: the program is run from a file (only those that do not parse), and a hook takes the exception.
For valid programs: one hash per top-level statement of a canonical dump that canonicalDump.ts writes too.
"""

import ast
import ctypes
import json
import os
import re
import struct
import sys
import tempfile
import traceback
import warnings

warnings.simplefilter('ignore')
here = os.path.dirname(os.path.abspath(__file__))
corpus = os.path.join(here, 'corpus')


def read(name):
    with open(os.path.join(corpus, name), encoding='utf-8', newline='') as file:
        return file.read()


def sections(name):
    """[(title, oldest minor that has the syntax, text)]"""
    found = []
    for part in re.split(r'^=== ', read(name), flags=re.M)[1:]:
        title, text = part.split('\n', 1)
        since = re.search(r' \[3\.(\d+)\]$', title)
        found.append((title, int(since.group(1)) if since else 11, text))
    return found


def mistakes():
    lines = read('mistakes.txt').split('\n')[:-1]
    return [line.replace('\u21b5', '\n').replace('\u21e5', '\t') + '\n' for line in lines]


def programs():
    """Those that mutants.py has accidents happen to."""
    return [text for _, _, text in sections('teaching.txt') + sections('valid.txt')]


def mutated(programs, edit):
    program, start, end, text = edit
    source = programs[program]
    return source[:start] + text + source[end:]


def hostile():
    """Programs no learner writes, by name. hostile.ts builds the same."""
    return {
        'brackets 200': '(' * 200 + ')' * 200 + '\n',
        'brackets 201': '(' * 201 + ')' * 201 + '\n',
        'brackets 5000': '(' * 5000 + '\n',
        'square brackets 5000': '[' * 5000 + ']' * 5000 + '\n',
        'braces 5000': '{' * 5000 + '\n',
        'long line': 'x = ' + ' + '.join(['1'] * 200) + ' ' * 100000 + '\n',
        'long name': 'x' * 100000 + ' = 1\n',
        'long string': 'x = "' + 'a' * 100000 + '"\n',
        'long comment': '#' * 100000 + '\n',
        'long unterminated string': 'x = "' + 'a' * 100000 + '\n',
        'many commas': 'x = [' + '1, ' * 20000 + ']\n',
        'many lines': 'x = 1\n' * 5000 + 'x = = 1\n',
        'carriage returns': 'if x:\r\n    y\r\nz = """a\r\nb"""\r\n',
        'old carriage returns': 'if x:\r    y\rz = 1\r',
        'carriage return error': 'if x:\r\n    y\r\n  z\r\n',
        'form feeds': '\x0cx = 1\n\x0c\x0c  \x0cy = 2\n',
        'byte order mark': '\ufeffx = 1\n',
        'byte order mark error': '\ufeffx = = 1\n',
        'byte order mark inside': 'x = \ufeff1\n',
        'tabs': 'if x:\n\ty\n\tz\n',
        'tabs and spaces': 'if x:\n        y\n\tz\n',
        'eight spaces to a tab': 'if x:\n\tif y:\n\t    z\n',
        'deep indentation': ''.join(' ' * i + 'if x:\n' for i in range(101)) + ' ' * 101 + 'pass\n',
        'empty': '',
        'only a newline': '\n',
        'only spaces': '   ',
        'no newline': 'x = 1',
        'no newline in block': 'if x:\n    y',
        'comment without newline': 'x = 1 # a',
        'only a backslash': '\\',
        'backslash and newline': '\\\n',
        'no-break space': 'x\u00a0= 1\n',
        'zero width space': 'x = 1\u200b\n',
        'control character': 'x = \x01\n',
        'right to left': 'x = "\u202e" \u202e\n',
        'emoji name': '\U0001f600 = 1\n',
        'emoji before error': 'x = "\U0001f600" y\n',
        'combining at start': '\u0301x = 1\n',
        'middle dot': 'a\u00b7b = 1\n',
        'superscript': 'x\u00b2 = 1\n',
        'null in string': 'x = "a\0b"\n',
        'null': 'x = 1\ny = \0\n',
    }


class Stop(Exception):
    pass


libc = ctypes.CDLL(None)
libc.fopen.restype = ctypes.c_void_p
libc.fopen.argtypes = [ctypes.c_char_p, ctypes.c_char_p]
run_file = ctypes.pythonapi.PyRun_SimpleFileExFlags
run_file.argtypes = [ctypes.c_void_p, ctypes.c_char_p, ctypes.c_int, ctypes.c_void_p]


def shown(error):
    """[msg, offset, end_offset, text] of the traceback, where it says more than the exception."""
    report = traceback.TracebackException(type(error), error, None)
    ''.join(report.format_exception_only())
    if report.msg == error.msg:
        return None
    return [report.msg, report.offset, report.end_offset, report.text]


def verdict(source, typos=None, key=None):
    data = source.encode('utf-8', 'surrogatepass')
    try:
        ast.parse(data)
        return None
    except Exception:
        pass
    caught = []
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, 'program.py').encode()
        with open(path, 'wb') as file:
            file.write(data)
        before = sys.excepthook
        def hook(kind, error, trace):
            caught.append(error)
            if typos is not None and isinstance(error, SyntaxError):
                typos[key] = shown(error)

        sys.excepthook = hook
        try:
            run_file(libc.fopen(path, b'r'), path, 1, None)
        finally:
            sys.excepthook = before
    error = caught[0]
    if isinstance(error, SyntaxError):
        return [type(error).__name__, error.msg, error.lineno, error.offset, error.end_lineno, error.end_offset]
    return [type(error).__name__, str(error), None, None, None, None]


DEFAULTS = {'type_params': [], 'default_value': None, 'is_lazy': 0}
LATER = {
    'FunctionDef': ['type_params'], 'AsyncFunctionDef': ['type_params'], 'ClassDef': ['type_params'],
    'TypeVar': ['default_value'], 'ParamSpec': ['default_value'], 'TypeVarTuple': ['default_value'],
    'Import': ['is_lazy'], 'ImportFrom': ['is_lazy'],
}
OPERATORS = (ast.operator, ast.unaryop, ast.boolop, ast.cmpop, ast.expr_context)


def canonical(value, lines, constant=False):
    if constant or (value is not None and type(value) in (bytes, bool, float, complex, type(...))):
        if value is None:
            return 'None'
        kind = type(value).__name__
        if kind == 'ellipsis':
            return 'Ellipsis'
        if kind == 'float':
            return 'float:' + struct.pack('>d', value).hex()
        if kind == 'complex':
            return 'complex:' + struct.pack('>d', value.imag).hex()
        if kind == 'str':
            return 'str:' + value.encode('utf-16-be', 'surrogatepass').hex()
        if kind == 'bytes':
            return 'bytes:' + value.hex()
        return kind + ':' + str(value)
    if value is None:
        return '-'
    if isinstance(value, list):
        return '[' + ' '.join(canonical(item, lines) for item in value) + ']'
    if isinstance(value, str):
        return value.encode('utf-16-be', 'surrogatepass').hex()
    if isinstance(value, int):
        return str(value)
    if isinstance(value, OPERATORS):
        return type(value).__name__
    name = type(value).__name__
    fields = {field: getattr(value, field, None) for field in value._fields if field != 'type_comment'}
    for field in LATER.get(name, []):
        fields.setdefault(field, DEFAULTS[field])
    parts = []
    for field in sorted(fields):
        is_value = field == 'value' and name in ('Constant', 'MatchSingleton')
        parts.append(field + '=' + canonical(fields[field], lines, is_value))
    place = ''
    if hasattr(value, 'lineno'):
        start = column(lines, value.lineno, value.col_offset)
        end = column(lines, value.end_lineno, value.end_col_offset)
        place = '@%d:%d-%d:%d' % (value.lineno, start, value.end_lineno, end)
    return '(' + ' '.join([name + place] + parts) + ')'


def column(lines, lineno, offset):
    """UTF-16 units for bytes."""
    return len(lines[lineno - 1][:offset].decode().encode('utf-16-be')) // 2


def dumps(source):
    tree = ast.parse(source.encode())
    lines = source.encode().split(b'\n')
    return [canonical(statement, lines) for statement in tree.body]


def fnv1a(text):
    value = 0x811C9DC5
    for byte in text.encode('ascii'):
        value = (value ^ byte) * 0x01000193 & 0xFFFFFFFF
    return '%08x' % value


def record():
    minor = sys.version_info[1]
    edits = json.loads(read('mutants.json'))
    sources = programs()
    valid = {title: text for title, since, text in sections('valid.txt') + sections('teaching.txt') if since <= minor}
    typos = {}
    data = {
        'version': '.'.join(map(str, sys.version_info[:3])),
        'valid': {title: ' '.join(map(fnv1a, dumps(text))) for title, text in valid.items()},
        'mutants': [verdict(mutated(sources, edit), typos, 'mutant %d' % i) for i, edit in enumerate(edits)],
        'mistakes': [verdict(source, typos, 'mistake %d' % i) for i, source in enumerate(mistakes())],
        'hostile': {name: verdict(source) for name, source in hostile().items()},
    }
    data['typos'] = {key: found for key, found in typos.items() if found}
    lines = []
    for key, value in data.items():
        if isinstance(value, list):
            body = '[\n' + ',\n'.join(json.dumps(item, ensure_ascii=False) for item in value) + '\n]'
        elif isinstance(value, dict):
            items = (json.dumps(k) + ': ' + json.dumps(v, ensure_ascii=False) for k, v in value.items())
            body = '{\n' + ',\n'.join(items) + '\n}'
        else:
            body = json.dumps(value)
        lines.append(json.dumps(key) + ': ' + body)
    with open(os.path.join(here, 'observed', '3.%d.json' % minor), 'w', encoding='utf-8') as file:
        file.write('{\n' + ',\n'.join(lines) + '\n}\n')


if __name__ == '__main__':
    sys.setrecursionlimit(20000)
    if sys.argv[1:]:
        for title, _, text in sections('valid.txt') + sections('teaching.txt'):
            if title == sys.argv[1]:
                print('\n'.join(dumps(text)))
    else:
        record()
