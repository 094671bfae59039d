"""Disassembler of Python byte code into mnemonics."""
# What an instruction's argument means is the compiler's own table (_opcode.meaning). Left out, and refused by name: the
# specialized code (`adaptive`), and the classes a listing is printed with (modules/config.ts).

import builtins
import collections
import io
import sys
import types

from _opcode import cmp_op, meaning as _meaning, refuse as _refuse, rows as _rows, stack_effect
from _profile import dis_facts as _facts, dis_first as _first, dis_have_argument, dis_names as _names

__all__ = ['code_info', 'dis', 'disassemble', 'distb', 'disco', 'findlinestarts', 'findlabels', 'show_code',
           'get_instructions', 'Instruction', 'Bytecode', *_names]

_labelled = 'labels' in _facts
HAVE_ARGUMENT = int(dis_have_argument)


class frozendict(collections.abc.Mapping):
    def __init__(self, items):
        self._items = dict(items)

    def __getitem__(self, key):
        return self._items[key]

    def __iter__(self):
        return iter(self._items)

    def __len__(self):
        return len(self._items)

    def __repr__(self):
        return 'frozendict(%r)' % self._items


_in_order = [row for name in _first for row in _rows if row[0] == name]
_in_order += [row for row in _rows if row[0] not in _first]
opmap = {row[0]: row[1] for row in _in_order if row[3] != 's' and row[0][0] != '<'}
opname = ['<%d>' % number for number in range(max(256, _rows[-1][1] + 1))]
_caches = {}
_cache_format = {}
for _name, _number, _entries, _kinds, _format in _rows:
    opname[_number] = _name
    _caches[_number] = _entries
    if _format:
        _words = _format.split(' ')
        _cache_format[_number] = [(_words[i], int(_words[i + 1])) for i in range(0, len(_words), 2)]
if 'frozen' in _facts:
    opmap = frozendict(opmap)
EXTENDED_ARG = opmap['EXTENDED_ARG']
CACHE = opmap['CACHE']
COMPILER_FLAG_NAMES = {
    1: 'OPTIMIZED', 2: 'NEWLOCALS', 4: 'VARARGS', 8: 'VARKEYWORDS', 16: 'NESTED', 32: 'GENERATOR', 64: 'NOFREE',
    128: 'COROUTINE', 256: 'ITERABLE_COROUTINE', 512: 'ASYNC_GENERATOR',
}
if 'flags' in _facts:
    COMPILER_FLAG_NAMES[0x4000000] = 'HAS_DOCSTRING'
    COMPILER_FLAG_NAMES[0x8000000] = 'METHOD'


def _of_kind(letter):
    return [row[1] for row in _in_order if letter in row[3] and row[3] != 's']


_letters = {'hasarg': 'a', 'hasconst': 'c', 'hasname': 'n', 'hasjrel': 'j', 'haslocal': 'l', 'hasfree': 'f',
            'hascompare': 'o', 'hasexc': 'e', 'hasjabs': '-', 'hasnargs': '-'}
for _name in _names:
    if _name in _letters:
        globals()[_name] = _of_kind(_letters[_name])
if 'hasjump' in _names:
    hasjump = hasjrel
_with_argument = set(hasarg) if 'hasarg' in _names else set(range(HAVE_ARGUMENT, 256))
_have_code = (types.MethodType, types.FunctionType, types.CodeType, classmethod, staticmethod, type)


class _Unknown:
    def __repr__(self):
        return '<unknown>'


UNKNOWN = _Unknown()
Positions = collections.namedtuple('Positions', 'lineno end_lineno col_offset end_col_offset', defaults=[None] * 4)
_Entry = collections.namedtuple('_ExceptionTableEntry', 'start end target depth lasti')


def _argument_column(instr, crowded):
    if instr.arg is None:
        return []
    column = [repr(instr.arg).rjust(5 - crowded)]
    if instr.argrepr:
        column.append('(' + instr.argrepr + ')')
    return column


