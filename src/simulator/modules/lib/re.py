"""Support for regular expressions (RE)."""
# Lib/re/__init__.py and the parts of Lib/re/_parser.py that are about replacements. Patterns are read and compiled by
# the native _sre. Left out: the flags DEBUG and TEMPLATE, template(), Scanner.
import enum
import functools
import copyreg
import _sre
from _profile import re as _new

__all__ = ['match', 'fullmatch', 'search', 'sub', 'subn', 'split', 'findall', 'finditer', 'compile', 'purge', 'escape',
           'error', 'Pattern', 'Match', 'A', 'I', 'L', 'M', 'S', 'X', 'U', 'ASCII', 'IGNORECASE', 'LOCALE', 'MULTILINE',
           'DOTALL', 'VERBOSE', 'UNICODE', 'NOFLAG', 'RegexFlag']
if 'PatternError' in _new:
    __all__.append('PatternError')
if 'prefixmatch' in _new:
    __all__.insert(0, 'prefixmatch')


class RegexFlag(enum.IntFlag):
    """An enumeration."""
    NOFLAG = 0
    ASCII = A = 256
    IGNORECASE = I = 2
    LOCALE = L = 4
    UNICODE = U = 32
    MULTILINE = M = 8
    DOTALL = S = 16
    VERBOSE = X = 64
    if 'TEMPLATE' in _new:
        TEMPLATE = T = 1
    DEBUG = 128

    # What enum.global_enum and the boundary KEEP make of it: members show themselves as what the module calls them, and
    # bits that nobody has named stay.
    @classmethod
    def _missing_(cls, value):
        if not isinstance(value, int):
            raise ValueError(f'{value!r} is not a valid {cls.__qualname__}')
        if value < 0:
            value += 1 << max(cls._flag_mask_, value).bit_length()
        known = cls._value2member_map_.get(value)
        if known is not None:
            return known
        new = int.__new__(cls, value)
        new._value_ = value
        names = [m._name_ for m in cls if m._value_ & value]
        rest = value & ~cls._flag_mask_
        new._name_ = '|'.join(names + [str(rest)] * (rest != 0)) if names else None
        return cls._value2member_map_.setdefault(value, new)

    def __repr__(self):
        if self._name_ is None:
            return f're.{type(self).__name__}({self._value_})'
        shown = [name if name.isdigit() else f're.{name}' for name in self._name_.split('|')]
        return '|'.join(f'{int(name):#x}' if name.isdigit() else name for name in shown)

    __str__ = object.__str__

    def __invert__(self):
        return type(self)(~self._value_)


globals().update(RegexFlag.__members__)


class PatternError(Exception):
    """Exception raised for invalid regular expressions.

    Attributes:

        msg: The unformatted error message
        pattern: The regular expression pattern
        pos: The index in the pattern where compilation failed (may be None)
        lineno: The line corresponding to pos (may be None)
        colno: The column corresponding to pos (may be None)
    """

    def __init__(self, msg, pattern=None, pos=None):
        self.msg = msg
        self.pattern = pattern
        self.pos = pos
        self.lineno = self.colno = None
        if pattern is not None and pos is not None:
            before = pattern[:pos]
            self.lineno = before.count('\n') + 1
            self.colno = pos - before.rfind('\n')
            msg = f'{msg} at position {pos}'
            if '\n' in pattern:
                msg += f' (line {self.lineno}, column {self.colno})'
        super().__init__(msg)


error = PatternError
if 'PatternError' not in _new:
    error.__name__ = error.__qualname__ = 'error'
    del PatternError


def match(pattern, string, flags=0):
    """Try to apply the pattern at the start of the string, returning
    a Match object, or None if no match was found."""
    return _compile(pattern, flags).match(string)


if 'prefixmatch' in _new:
    def prefixmatch(pattern, string, flags=0):
        """Try to apply the pattern at the start of the string, returning
        a Match object, or None if no match was found."""
        return _compile(pattern, flags).prefixmatch(string)

    match = prefixmatch


def fullmatch(pattern, string, flags=0):
    """Try to apply the pattern to all of the string, returning
    a Match object, or None if no match was found."""
    return _compile(pattern, flags).fullmatch(string)


def search(pattern, string, flags=0):
    """Scan through string looking for a match to the pattern, returning
    a Match object, or None if no match was found."""
    return _compile(pattern, flags).search(string)


