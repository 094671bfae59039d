"""JSON (JavaScript Object Notation), written and read."""
# One file where CPython has a package with an encoder, a decoder and a scanner in C. Where texts are cut into chunks
# (iterencode) is as there.
from _profile import json_nan_repr, json_trailing_comma, json_notes, json_writer

__all__ = ['dump', 'dumps', 'load', 'loads', 'JSONDecoder', 'JSONDecodeError', 'JSONEncoder']

_INFINITY = float('inf')
_ESCAPES = {'\\': '\\\\', '"': '\\"', '\b': '\\b', '\f': '\\f', '\n': '\\n', '\r': '\\r', '\t': '\\t'}
_UNESCAPES = {'"': '"', '\\': '\\', '/': '/', 'b': '\b', 'f': '\f', 'n': '\n', 'r': '\r', 't': '\t'}
_CONSTANTS = {'NaN': float('nan'), 'Infinity': _INFINITY, '-Infinity': -_INFINITY}


class JSONDecodeError(ValueError):
    """Subclass of ValueError with the following additional properties: msg, doc, pos, lineno, colno"""

    def __init__(self, msg, doc, pos):
        lineno = doc.count('\n', 0, pos) + 1
        colno = pos - doc.rfind('\n', 0, pos)
        ValueError.__init__(self, f'{msg}: line {lineno} column {colno} (char {pos})')
        self.msg = msg
        self.doc = doc
        self.pos = pos
        self.lineno = lineno
        self.colno = colno

    def __reduce__(self):
        return self.__class__, (self.msg, self.doc, self.pos)


def _escaped(c, ascii):
    if c in _ESCAPES:
        return _ESCAPES[c]
    if ' ' <= c <= '~' or c >= '\x7f' and not ascii:
        return c
    n = ord(c)
    if n < 0x10000:
        return f'\\u{n:04x}'
    n -= 0x10000
    return f'\\u{0xd800 | n >> 10:04x}\\u{0xdc00 | n & 0x3ff:04x}'


def _quoted(text, ascii):
    if text.isascii() and text.isprintable() and '"' not in text and '\\' not in text:
        return f'"{text}"'
    return '"' + ''.join([_escaped(c, ascii) for c in text]) + '"'


class JSONEncoder:
    """Extensible JSON <https://json.org> encoder for Python data structures."""
    item_separator = ', '
    key_separator = ': '

    def __init__(self, *, skipkeys=False, ensure_ascii=True, check_circular=True, allow_nan=True, sort_keys=False,
                 indent=None, separators=None, default=None):
        self.skipkeys = skipkeys
        self.ensure_ascii = ensure_ascii
        self.check_circular = check_circular
        self.allow_nan = allow_nan
        self.sort_keys = sort_keys
        self.indent = indent
        if separators is not None:
            self.item_separator, self.key_separator = separators
        elif indent is not None:
            self.item_separator = ','
        if default is not None:
            self.default = default

    def default(self, o):
        """Implement this method in a subclass such that it returns a serializable object for ``o``."""
        raise TypeError(f'Object of type {o.__class__.__name__} is not JSON serializable')

    def encode(self, o):
        """Return a JSON string representation of a Python data structure."""
        text = ''.join(self._chunks(o))
        return text[0] if json_writer and len(text) == 1 else text

    def iterencode(self, o, _one_shot=False):
        """Encode the given object and yield each string representation as available."""
        return iter(self._chunks(o))

    def _chunks(self, o):
        out = []
        indent = self.indent
        if indent is not None and not isinstance(indent, str):
            indent = ' ' * indent
        self._put(o, '', out, {} if self.check_circular else None, '\n', indent)
        return out

    def _scalar(self, o):
        # The text of what holds nothing else; None for the rest.
        if isinstance(o, str):
            return _quoted(o, self.ensure_ascii)
        if o is None:
            return 'null'
        if o is True:
            return 'true'
        if o is False:
            return 'false'
        if isinstance(o, int):
            return int.__repr__(o)
        if isinstance(o, float):
            return self._float(o)

    def _float(self, o):
        if o == o and o != _INFINITY and o != -_INFINITY:
            return float.__repr__(o)
        if not self.allow_nan:
            raise ValueError('Out of range float values are not JSON compliant' + (f': {o!r}' if json_nan_repr else ''))
        return 'NaN' if o != o else 'Infinity' if o > 0 else '-Infinity'

    def _key(self, key):
        if isinstance(key, str):
            return key
        if key is None or isinstance(key, (int, float)):
            return self._scalar(key)
        if not self.skipkeys:
            raise TypeError(f'keys must be str, int, float, bool or None, not {key.__class__.__name__}')

    def _put(self, o, before, out, markers, newline, indent):
        # `before` is a chunk that has not been put yet: it goes with the text that follows it.
        text = self._scalar(o)
        if text is not None:
            out.append(before + text)
            return
        is_list = isinstance(o, (list, tuple))
        if (is_list or isinstance(o, dict)) and not o:
            out.append(before + ('[]' if is_list else '{}'))
            return
        if before:
            out.append(before)
        if markers is not None:
            if id(o) in markers:
                raise ValueError('Circular reference detected')
            markers[id(o)] = o
        if is_list:
            self._put_list(o, out, markers, newline, indent)
        elif isinstance(o, dict):
            self._put_dict(o, out, markers, newline, indent)
        else:
            value = self.default(o)
            try:
                self._put(value, '', out, markers, newline, indent)
            except BaseException as exc:
                if json_notes:
                    exc.add_note(f'when serializing {type(o).__name__} object')
                raise
        if markers is not None:
            del markers[id(o)]

    def _put_list(self, o, out, markers, newline, indent):
        inner = newline if indent is None else newline + indent
        gap = '' if indent is None else inner
        before = '[' + gap
        for i, value in enumerate(o):
            try:
                self._put(value, before, out, markers, inner, indent)
            except BaseException as exc:
                if json_notes:
                    exc.add_note(f'when serializing {type(o).__name__} item {i}')
                raise
            before = self.item_separator + gap
        if indent is not None:
            out.append(newline)
        out.append(']')

    def _put_dict(self, o, out, markers, newline, indent):
        inner = newline if indent is None else newline + indent
        gap = '' if indent is None else inner
        out.append('{')
        if gap:
            out.append(gap)
        first = True
        for key, value in sorted(o.items()) if self.sort_keys else o.items():
            name = self._key(key)
            if name is None:
                continue
            if not first:
                out.append(self.item_separator + gap)
            first = False
            out.append(_quoted(name, self.ensure_ascii))
            out.append(self.key_separator)
            try:
                self._put(value, '', out, markers, inner, indent)
            except BaseException as exc:
                if json_notes:
                    exc.add_note(f'when serializing {type(o).__name__} item {key!r}')
                raise
        if indent is not None:
            out.append(newline)
        out.append('}')


