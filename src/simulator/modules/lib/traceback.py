"""Exceptions and their tracebacks as text, and the calls that are going on."""
# NOT CPYTHON: entries are text when they are extracted, so that nothing of a frame is kept; what is printed of a
# SyntaxError is the interpreter's. Left out: the columns of an entry.

import sys
from _profile import traceback_keeps_names as _keeps_names
from _traceback import entries, last_lines, warn_deprecated
from _tracemalloc import _source_line

__all__ = ['extract_stack', 'extract_tb', 'format_exception', 'format_exception_only', 'format_list', 'format_stack',
           'format_tb', 'print_exc', 'format_exc', 'print_exception', 'print_stack', 'print_tb', 'clear_frames',
           'FrameSummary', 'StackSummary', 'TracebackException', 'walk_stack', 'walk_tb', 'print_list']

_given = object()
_cause = '\nThe above exception was the direct cause of the following exception:\n\n'
_context = '\nDuring handling of the above exception, another exception occurred:\n\n'
_equal_shown = 3


def _parts(exc, value, tb):
    if (value is _given) != (tb is _given):
        raise ValueError('Both or neither of value and tb must be given')
    if value is not _given:
        return value, tb
    if exc is None:
        return None, None
    if isinstance(exc, BaseException):
        return exc, exc.__traceback__
    raise TypeError('Exception expected for value, %s found' % type(exc).__name__)


def _repr_of(value):
    try:
        return repr(value)
    except:
        return '<local repr() failed>'


def _text_of(value):
    try:
        return str(value)
    except:
        return '<exception str() failed>'


class FrameSummary:
    """One entry of a traceback: where it is, and its line."""

    __slots__ = ('filename', 'lineno', 'name', '_line', '_text', 'locals')

    def __init__(self, filename, lineno, name, *, lookup_line=True, locals=None, line=None):
        self.filename = filename
        self.lineno = lineno
        self.name = name
        self._line = line
        self._text = None
        self.locals = None if locals is None else {name: _repr_of(value) for name, value in locals.items()}

    @property
    def line(self):
        if self._line is None:
            if self.lineno is None:
                return None
            self._line = _source_line(self.filename, self.lineno).strip()
        return self._line

    def __eq__(self, other):
        if isinstance(other, FrameSummary):
            return (self.filename, self.lineno, self.name) == (other.filename, other.lineno, other.name)
        if isinstance(other, tuple):
            return tuple(self) == other
        return NotImplemented

    def __getitem__(self, index):
        return (self.filename, self.lineno, self.name, self.line)[index]

    def __iter__(self):
        return iter((self.filename, self.lineno, self.name, self.line))

    def __len__(self):
        return 4

    def __repr__(self):
        return '<FrameSummary file %s, line %s in %s>' % (self.filename, self.lineno, self.name)


class StackSummary(list):
    """Entries, the oldest call first."""

    @classmethod
    def extract(klass, frame_gen, *, limit=None, lookup_lines=True, capture_locals=False):
        found = klass(FrameSummary(f.f_code.co_filename, lineno, f.f_code.co_name,
                                   locals=f.f_locals if capture_locals else None) for f, lineno in frame_gen)
        found[:] = _limited(found, limit)
        return found

    @classmethod
    def from_list(klass, a_list):
        result = klass()
        for entry in a_list:
            if not isinstance(entry, FrameSummary):
                filename, lineno, name, line = entry
                entry = FrameSummary(filename, lineno, name, line=line)
            result.append(entry)
        return result

    def format_frame_summary(self, entry):
        text = entry._text
        if text is None:
            text = '  File "%s", line %s, in %s\n' % (entry.filename, entry.lineno, entry.name)
            if entry.line:
                text += '    %s\n' % entry.line.strip()
        return text + ''.join(f'    {name} = {value}\n' for name, value in sorted((entry.locals or {}).items()))

    def format(self):
        """Texts, of equal entries only the first few."""
        result = []
        last = None
        count = 0
        for entry in self:
            where = (entry.filename, entry.lineno, entry.name)
            if where != last:
                _count_equal(result, count)
                last = where
                count = 0
            count += 1
            if count <= _equal_shown:
                result.append(self.format_frame_summary(entry))
        _count_equal(result, count)
        return result


def _count_equal(result, count):
    count -= _equal_shown
    if count > 0:
        result.append('  [Previous line repeated %d more time%s]\n' % (count, 's' if count > 1 else ''))