if 'by name' in _new:
    class _ZeroSentinel(int):
        pass

    _zero_sentinel = _ZeroSentinel()

    def _by_position(function, given, names, values, args):
        # What was given by position after all: that is on its way out.
        for i, arg in enumerate(args[:2]):
            if values[i] is not _zero_sentinel:
                raise TypeError(f'{function}() got multiple values for argument {names[i]!r}')
            values[i] = arg
        if len(args) > 2:
            raise TypeError(f'{function}() takes from {given} to {given + 2} positional arguments '
                            f'but {given + len(args)} were given')
        return values

    def sub(pattern, repl, string, *args, count=_zero_sentinel, flags=_zero_sentinel):
        """Return the string obtained by replacing the leftmost
        non-overlapping occurrences of the pattern in string by the
        replacement repl."""
        if args:
            count, flags = _by_position('sub', 3, ('count', 'flags'), [count, flags], args)
            _sre.deprecated("'count' is passed as positional argument")
        return _compile(pattern, flags).sub(repl, string, count)

    def subn(pattern, repl, string, *args, count=_zero_sentinel, flags=_zero_sentinel):
        """Return a 2-tuple containing (new_string, number)."""
        if args:
            count, flags = _by_position('subn', 3, ('count', 'flags'), [count, flags], args)
            _sre.deprecated("'count' is passed as positional argument")
        return _compile(pattern, flags).subn(repl, string, count)

    def split(pattern, string, *args, maxsplit=_zero_sentinel, flags=_zero_sentinel):
        """Split the source string by the occurrences of the pattern,
        returning a list containing the resulting substrings."""
        if args:
            maxsplit, flags = _by_position('split', 2, ('maxsplit', 'flags'), [maxsplit, flags], args)
            _sre.deprecated("'maxsplit' is passed as positional argument")
        return _compile(pattern, flags).split(string, maxsplit)
else:
    def sub(pattern, repl, string, count=0, flags=0):
        """Return the string obtained by replacing the leftmost
        non-overlapping occurrences of the pattern in string by the
        replacement repl."""
        return _compile(pattern, flags).sub(repl, string, count)

    def subn(pattern, repl, string, count=0, flags=0):
        """Return a 2-tuple containing (new_string, number)."""
        return _compile(pattern, flags).subn(repl, string, count)

    def split(pattern, string, maxsplit=0, flags=0):
        """Split the source string by the occurrences of the pattern,
        returning a list containing the resulting substrings."""
        return _compile(pattern, flags).split(string, maxsplit)


def findall(pattern, string, flags=0):
    """Return a list of all non-overlapping matches in the string."""
    return _compile(pattern, flags).findall(string)


def finditer(pattern, string, flags=0):
    """Return an iterator over all non-overlapping matches in the
    string.  For each match, the iterator returns a Match object."""
    return _compile(pattern, flags).finditer(string)


def compile(pattern, flags=0):
    "Compile a regular expression pattern, returning a Pattern object."
    return _compile(pattern, flags)


_special_chars_map = {ord(c): '\\' + c for c in '()[]{}?*+-|^$\\.&~# \t\n\r\v\f'}


def escape(pattern):
    """
    Escape special characters in a string.
    """
    if isinstance(pattern, str):
        return pattern.translate(_special_chars_map)
    _sre.refuse('re.escape() of bytes')


Pattern = type(_sre.parse('', 0))
Match = type(_sre.parse('', 0).match(''))


def _parse(pattern, flags):
    parsed = _sre.parse(pattern, flags)
    if type(parsed) is tuple:
        msg, pos = parsed
        del parsed
        if pos is None:
            raise error(msg)
        raise error(msg, pattern, pos)
    return parsed


def _new_pattern(pattern, flags):
    # What is in neither cache.
    if isinstance(pattern, Pattern):
        if flags:
            raise ValueError('cannot process flags argument with a compiled pattern')
        return pattern
    if not isinstance(pattern, (str, bytes)):
        raise TypeError('first argument must be string or compiled pattern')
    if 'TEMPLATE' in _new and flags & RegexFlag.T:
        _sre.refuse('`re.TEMPLATE`')
    return _parse(pattern, flags)


def _drop_oldest(cache, size):
    if len(cache) >= size:
        try:
            del cache[next(iter(cache))]
        except (StopIteration, RuntimeError, KeyError):
            pass


_cache = {}
_MAXCACHE = 512

if 'second cache' in _new:
    # Two caches, both in the order of their dicts: the small one forgets what came first, the large one what was asked
    # for least recently.
    _cache2 = {}
    _MAXCACHE2 = 256

    def _compile(pattern, flags):
        if isinstance(flags, RegexFlag):
            flags = flags.value
        try:
            return _cache2[type(pattern), pattern, flags]
        except KeyError:
            pass
        key = (type(pattern), pattern, flags)
        p = _cache.pop(key, None)
        if p is None:
            p = _new_pattern(pattern, flags)
            if p is pattern:
                return p
            _drop_oldest(_cache, _MAXCACHE)
        _cache[key] = p
        _drop_oldest(_cache2, _MAXCACHE2)
        _cache2[key] = p
        return p

    @functools.lru_cache(_MAXCACHE)
    def _compile_template(pattern, repl):
        return _sre.template(pattern, _template_parts(repl, pattern))

    def purge():
        "Clear the regular expression caches"
        _cache.clear()
        _cache2.clear()
        _compile_template.cache_clear()
