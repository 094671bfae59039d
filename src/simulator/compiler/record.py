"""Write down what the interpreter that runs this makes of the programs: `python3.14 record.py`.

Writes observed/<version>.json: for each of programs/*.py the code object of `compile(source, filename, 'exec')`,
with everything nested in it, or the SyntaxError. Columns are turned from UTF-8 bytes into UTF-16 units.
With file names as arguments, prints the record of these instead (as JSON) and writes nothing.
"""
import dis
import json
import os
import re
import sys
import warnings

warnings.simplefilter('ignore')
HERE = os.path.dirname(os.path.abspath(__file__))
VERSION = '%d.%d' % sys.version_info[:2]


def constant(value):
    kind = type(value).__name__
    if value is None or value is Ellipsis:
        return [repr(value)]
    if isinstance(value, bool):
        return ['bool', value]
    if isinstance(value, int):
        return ['int', str(value)] if value.bit_length() < 4096 else ['int', hex(value)]
    if isinstance(value, float):
        return ['float', repr(value)]
    if isinstance(value, complex):
        return ['complex', repr(value.real), repr(value.imag)]
    if isinstance(value, str):
        return ['str', value]
    if isinstance(value, bytes):
        return ['bytes', list(value)]
    if isinstance(value, tuple):
        return ['tuple', [constant(item) for item in value]]
    if isinstance(value, frozenset):
        return ['frozenset', sorted((constant(item) for item in value), key=json.dumps)]
    if isinstance(value, slice):
        return ['slice', constant(value.start), constant(value.stop), constant(value.step)]
    if hasattr(value, 'co_code'):
        return ['code', record_code(value)]
    raise TypeError(kind)


class Columns:
    lines = []

    @classmethod
    def utf16(cls, line, column):
        if line is None or column is None or not 0 < line <= len(cls.lines):
            return column
        before = cls.lines[line - 1][:column]
        if before.isascii():
            return column
        return len(before.decode('utf-8', 'replace').encode('utf-16-le')) // 2


def instructions(code):
    positions = list(code.co_positions())
    rows = []
    for instruction in dis.get_instructions(code):
        if instruction.opname in ('EXTENDED_ARG', 'CACHE'):
            continue
        arg = instruction.arg or 0
        line, end_line, col, end_col = positions[instruction.offset // 2]
        target = instruction.argval if instruction.opcode in JUMPS else None
        meaning = instruction.argrepr if target is None else 'to %d' % target
        meaning = re.sub(r' at 0x[0-9a-f]+, file "[^"]*"', '', meaning)
        rows.append([instruction.offset, instruction.opname, arg, target, line, end_line,
                     Columns.utf16(line, col), Columns.utf16(end_line, end_col), meaning])
    return rows


JUMPS = set(dis.hasjrel) | set(dis.hasjabs)


def record_code(code):
    table = [[e.start, e.end, e.target, e.depth, e.lasti] for e in dis._parse_exception_table(code)]
    return {
        'name': code.co_name,
        'qualname': code.co_qualname,
        'firstlineno': code.co_firstlineno,
        'args': [code.co_argcount, code.co_posonlyargcount, code.co_kwonlyargcount],
        'flags': code.co_flags,
        'stacksize': code.co_stacksize,
        'nlocals': code.co_nlocals,
        'names': list(code.co_names),
        'varnames': list(code.co_varnames),
        'cellvars': list(code.co_cellvars),
        'freevars': list(code.co_freevars),
        'exceptiontable': table,
        'instructions': instructions(code),
        'consts': [constant(value) for value in code.co_consts],
    }


def record(source, filename):
    Columns.lines = source.replace('\r\n', '\n').replace('\r', '\n').encode('utf-8').split(b'\n')
    try:
        code = compile(source, filename, 'exec', dont_inherit=True)
    except SyntaxError as error:
        return {'error': [type(error).__name__, error.msg, error.lineno, error.offset, error.end_lineno, error.end_offset]}
    return {'code': record_code(code)}


def read(path):
    with open(path, encoding='utf-8', newline='') as file:
        return file.read()


def main():
    if len(sys.argv) > 1:
        print(json.dumps({path: record(read(path), os.path.basename(path)) for path in sys.argv[1:]}))
        return
    folder = os.path.join(HERE, 'programs')
    names = sorted(name for name in os.listdir(folder) if name.endswith('.py'))
    with open(os.path.join(HERE, 'observed', VERSION + '.json'), 'w', encoding='utf-8') as out:
        out.write('{\n')
        out.write(',\n'.join(
            '%s: %s' % (json.dumps(name), json.dumps(record(read(os.path.join(folder, name)), name), separators=(',', ':')))
            for name in names
        ))
        out.write('\n}\n')


main()