def _limited(items, limit):
    if limit is None:
        limit = getattr(sys, 'tracebacklimit', None)
        if limit is None:
            return items
        if limit < 0:
            limit = 0
    return items[:limit] if limit >= 0 else items[limit:]


def walk_tb(tb):
    """Frame and line of each entry."""
    while tb is not None:
        yield tb.tb_frame, tb.tb_lineno
        tb = tb.tb_next


def walk_stack(f):
    """Frame and line of each call, the innermost first."""
    if f is None:
        f = sys._getframe().f_back.f_back
    while f is not None:
        yield f, f.f_lineno
        f = f.f_back


def extract_tb(tb, limit=None):
    """The entries of a traceback."""
    return _extract_tb(tb, limit, False)


def _extract_tb(tb, limit, capture_locals):
    found = StackSummary()
    for (f, lineno), text in zip(walk_tb(tb), entries(tb)):
        entry = FrameSummary(f.f_code.co_filename, lineno, f.f_code.co_name, locals=f.f_locals if capture_locals else None)
        entry._text = text
        found.append(entry)
    found[:] = _limited(found, limit)
    return found


def extract_stack(f=None, limit=None):
    """The calls that are going on, the oldest first."""
    if f is None:
        f = sys._getframe().f_back
    if limit is None:
        limit = getattr(sys, 'tracebacklimit', None)
    found = list(walk_stack(f))
    found = found if limit is None else found[:limit] if limit >= 0 else found[limit:]
    stack = StackSummary.extract(found)
    stack.reverse()
    return stack


def format_list(extracted_list):
    return StackSummary.from_list(extracted_list).format()


def print_list(extracted_list, file=None):
    _write(format_list(extracted_list), file)


def format_tb(tb, limit=None):
    return extract_tb(tb, limit).format()


def print_tb(tb, limit=None, file=None):
    _write(format_tb(tb, limit), file)


def format_stack(f=None, limit=None):
    return format_list(extract_stack(sys._getframe().f_back if f is None else f, limit))


def print_stack(f=None, limit=None, file=None):
    _write(format_list(extract_stack(sys._getframe().f_back if f is None else f, limit)), file)


def _write(lines, file):
    if file is None:
        file = sys.stderr
    for line in lines:
        print(line, file=file, end='')


class _Margin:
    """What stands before the lines of exceptions that are in groups."""

    def __init__(self):
        self.depth = 0
        self.is_open = False

    def before(self):
        return '  ' * self.depth

    def put(self, texts, sign='|'):
        margin = self.before() + (sign + ' ' if self.depth else '')
        for text in texts:
            yield ''.join([margin + line for line in text.splitlines(True)])