if _labelled:
    _Instruction = collections.namedtuple(
        '_Instruction', 'opname opcode arg argval argrepr offset start_offset starts_line line_number label positions '
        'cache_info', defaults=[None] * 3)

    class Instruction(_Instruction):
        """Details for a bytecode operation."""

        @property
        def oparg(self):
            return self.arg

        @property
        def baseopcode(self):
            return self.opcode

        @property
        def baseopname(self):
            return opname[self.opcode]

        @property
        def cache_offset(self):
            return self.offset + 2

        @property
        def end_offset(self):
            return self.cache_offset + 2 * _caches.get(self.opcode, 0)

        @property
        def jump_target(self):
            return _jump_target(self.opcode, self.arg, self.offset)

        @property
        def is_jump_target(self):
            return self.label is not None

        def __str__(self):
            return _Layout().line(self, False) + '\n'

    if 'make' in _facts:
        def _make(opname, arg, argval, argrepr, offset, start_offset, starts_line, line_number, label=None,
                  positions=None, cache_info=None):
            return Instruction(opname, opmap[opname], arg, argval, argrepr, offset, start_offset, starts_line,
                               line_number, label, positions, cache_info)
        Instruction.make = staticmethod(_make)
else:
    _Instruction = collections.namedtuple(
        '_Instruction', 'opname opcode arg argval argrepr offset starts_line is_jump_target positions',
        defaults=[None])

    class Instruction(_Instruction):
        """Details for a bytecode operation."""


class _Layout:
    """Widths of the columns of a listing, and what is shown."""

    def __init__(self, lineno_width=0, offset_width=0, label_width=0, caches=False, positions=False):
        self.lineno_width = lineno_width
        self.offset_width = offset_width
        self.label_width = label_width
        self.caches = caches
        self.positions = positions

    def place(self, instr):
        width = self.lineno_width
        if self.positions:
            if not instr.positions:
                return ' ' * width
            if all(part is None for part in instr.positions):
                return '  --'.ljust(width)
            first, last, start, stop = ('?' if part is None else part for part in instr.positions)
            return f'{first}:{start}-{last}:{stop}'.ljust(width)
        if not instr.starts_line:
            return ' ' * width
        return ('  --' if instr.line_number is None else str(instr.line_number)).rjust(width)

    def line(self, instr, current):
        fields = [self.place(instr)] if self.lineno_width else []
        fields.append(('' if instr.label is None else f'L{instr.label}:').rjust(self.label_width))
        if self.offset_width:
            fields.append(repr(instr.offset).rjust(self.offset_width) + '  ')
        fields += ['-->' if current else '   ', instr.opname.ljust(20)]
        fields += _argument_column(instr, max(0, len(instr.opname) - 20))
        return ' '.join(fields).rstrip()

    def show(self, instr, current, file):
        lines = [(instr, current)]
        if self.caches and instr.cache_info:
            offset = instr.offset
            for name, size, data in instr.cache_info:
                for i in range(size):
                    offset += 2
                    held = '' if i else f'{name}: {int.from_bytes(data, "little")}'
                    lines.append((Instruction('CACHE', CACHE, 0, None, held, offset, offset, False, None, None,
                                              instr.positions), False))
        for each, marked in lines:
            if self.lineno_width and each.starts_line and each.offset > 0:
                print(file=file)
            print(self.line(each, marked), file=file)


class _OffsetLayout:
    """Columns of a listing without labels."""

    def __init__(self, lineno_width=0, offset_width=4):
        self.lineno_width = lineno_width
        self.offset_width = offset_width

    def show(self, instr, current, file):
        fields = []
        if self.lineno_width:
            if instr.starts_line is not None and instr.offset > 0:
                print(file=file)
            fields.append(('' if instr.starts_line is None else str(instr.starts_line)).rjust(self.lineno_width))
        fields += ['-->' if current else '   ', '>>' if instr.is_jump_target else '  ',
                   repr(instr.offset).rjust(self.offset_width), instr.opname.ljust(20)]
        print(' '.join(fields + _argument_column(instr, 0)).rstrip(), file=file)


class _Shown:
    """What a listing is asked to show besides the instructions."""

    def __init__(self, function, given, known=('show_caches', 'adaptive', 'show_offsets', 'show_positions')):
        for name in given:
            if name not in known or name in ('show_offsets', 'show_positions') and name not in _facts:
                raise TypeError(f"{function}() got an unexpected keyword argument '{name}'")
        if given.get('adaptive'):
            _refuse('`adaptive` of the module dis: the specialized code')
        self.caches = given.get('show_caches', False)
        self.offsets = given.get('show_offsets', False)
        self.positions = given.get('show_positions', False)


