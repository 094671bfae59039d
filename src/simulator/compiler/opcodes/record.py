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


def kinds_of(op):
    jumps = set(opcode.hasjrel) | set(opcode.hasjabs)
    has_arg = getattr(opcode, 'hasarg', None)
    arg = op in has_arg if has_arg else op >= opcode.HAVE_ARGUMENT
    kinds = 'a' if arg else ''
    for letter, members in (
        ('j', jumps), ('c', opcode.hasconst), ('n', opcode.hasname),
        ('l', opcode.haslocal), ('f', opcode.hasfree), ('o', opcode.hascompare),
    ):
        if op in members:
            kinds += letter
    return arg, kinds


def rows():
    for name, op in sorted(opcode.opmap.items(), key=lambda item: item[1]):
        if op > 255 or name.startswith('INSTRUMENTED_') or name in ('CACHE', 'RESERVED', 'ENTER_EXECUTOR', 'TRACE_RECORD'):
            continue
        if raw_effect(op, 0, False) is None and raw_effect(op, None, False) is None:
            continue
        arg, kinds = kinds_of(op)
        row = [name, op, caches_of(name, op), kinds, effect_of(op, arg, False)]
        jump_effect = effect_of(op, arg, True)
        if jump_effect != row[4]:
            row.append(jump_effect)
        yield row


def other_rows(told):
    """What `dis.opmap` and `dis.opname` name besides: instrumented and specialized ones, the compiler's own."""
    exc = getattr(opcode, 'hasexc', [])
    named = {name: op for op, name in enumerate(dis.opname) if not name.startswith('<')}
    named.update(opcode.opmap)
    # 3.12 lists the number of an instruction it no longer has.
    named.update({dis.opname[op]: op for op in opcode.hasfree})
    for name, op in sorted(named.items(), key=lambda item: item[1]):
        if name in told:
            continue
        if name not in opcode.opmap:
            yield [name, op, 's' if op not in opcode.hasfree else 'f', None]
            continue
        arg, kinds = kinds_of(op)
        effects = []
        for jump in (False, True):
            given = raw_effect(op, 0 if arg else None, jump)
            effects.append(None if given is None else effect_of(op, arg, jump))
        row = [name, op, kinds + ('e' if op in exc else ''), effects[0]]
        if effects[1] != effects[0]:
            row.append(effects[1])
        yield row


def main():
    print('// CPython %s: its opcodes, as the interpreter itself tells them. Written by record.py; not to be edited.' % VERSION)
    print()
    print("import type { OpcodeTable } from './table.ts'")
    print()
    print('export const opcodes%s: OpcodeTable = {' % VERSION.replace('.', ''))
    print("  name: '%s'," % VERSION)
    print('  rows: [')
    told = set()
    for row in rows():
        told.add(row[0])
        print('    %s,' % script(row))
    print('  ],')
    print('  others: [')
    for row in other_rows(told):
        print('    %s,' % script(row))
    print('  ],')
    print('  cacheFormat: {')
    for name, sizes in opcode._cache_format.items():
        print("    %s: '%s'," % (name, ' '.join('%s %d' % item for item in sizes.items())))
    print('  },')
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