class TracebackException:
    """An exception as it is now, ready to be printed later."""

    def __init__(self, exc_type, exc_value, exc_traceback, *, limit=None, lookup_lines=True, capture_locals=False,
                 compact=False, max_group_width=15, max_group_depth=10, _seen=None):
        seen = set() if _seen is None else _seen
        seen.add(id(exc_value))
        self.max_group_width = max_group_width
        self.max_group_depth = max_group_depth
        self.stack = _extract_tb(exc_traceback, limit, capture_locals)
        self._last = ['NoneType: None\n'] if exc_value is None else last_lines(exc_value)
        self._str = _text_of(exc_value)
        self.__notes__ = getattr(exc_value, '__notes__', None)
        if _keeps_names:
            self._exc_type = exc_type
            self.exc_type_qualname = None if exc_type is None else exc_type.__qualname__
            self.exc_type_module = None if exc_type is None else exc_type.__module__
        else:
            self.exc_type = exc_type
        if isinstance(exc_value, SyntaxError):
            for name in 'filename', 'text', 'offset', 'end_offset', 'msg':
                setattr(self, name, getattr(exc_value, name))
            for name in 'lineno', 'end_lineno':
                number = getattr(exc_value, name)
                setattr(self, name, None if number is None else str(number))
        self.__suppress_context__ = exc_value is not None and exc_value.__suppress_context__
        self.__cause__ = self.__context__ = self.exceptions = None
        # One after the other: a chain may be longer than calls may be deep. Who is asked by another leaves it to that one.
        left = [(self, exc_value)] if _seen is None and exc_value is not None else []
        while left:
            told, exc = left.pop()

            def kept(other):
                found = TracebackException(type(other), other, other.__traceback__, limit=limit,
                                           capture_locals=capture_locals, max_group_width=max_group_width,
                                           max_group_depth=max_group_depth, _seen=seen)
                following.append((found, other))
                return found

            following = []
            if exc.__cause__ is not None and id(exc.__cause__) not in seen:
                told.__cause__ = kept(exc.__cause__)
            asked = not compact or told.__cause__ is None and not exc.__suppress_context__
            if asked and exc.__context__ is not None and id(exc.__context__) not in seen:
                told.__context__ = kept(exc.__context__)
            if isinstance(exc, BaseExceptionGroup):
                told.exceptions = [kept(each) for each in exc.exceptions]
            left += following

    @classmethod
    def from_exception(cls, exc, *args, **kwargs):
        return cls(type(exc), exc, exc.__traceback__, *args, **kwargs)

    if _keeps_names:
        @property
        def exc_type(self):
            warn_deprecated('Deprecated in 3.13. Use exc_type_str instead.')
            return self._exc_type

        @property
        def exc_type_str(self):
            if self._exc_type is None:
                return None
            module = self.exc_type_module
            if module in ('__main__', 'builtins'):
                return self.exc_type_qualname
            return f"{module if isinstance(module, str) else '<unknown>'}.{self.exc_type_qualname}"

    def __eq__(self, other):
        if isinstance(other, TracebackException):
            return self.__dict__ == other.__dict__
        return NotImplemented

    def __str__(self):
        return self._str

    def format_exception_only(self):
        yield from self._last

    def format(self, *, chain=True, _margin=None):
        margin = _Margin() if _margin is None else _margin
        told = [(None, self)]
        while chain:
            exc = told[-1][1]
            if exc.__cause__ is not None:
                told.append((_cause, exc.__cause__))
            elif exc.__context__ is not None and not exc.__suppress_context__:
                told.append((_context, exc.__context__))
            else:
                break
        for i in range(len(told) - 1, -1, -1):
            words, exc = told[i]
            if exc.exceptions is None:
                yield from exc._alone(margin)
            elif margin.depth > self.max_group_depth:
                yield from margin.put([f'... (max_group_depth is {self.max_group_depth})\n'])
            else:
                yield from exc._with_members(margin, chain)
            if words is not None:
                yield from margin.put([words])

    def _alone(self, margin):
        if self.stack:
            yield from margin.put(['Traceback (most recent call last):\n'])
            yield from margin.put(self.stack.format())
        yield from margin.put(self._last)

    def _with_members(self, margin, chain):
        is_first = margin.depth == 0
        if is_first:
            margin.depth = 1
        if self.stack:
            yield from margin.put(['Exception Group Traceback (most recent call last):\n'], '+' if is_first else '|')
            yield from margin.put(self.stack.format())
        yield from margin.put(self._last)
        members = len(self.exceptions)
        shown = min(members, self.max_group_width)
        rows = shown + (members > shown)
        margin.is_open = False
        for i in range(rows):
            # A group that is the last one of another closes it as well.
            if i == rows - 1:
                margin.is_open = True
            title = i + 1 if i < shown else '...'
            yield f"{margin.before()}{'  ' if i else '+-'}+---------------- {title} ----------------\n"
            margin.depth += 1
            if i < shown:
                yield from self.exceptions[i].format(chain=chain, _margin=margin)
            else:
                more = members - shown
                yield from margin.put([f"and {more} more exception{'s' if more > 1 else ''}\n"])
            if i == rows - 1 and margin.is_open:
                yield margin.before() + '+------------------------------------\n'
                margin.is_open = False
            margin.depth -= 1
        if is_first:
            margin.depth = 0

    def print(self, *, file=None, chain=True):
        _write(self.format(chain=chain), file)


def format_exception(exc, /, value=_given, tb=_given, limit=None, chain=True):
    value, tb = _parts(exc, value, tb)
    return list(TracebackException(type(value), value, tb, limit=limit, compact=True).format(chain=chain))


def print_exception(exc, /, value=_given, tb=_given, limit=None, file=None, chain=True):
    value, tb = _parts(exc, value, tb)
    _write(TracebackException(type(value), value, tb, limit=limit, compact=True).format(chain=chain), file)


def format_exception_only(exc, /, value=_given):
    value = exc if value is _given else value
    return ['NoneType: None\n'] if value is None else last_lines(value)


def print_exc(limit=None, file=None, chain=True):
    print_exception(sys.exception(), limit=limit, file=file, chain=chain)


def format_exc(limit=None, chain=True):
    return ''.join(format_exception(sys.exception(), limit=limit, chain=chain))


def clear_frames(tb):
    """Forgets the variables of the frames of a traceback."""
    while tb is not None:
        try:
            tb.tb_frame.clear()
        except RuntimeError:
            # It is still running.
            pass
        tb = tb.tb_next