else:
    def _compile(pattern, flags):
        if isinstance(flags, RegexFlag):
            flags = flags.value
        try:
            return _cache[type(pattern), pattern, flags]
        except KeyError:
            pass
        p = _new_pattern(pattern, flags)
        if p is not pattern:
            _drop_oldest(_cache, _MAXCACHE)
            _cache[type(pattern), pattern, flags] = p
        return p

    @functools.lru_cache(_MAXCACHE)
    def _compile_repl(repl, pattern):
        return _parse_template(repl, pattern)

    def purge():
        "Clear the regular expression caches"
        _cache.clear()
        _compile_repl.cache_clear()

    def _parse_template(repl, pattern):
        # Texts with gaps, and which groups go into the gaps.
        groups, literals = [], []
        for part in _template_parts(repl, pattern):
            if isinstance(part, int):
                groups.append((len(literals), part))
                literals.append(None)
            elif part:
                literals.append(part)
        return groups, literals

    def _expand_template(template, match):
        groups, literals = template
        literals = literals[:]
        empty = match.string[:0]
        for index, group in groups:
            literals[index] = match.group(group) or empty
        return empty.join(literals)

    def _expand(pattern, match, template):
        return _expand_template(_parse_template(template, pattern), match)

    def _subx(pattern, template):
        template = _compile_repl(template, pattern)
        if not template[0] and len(template[1]) == 1:
            return template[1][0]

        def filter(match, template=template):
            return _expand_template(template, match)
        return filter


class _Tokens:
    # A replacement read character by character, an escape as one.

    def __init__(self, text):
        self.text = text
        self.index = 0
        self.advance()

    def advance(self):
        token = self.text[self.index:self.index + 1]
        if token == '\\':
            token = self.text[self.index:self.index + 2]
            if len(token) < 2:
                raise error('bad escape (end of pattern)', self.text, len(self.text) - 1)
        self.next = token
        self.index += len(token)

    def get(self):
        token = self.next
        self.advance()
        return token

    def error(self, msg, offset=0):
        return error(msg, self.text, self.index - len(self.next) - offset)

    def group_name(self):
        # Between `<` and `>`.
        name = ''
        while True:
            c = self.get()
            if not c:
                if not name:
                    raise self.error('missing group name')
                raise self.error('missing >, unterminated name', len(name))
            if c == '>':
                if not name:
                    raise self.error('missing group name', 1)
                return name
            name += c


_template_escapes = {'a': '\a', 'b': '\b', 'f': '\f', 'n': '\n', 'r': '\r', 't': '\t', 'v': '\v', '\\': '\\'}
_MAXGROUPS = 1073741823


def _is_digit(c, digits='0123456789'):
    return c != '' and c in digits


def _is_octal(c):
    return _is_digit(c, '01234567')


def _named_group(s, pattern):
    # \g<name>, of which \g has been read: the number of the group.
    if s.next != '<':
        raise s.error('missing <')
    s.advance()
    name = s.group_name()
    if name.isdecimal() and name.isascii():
        index = int(name)
        if index >= _MAXGROUPS:
            raise s.error(f'invalid group reference {index}', len(name) + 1)
    else:
        if not name.isidentifier():
            if 'second cache' not in _new and name.strip(' +_0123456789') == '':
                _sre.refuse(f'the number of a group written as "{name}"')
            raise s.error(f'bad character in group name {name!r}', len(name) + 1)
        try:
            index = pattern.groupindex[name]
        except KeyError:
            raise IndexError(f'unknown group name {name!r}') from None
    return _checked_group(s, pattern, index, len(name) + 1)


def _checked_group(s, pattern, index, offset):
    if index > pattern.groups:
        raise s.error(f'invalid group reference {index}', offset)
    return index


def _numbered(s, pattern, digits):
    # A digit after a backslash: a character in octal, or else the number of a group.
    if digits == '0':
        while len(digits) < 3 and _is_octal(s.next):
            digits += s.get()
        return chr(int(digits, 8) & 0xff)
    if _is_digit(s.next):
        digits += s.get()
        if _is_octal(digits[0]) and _is_octal(digits[1]) and _is_octal(s.next):
            digits += s.get()
            c = int(digits, 8)
            if c > 0o377:
                raise s.error(f'octal escape value \\{digits} outside of range 0-0o377', 4)
            return chr(c)
    return _checked_group(s, pattern, int(digits), len(digits))


def _template_parts(source, pattern):
    # A replacement as texts and numbers of groups, in turn.
    if not isinstance(source, str):
        str(source, 'latin1')
        _sre.refuse('replacements in bytes')
    s = _Tokens(source)
    parts = []
    literal = []
    while token := s.get():
        part = token
        if token[0] == '\\':
            c = token[1]
            if c == 'g':
                part = _named_group(s, pattern)
            elif _is_digit(c):
                part = _numbered(s, pattern, c)
            elif c in _template_escapes:
                part = _template_escapes[c]
            elif c.isascii() and c.isalpha():
                raise s.error(f'bad escape {token}', 2)
        if isinstance(part, int):
            parts += ''.join(literal), part
            literal = []
        else:
            literal.append(part)
    parts.append(''.join(literal))
    return parts


def _pickle(p):
    return _compile, (p.pattern, p.flags)


copyreg.pickle(Pattern, _pickle, _compile)