def _skip(s, i):
    while i < len(s) and s[i] in ' \t\n\r':
        i += 1
    return i


def _hex4(s, i):
    # The number of \uXXXX whose u is at i.
    digits = s[i + 1:i + 5]
    if i + 5 >= len(s) or any(c not in '0123456789abcdefABCDEF' for c in digits):
        raise JSONDecodeError('Invalid \\uXXXX escape', s, i)
    return int(digits, 16)


def _string(s, begin, strict):
    # The string whose quote is at `begin`, and where it ends.
    parts = []
    i = start = begin + 1
    while True:
        if i >= len(s):
            raise JSONDecodeError('Unterminated string starting at', s, begin)
        c = s[i]
        if c == '"':
            parts.append(s[start:i])
            return ''.join(parts), i + 1
        if c < ' ' and strict:
            raise JSONDecodeError('Invalid control character at', s, i)
        if c != '\\':
            i += 1
            continue
        parts.append(s[start:i])
        if i + 1 >= len(s):
            raise JSONDecodeError('Unterminated string starting at', s, begin)
        c = s[i + 1]
        if c in _UNESCAPES:
            parts.append(_UNESCAPES[c])
            i += 2
        elif c == 'u':
            n = _hex4(s, i + 1)
            i += 6
            if 0xd800 <= n < 0xdc00 and s.startswith('\\u', i) and i + 6 < len(s):
                low = _hex4(s, i + 1)
                if 0xdc00 <= low < 0xe000:
                    n = 0x10000 + ((n - 0xd800) << 10 | low - 0xdc00)
                    i += 6
            parts.append(chr(n))
        else:
            raise JSONDecodeError('Invalid \\escape', s, i)
        start = i


def _digits(s, i):
    while i < len(s) and '0' <= s[i] <= '9':
        i += 1
    return i