class _Reading:
    """The bytes of a piece of code, with what is known of it."""

    def __init__(self, code, co=None, line_offset=0, handled=True):
        self.code = code
        self.co = co
        self.line_offset = line_offset
        self.linestarts = None if co is None else dict(findlinestarts(co))
        self.entries = _exception_table(co) if co is not None and handled else []
        targets = set(findlabels(code))
        for entry in self.entries:
            if _labelled:
                targets.update((entry.start, entry.end))
            targets.add(entry.target)
        self.labels = {offset: i + 1 for i, offset in enumerate(sorted(targets))}

    def argument(self, op, arg, offset):
        """Value and text of an argument."""
        kind, *rest = _meaning(opname[op], arg)
        co = self.co
        if kind == 'jump':
            target = offset + 2 + 2 * rest[0]
            return target, f'{rest[1]} L{self.labels[target]}' if _labelled else f'to {target}'
        if kind == 'text':
            return arg if rest[1] is None else rest[1], rest[0]
        if kind == 'conversion':
            value = (None, str, repr, ascii)[rest[1]]
            return value if rest[2] is None else (value, rest[2]), rest[0]
        if kind == 'common':
            return _common_constant(rest[0]) if 'constants' in _facts else arg, rest[0]
        if kind == 'locals':
            names = tuple(UNKNOWN if co is None else co._varname_from_oparg(index) for index in rest[0])
            return names if len(names) > 1 else names[0], ', '.join('' if co is None else name for name in names)
        if kind == 'number':
            return arg, ''
        if co is None or kind == 'unknown':
            return UNKNOWN, ''
        if kind == 'const':
            return co.co_consts[rest[0]], repr(co.co_consts[rest[0]])
        index, before, after = rest
        name = co.co_names[index]
        return name, before + name + after

    def instructions(self, caches=False):
        """The instructions in order; without labels the caches are some, too."""
        positions = iter(()) if self.co is None else self.co.co_positions()
        line = None
        for offset, start_offset, op, arg in _unpack_opargs(self.code):
            starts = self.linestarts is not None and offset in self.linestarts
            if starts:
                line = self.linestarts[offset]
                if line is not None:
                    line += self.line_offset
            value, text = (None, '') if arg is None else self.argument(op, arg, offset)
            place = Positions(*next(positions, ()))
            entries = _caches.get(op, 0)
            if _labelled:
                for _ in range(entries):
                    next(positions, ())
                yield Instruction(opname[op], op, arg, value, text, offset, start_offset, starts, line,
                                  self.labels.get(offset), place, self.cache_info(op, offset))
                continue
            yield Instruction(opname[op], op, arg, value, text, offset, line if starts else None,
                              offset in self.labels, place)
            shown = [''] * entries
            if 'caches' in _facts and entries:
                at = 0
                for name, size, data in self.cache_info(op, offset):
                    shown[at] = f'{name}: {int.from_bytes(data, "little")}'
                    at += size
            for i in range(entries):
                place = Positions(*next(positions, ()))
                if caches:
                    yield Instruction('CACHE', CACHE, 0, None, shown[i], offset + 2 + 2 * i, None, False, place)

    def cache_info(self, op, offset):
        if not _caches.get(op, 0):
            return None
        info = []
        for name, size in _cache_format[op]:
            info.append((name, size, self.code[offset + 2:offset + 2 + 2 * size]))
            offset += 2 * size
        return info

    def layout(self, shown):
        lines = [] if self.linestarts is None else [line for line in self.linestarts.values() if line is not None]
        last = max(len(self.code) - 2, 9999)
        if not _labelled:
            width = 0
            if lines:
                most = max(lines) + self.line_offset
                width = len(str(most)) if most >= 1000 else 3
            return _OffsetLayout(width, len(str(last)))
        width = 0
        if shown.positions and self.co is not None:
            width = _positions_width(self.co)
        elif any(lines):
            width = max(3, len(str(max(lines))))
            if None in self.linestarts.values():
                width = max(4, width)
        return _Layout(width, len(str(last)) if shown.offsets else 0, 4 + len(str(len(self.labels))), shown.caches,
                       shown.positions)

    def show(self, shown, lasti=-1, file=None):
        layout = self.layout(shown)
        for instr in self.instructions(shown.caches):
            end = instr.offset
            if 'caches' in _facts and (_labelled or not shown.caches):
                end += 2 * _caches.get(instr.opcode, 0)
            layout.show(instr, instr.offset <= lasti <= end, file)
        if self.entries:
            print('ExceptionTable:', file=file)
        for start, end, target, depth, lasti in self.entries:
            if _labelled:
                start, end, target = (f'L{self.labels[offset]}' for offset in (start, end, target))
            else:
                end -= 2
            print(f'  {start} to {end} -> {target} [{depth}]{" lasti" if lasti else ""}', file=file)


