"""Write the opcode table of the interpreter that runs this: `python3.14 record.py > 3.14.ts`.

Everything in the table is asked of the interpreter: numbers, inline caches, kinds of argument, stack effects.
A stack effect is stored as a number, or as how it grows with the argument (see table.ts); the script checks
its own answer on a sample of arguments and stops if an effect has another shape.
"""
import dis
import json
import opcode
import sys

VERSION = '%d.%d' % sys.version_info[:2]
WIDTH = 16


def caches_of(name, op):
    entries = opcode._inline_cache_entries
    return entries.get(name, 0) if hasattr(entries, 'get') else entries[op]


def raw_effect(op, arg, jump):
    try:
        return dis.stack_effect(op, arg, jump=jump)
    except ValueError:
        return None


def effect_of(op, has_arg, jump):
    if not has_arg:
        return raw_effect(op, None, jump)
    base = raw_effect(op, 0, jump)
    if base is None:
        raise SystemExit('no effect for %s 0' % dis.opname[op])
    weights = []
    for bit in range(WIDTH):
        there = raw_effect(op, 1 << bit, jump)
        weights.append(0 if there is None else there - base)
    for arg in list(range(64)) + [255, 256, 257, 300, 511, 513, 1000]:
        there = raw_effect(op, arg, jump)
        told = base + sum(w for bit, w in enumerate(weights) if arg >> bit & 1)
        if there is not None and there != told:
            # The one known exception: BUILD_SLICE knows two arguments only (2 and 3).
            if dis.opname[op] == 'BUILD_SLICE':
                return {'base': raw_effect(op, 2, jump), 'bits': [raw_effect(op, 3, jump) - raw_effect(op, 2, jump)]}
            raise SystemExit('odd effect for %s %d: %r, not %r' % (dis.opname[op], arg, there, told))
    if not any(weights):
        return base
    if all(w == weights[0] << bit for bit, w in enumerate(weights)):
        return {'base': base, 'per': weights[0]}
    while weights and weights[-1] == 0:
        weights.pop()
    return {'base': base, 'bits': weights}


def script(value):
    """JSON, with the keys of objects bare as the formatter wants them."""
    if hasattr(value, 'items'):
        return '{ ' + ', '.join('%s: %s' % (k, script(v)) for k, v in value.items()) + ' }'
    if isinstance(value, str):
        return "'%s'" % value
    return json.dumps(value)


def rows():
    jumps = set(opcode.hasjrel) | set(opcode.hasjabs)
    has_arg = getattr(opcode, 'hasarg', None)
    for name, op in sorted(opcode.opmap.items(), key=lambda item: item[1]):
        if op > 255 or name.startswith('INSTRUMENTED_') or name in ('CACHE', 'RESERVED', 'ENTER_EXECUTOR', 'TRACE_RECORD'):
            continue
        if raw_effect(op, 0, False) is None and raw_effect(op, None, False) is None:
            continue
        arg = op in has_arg if has_arg else op >= opcode.HAVE_ARGUMENT
        kinds = ''
        for letter, members in (
            ('j', jumps), ('c', opcode.hasconst), ('n', opcode.hasname),
            ('l', opcode.haslocal), ('f', opcode.hasfree), ('o', opcode.hascompare),
        ):
            if op in members:
                kinds += letter
        if arg:
            kinds = 'a' + kinds
        row = [name, op, caches_of(name, op), kinds, effect_of(op, arg, False)]
        jump_effect = effect_of(op, arg, True)
        if jump_effect != row[4]:
            row.append(jump_effect)
        yield row


def named(values):
    return [v if isinstance(v, str) else v.__name__ if hasattr(v, '__name__') else repr(v) for v in values]


def main():
    print('// CPython %s: its opcodes, as the interpreter itself tells them. Written by record.py; not to be edited.' % VERSION)
    print()
    print("import type { OpcodeTable } from './table.ts'")
    print()
    print('export const opcodes%s: OpcodeTable = {' % VERSION.replace('.', ''))
    print("  name: '%s'," % VERSION)
    print('  rows: [')
    for row in rows():
        print('    %s,' % script(row))
    print('  ],')
    lists = {
        'nbOps': [op[0] if isinstance(op, tuple) else op for op in opcode._nb_ops],
        'nbSymbols': [op[1] if isinstance(op, tuple) else '' for op in opcode._nb_ops],
        'cmpOps': list(opcode.cmp_op),
        'intrinsic1': list(getattr(opcode, '_intrinsic_1_descs', [])),
        'intrinsic2': list(getattr(opcode, '_intrinsic_2_descs', [])),
        'commonConstants': [repr(c) if c is None or isinstance(c, (str, bool, int)) else c.__name__
                            for c in getattr(opcode, '_common_constants', [])],
        'specialMethods': list(getattr(opcode, '_special_method_names', [])),
    }
    for name, values in lists.items():
        print('  %s: [%s],' % (name, ', '.join(json.dumps(v) for v in values)))
    print('}')


main()