class JSONDecoder:
    """Simple JSON <https://json.org> decoder"""

    def __init__(self, *, object_hook=None, parse_float=None, parse_int=None, parse_constant=None, strict=True,
                 object_pairs_hook=None):
        self.object_hook = object_hook
        self.parse_float = parse_float or float
        self.parse_int = parse_int or int
        self.parse_constant = parse_constant or _CONSTANTS.__getitem__
        self.strict = strict
        self.object_pairs_hook = object_pairs_hook

    def decode(self, s):
        """Return the Python representation of ``s`` (a ``str`` instance containing a JSON document)."""
        obj, end = self.raw_decode(s, _skip(s, 0))
        end = _skip(s, end)
        if end != len(s):
            raise JSONDecodeError('Extra data', s, end)
        return obj

    def raw_decode(self, s, idx=0):
        """Decode a JSON document from ``s`` and return its value and the index where it ended."""
        return self._value(s, idx, {})

    def _value(self, s, i, memo):
        c = s[i:i + 1]
        if c == '"':
            return _string(s, i, self.strict)
        if c == '{':
            return self._object(s, i + 1, memo)
        if c == '[':
            return self._array(s, i + 1, memo)
        for word, value in ('null', None), ('true', True), ('false', False):
            if s.startswith(word, i):
                return value, i + len(word)
        first = i + (c == '-')
        end = first + 1 if s.startswith('0', first) else _digits(s, first)
        if end > first:
            whole = end
            if s.startswith('.', end) and _digits(s, end + 1) > end + 1:
                end = _digits(s, end + 1)
            if s[end:end + 1] in ('e', 'E'):
                power = end + 1 + (s[end + 1:end + 2] in ('+', '-'))
                if _digits(s, power) > power:
                    end = _digits(s, power)
            return (self.parse_int if end == whole else self.parse_float)(s[i:end]), end
        for word in _CONSTANTS:
            if s.startswith(word, i):
                return self.parse_constant(word), i + len(word)
        raise JSONDecodeError('Expecting value', s, i)

    def _object(self, s, i, memo):
        pairs = []
        i = _skip(s, i)
        while pairs or s[i:i + 1] != '}':
            if s[i:i + 1] != '"':
                raise JSONDecodeError('Expecting property name enclosed in double quotes', s, i)
            key, i = _string(s, i, self.strict)
            key = memo.setdefault(key, key)
            i = _skip(s, i)
            if s[i:i + 1] != ':':
                raise JSONDecodeError("Expecting ':' delimiter", s, i)
            value, i = self._value(s, _skip(s, i + 1), memo)
            pairs.append((key, value))
            i = _skip(s, i)
            if s[i:i + 1] == '}':
                break
            i = self._comma(s, i, '}', 'object')
        if self.object_pairs_hook is not None:
            return self.object_pairs_hook(pairs), i + 1
        result = dict(pairs)
        if self.object_hook is not None:
            result = self.object_hook(result)
        return result, i + 1

    def _array(self, s, i, memo):
        values = []
        i = _skip(s, i)
        if s[i:i + 1] == ']':
            return values, i + 1
        while True:
            value, i = self._value(s, i, memo)
            values.append(value)
            i = _skip(s, i)
            if s[i:i + 1] == ']':
                return values, i + 1
            i = self._comma(s, i, ']', 'array')

    def _comma(self, s, i, closing, what):
        if s[i:i + 1] != ',':
            raise JSONDecodeError("Expecting ',' delimiter", s, i)
        after = _skip(s, i + 1)
        if json_trailing_comma and s.startswith(closing, after):
            raise JSONDecodeError(f'Illegal trailing comma before end of {what}', s, i)
        return after


for _c, _m in (JSONDecodeError, 'decoder'), (JSONDecoder, 'decoder'), (JSONEncoder, 'encoder'):
    _c.__module__ = 'json.' + _m
del _c, _m


def dumps(obj, *, skipkeys=False, ensure_ascii=True, check_circular=True, allow_nan=True, cls=None, indent=None,
          separators=None, default=None, sort_keys=False, **kw):
    """Serialize ``obj`` to a JSON formatted ``str``."""
    return (cls or JSONEncoder)(skipkeys=skipkeys, ensure_ascii=ensure_ascii, check_circular=check_circular,
                                allow_nan=allow_nan, indent=indent, separators=separators, default=default,
                                sort_keys=sort_keys, **kw).encode(obj)


def dump(obj, fp, *, skipkeys=False, ensure_ascii=True, check_circular=True, allow_nan=True, cls=None, indent=None,
         separators=None, default=None, sort_keys=False, **kw):
    """Serialize ``obj`` as a JSON formatted stream to ``fp``."""
    for chunk in (cls or JSONEncoder)(skipkeys=skipkeys, ensure_ascii=ensure_ascii, check_circular=check_circular,
                                      allow_nan=allow_nan, indent=indent, separators=separators, default=default,
                                      sort_keys=sort_keys, **kw).iterencode(obj):
        fp.write(chunk)


def loads(s, *, cls=None, object_hook=None, parse_float=None, parse_int=None, parse_constant=None,
          object_pairs_hook=None, **kw):
    """Deserialize ``s`` (a ``str``, ``bytes`` or ``bytearray`` instance) to a Python object."""
    if isinstance(s, str):
        if s.startswith('\ufeff'):
            raise JSONDecodeError('Unexpected UTF-8 BOM (decode using utf-8-sig)', s, 0)
    elif isinstance(s, bytes) or type(s).__name__ == 'bytearray':
        s = s.decode('utf-8')
    else:
        raise TypeError(f'the JSON object must be str, bytes or bytearray, not {s.__class__.__name__}')
    return (cls or JSONDecoder)(object_hook=object_hook, parse_float=parse_float, parse_int=parse_int,
                                parse_constant=parse_constant, object_pairs_hook=object_pairs_hook, **kw).decode(s)


def load(fp, **kw):
    """Deserialize ``fp`` (a ``.read()``-supporting file-like object) to a Python object."""
    return loads(fp.read(), **kw)