def _common_constant(text):
    return {'None': None, 'True': True, 'False': False, "''": '', '-1': -1}.get(text, getattr(
        builtins, text.removeprefix('<built-in function ').removesuffix('>'), None))


def _positions_width(co):
    rows = list(co.co_positions())
    if all(part is None for row in rows for part in row):
        return 0
    return 1 + max(4, 3 + max(sum(1 if part is None else len(str(part)) for part in row) for row in rows))


def _varint(bytes_left):
    byte = next(bytes_left)
    value = byte & 63
    while byte & 64:
        byte = next(bytes_left)
        value = value << 6 | byte & 63
    return value


def _exception_table(co):
    left = iter(co.co_exceptiontable)
    entries = []
    for first in left:
        start = 2 * _varint(_chain(first, left))
        length, target = 2 * _varint(left), 2 * _varint(left)
        depth = _varint(left)
        entries.append(_Entry(start, start + length, target, depth >> 1, bool(depth & 1)))
    return entries


def _chain(first, rest):
    yield first
    yield from rest


def _unpack_opargs(code):
    extended = prefixes = skipped = 0
    for i in range(0, len(code), 2):
        if skipped:
            skipped -= 1
            continue
        op = code[i]
        skipped = _caches.get(op, 0)
        arg = code[i + 1] | extended if op in _with_argument else None
        extended = arg << 8 if op == EXTENDED_ARG else 0
        if extended >= 1 << 31:
            extended -= 1 << 32
        if op == EXTENDED_ARG:
            prefixes += 1
            yield i, i, op, arg
        else:
            yield i, i - 2 * prefixes, op, arg
            prefixes = 0


def _jump_target(op, arg, offset):
    if arg is not None:
        kind, *rest = _meaning(opname[op], arg)
        if kind == 'jump':
            return offset + 2 + 2 * rest[0]
    return None


def findlabels(code):
    """Detect all offsets in a byte code which are jump targets."""
    targets = {}
    for offset, _, op, arg in _unpack_opargs(code):
        target = _jump_target(op, arg, offset)
        if target is not None:
            targets[target] = True
    return list(targets)


def findlinestarts(code):
    """Find the offsets in a byte code which are start of lines in the source."""
    above = UNKNOWN
    for start, _, line in code.co_lines():
        if line != above and (_labelled or line is not None):
            above = line
            yield start, line


def _compiled(source, name):
    try:
        return compile(source, name, 'eval')
    except SyntaxError:
        pass
    return compile(source, name, 'exec')


def _inside(x):
    """The function of a method, and the code of what has some."""
    x = getattr(x, '__func__', x)
    for name in ('__code__', 'gi_code', 'ag_code', 'cr_code'):
        if hasattr(x, name):
            return getattr(x, name)
    return x


def _no_code(x):
    return TypeError("don't know how to disassemble %s objects" % type(x).__name__)


def _get_code_object(x):
    x = _inside(x)
    if isinstance(x, str):
        x = _compiled(x, '<disassembly>')
    if hasattr(x, 'co_code'):
        return x
    raise _no_code(x)


def dis(x=None, *, file=None, depth=None, **shown):
    """Disassemble classes, methods, functions, and other compiled objects."""
    options = _Shown('dis', shown)
    if x is None:
        distb(file=file, **shown)
        return
    x = _inside(x)
    if hasattr(x, '__dict__'):
        for name, member in sorted(x.__dict__.items()):
            if isinstance(member, _have_code):
                print('Disassembly of %s:' % name, file=file)
                try:
                    dis(member, file=file, depth=depth, **shown)
                except TypeError as error:
                    print('Sorry:', error, file=file)
                print(file=file)
    elif hasattr(x, 'co_code'):
        _recursive(x, file, depth, options)
    elif isinstance(x, (bytes, bytearray)):
        _Reading(x).show(options, file=file)
    elif isinstance(x, str):
        _recursive(_compiled(x, '<dis>'), file, depth, options)
    else:
        raise _no_code(x)


def _recursive(co, file, depth, options):
    _Reading(co.co_code, co).show(options, file=file)
    if depth is not None and depth <= 0:
        return
    for const in co.co_consts:
        if hasattr(const, 'co_code'):
            print(file=file)
            print('Disassembly of %r:' % (const,), file=file)
            _recursive(const, file, None if depth is None else depth - 1, options)


def disassemble(co, lasti=-1, *, file=None, **shown):
    """Disassemble a code object."""
    _Reading(co.co_code, co).show(_Shown('disassemble', shown), lasti, file)


disco = disassemble


def distb(tb=None, *, file=None, **shown):
    """Disassemble a traceback (default: last traceback)."""
    if tb is None:
        try:
            tb = sys.last_exc.__traceback__ if hasattr(sys, 'last_exc') else sys.last_traceback
        except AttributeError:
            raise RuntimeError('no last traceback to disassemble') from None
        while tb.tb_next:
            tb = tb.tb_next
    disassemble(tb.tb_frame.f_code, tb.tb_lasti, file=file, **shown)


def get_instructions(x, *, first_line=None, **shown):
    """Iterator for the opcodes in methods, functions or code."""
    options = _Shown('get_instructions', shown, ('show_caches', 'adaptive'))
    co = _get_code_object(x)
    line_offset = 0 if first_line is None else first_line - co.co_firstlineno
    return _Reading(co.co_code, co, line_offset, handled=False).instructions(options.caches)


def pretty_flags(flags):
    """Return pretty representation of code flags."""
    names = []
    for i in range(32):
        if flags & 1 << i:
            names.append(COMPILER_FLAG_NAMES.get(1 << i, hex(1 << i)))
            flags ^= 1 << i
            if not flags:
                break
    else:
        names.append(hex(flags))
    return ', '.join(names)


def code_info(x):
    """Formatted details of methods, functions, or code."""
    co = _get_code_object(x)
    lines = []
    for title, value in (
        ('Name:', co.co_name), ('Filename:', co.co_filename), ('Argument count:', co.co_argcount),
        ('Positional-only arguments:', co.co_posonlyargcount), ('Kw-only arguments:', co.co_kwonlyargcount),
        ('Number of locals:', co.co_nlocals), ('Stack size:', co.co_stacksize), ('Flags:', pretty_flags(co.co_flags)),
    ):
        lines.append(f'{title:18} {value}')
    for title, values in (
        ('Constants:', [repr(const) for const in co.co_consts]), ('Names:', co.co_names),
        ('Variable names:', co.co_varnames), ('Free variables:', co.co_freevars), ('Cell variables:', co.co_cellvars),
    ):
        if values:
            lines.append(title)
            lines += [f'{i:4}: {value}' for i, value in enumerate(values)]
    return '\n'.join(lines)


def show_code(co, *, file=None):
    """Print details of methods, functions, or code to *file*."""
    print(code_info(co), file=file)


class Bytecode:
    """The bytecode operations of a piece of code."""

    def __init__(self, x, *, first_line=None, current_offset=None, **shown):
        self._shown = _Shown('Bytecode.__init__', shown)
        self.codeobj = co = _get_code_object(x)
        self.first_line = co.co_firstlineno if first_line is None else first_line
        self._original_object = x
        self.current_offset = current_offset
        self.exception_entries = self._reading.entries
        self.show_caches = self._shown.caches
        self.adaptive = False

    @property
    def _reading(self):
        # Made anew each time: only `codeobj` holds the code.
        co = self.codeobj
        return _Reading(co.co_code, co, self.first_line - co.co_firstlineno)

    def __iter__(self):
        return self._reading.instructions(self.show_caches)

    def __repr__(self):
        return '{}({!r})'.format(self.__class__.__name__, self._original_object)

    @classmethod
    def from_traceback(cls, tb, *, show_caches=False, adaptive=False):
        """Construct a Bytecode from the given traceback."""
        while tb.tb_next:
            tb = tb.tb_next
        return cls(tb.tb_frame.f_code, current_offset=tb.tb_lasti, show_caches=show_caches, adaptive=adaptive)

    def info(self):
        """Return formatted information about the code object."""
        return code_info(self.codeobj)

    def dis(self):
        """Return a formatted view of the bytecode operations."""
        with io.StringIO() as output:
            self._reading.show(self._shown, -1 if self.current_offset is None else self.current_offset, output)
            return output.getvalue()
