"""A collection of string constants."""

from _profile import string_fields_split as _fields_split

__all__ = ["ascii_letters", "ascii_lowercase", "ascii_uppercase", "capwords",
           "digits", "hexdigits", "octdigits", "printable", "punctuation",
           "whitespace", "Formatter", "Template"]

whitespace = ' \t\n\r\v\f'
ascii_lowercase = 'abcdefghijklmnopqrstuvwxyz'
ascii_uppercase = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'
ascii_letters = ascii_lowercase + ascii_uppercase
digits = '0123456789'
hexdigits = digits + 'abcdef' + 'ABCDEF'
octdigits = '01234567'
punctuation = r"""!"#$%&'()*+,-./:;<=>?@[\]^_`{|}~"""
printable = digits + ascii_letters + punctuation + whitespace


def capwords(s, sep=None):
    """Split the argument into words, capitalize each, and join them again."""
    return (sep or ' ').join(map(str.capitalize, s.split(sep)))


_not_given = {}


class _LazyPattern:
    """Stands for the pattern of a class until somebody asks for it: `re` is only imported then."""

    def __get__(self, instance, cls=None):
        return self if cls is None else cls._compile_pattern()


class Template:
    """A string class for supporting $-substitutions."""

    delimiter = '$'
    idpattern = r'(?a:[_a-z][_a-z0-9]*)'
    braceidpattern = None
    flags = None
    pattern = _LazyPattern()

    def __init_subclass__(cls):
        super().__init_subclass__()
        if 'pattern' in cls.__dict__:
            cls._compile_pattern()
        else:
            cls.pattern = _LazyPattern()

    @classmethod
    def _compile_pattern(cls):
        import re
        pattern = cls.__dict__['pattern']
        if isinstance(pattern, re.Pattern):
            return pattern
        if isinstance(pattern, _LazyPattern):
            start = re.escape(cls.delimiter)
            plain = cls.idpattern
            braced = cls.braceidpattern or plain
            pattern = (rf'{start}(?:(?P<escaped>{start})|(?P<named>{plain})|{{(?P<braced>{braced})}}'
                       r'|(?P<invalid>))')
        flags = re.IGNORECASE if cls.flags is None else cls.flags
        cls.pattern = re.compile(pattern, flags | re.VERBOSE)
        return cls.pattern

    def __init__(self, template):
        self.template = template

    def _invalid(self, mo):
        before = self.template[:mo.start('invalid')].splitlines(keepends=True)
        column = mo.start('invalid') - len(''.join(before[:-1])) if before else 1
        raise ValueError(f'Invalid placeholder in string: line {len(before) or 1}, col {column}')

    def _unknown(self):
        return ValueError('Unrecognized named group in pattern', self.pattern)

    def substitute(self, mapping=_not_given, /, **kws):
        mapping = _mapping(mapping, kws)
        def convert(mo):
            named = mo.group('named') or mo.group('braced')
            if named is not None:
                return str(mapping[named])
            if mo.group('escaped') is not None:
                return self.delimiter
            if mo.group('invalid') is not None:
                self._invalid(mo)
            raise self._unknown()
        return self.pattern.sub(convert, self.template)

    def safe_substitute(self, mapping=_not_given, /, **kws):
        mapping = _mapping(mapping, kws)
        def convert(mo):
            named = mo.group('named') or mo.group('braced')
            if named is not None:
                try:
                    return str(mapping[named])
                except KeyError:
                    return mo.group()
            if mo.group('escaped') is not None:
                return self.delimiter
            if mo.group('invalid') is not None:
                return mo.group()
            raise self._unknown()
        return self.pattern.sub(convert, self.template)

    def is_valid(self):
        for mo in self.pattern.finditer(self.template):
            if mo.group('invalid') is not None:
                return False
            if all(mo.group(name) is None for name in ('named', 'braced', 'escaped')):
                raise self._unknown()
        return True

    def get_identifiers(self):
        ids = []
        for mo in self.pattern.finditer(self.template):
            named = mo.group('named') or mo.group('braced')
            if named is not None and named not in ids:
                ids.append(named)
            elif named is None and mo.group('invalid') is None and mo.group('escaped') is None:
                raise self._unknown()
        return ids


def _mapping(mapping, kws):
    # Where the names are looked up: what was given by keyword comes first.
    if mapping is _not_given:
        return kws
    if kws:
        from collections import ChainMap
        return ChainMap(kws, mapping)
    return mapping


class Formatter:
    """Formats as str.format does, by methods that can be overridden."""

    def format(self, format_string, /, *args, **kwargs):
        return self.vformat(format_string, args, kwargs)

    def vformat(self, format_string, args, kwargs):
        used_args = set()
        result, _ = self._vformat(format_string, args, kwargs, used_args, 2)
        self.check_unused_args(used_args, args, kwargs)
        return result

    def _vformat(self, format_string, args, kwargs, used_args, recursion_depth, auto_arg_index=0):
        if recursion_depth < 0:
            raise ValueError('Max string recursion exceeded')
        result = []
        for literal_text, field_name, format_spec, conversion in self.parse(format_string):
            if literal_text:
                result.append(literal_text)
            if field_name is None:
                continue
            first = _split(field_name)[0] if _fields_split else field_name
            if first == '':
                if auto_arg_index is False:
                    raise _switch('manual field specification', 'automatic field numbering')
                field_name = str(auto_arg_index) + field_name
                auto_arg_index += 1
            elif isinstance(first, int) or isinstance(first, str) and first.isdigit():
                if auto_arg_index:
                    if _fields_split:
                        raise _switch('automatic field numbering', 'manual field specification')
                    raise _switch('manual field specification', 'automatic field numbering')
                auto_arg_index = False
            obj, arg_used = self.get_field(field_name, args, kwargs)
            used_args.add(arg_used)
            obj = self.convert_field(obj, conversion)
            format_spec, auto_arg_index = self._vformat(
                format_spec, args, kwargs, used_args, recursion_depth - 1, auto_arg_index=auto_arg_index)
            result.append(self.format_field(obj, format_spec))
        return ''.join(result), auto_arg_index

    def get_value(self, key, args, kwargs):
        if isinstance(key, int):
            return args[key]
        else:
            return kwargs[key]

    def check_unused_args(self, used_args, args, kwargs):
        pass

    def format_field(self, value, format_spec):
        return format(value, format_spec)

    def convert_field(self, value, conversion):
        if conversion is None:
            return value
        elif conversion == 's':
            return str(value)
        elif conversion == 'r':
            return repr(value)
        elif conversion == 'a':
            return ascii(value)
        raise ValueError("Unknown conversion specifier {0!s}".format(conversion))

    def parse(self, format_string):
        return _parsed(format_string)

    def get_field(self, field_name, args, kwargs):
        first, rest = _split(field_name)
        obj = self.get_value(first, args, kwargs)
        for is_attr, i in rest:
            if is_attr:
                obj = getattr(obj, i)
            else:
                obj = obj[i]
        return obj, first


def _switch(before, after):
    return ValueError(f'cannot switch from {before} to {after}')


def _parsed(text):
    """The fields of a format, each with the text before it: (text, field name, format spec, conversion)."""
    at = 0
    while at < len(text):
        start = at
        while at < len(text) and text[at] not in '{}':
            at += 1
        literal = text[start:at]
        if at == len(text):
            yield literal, None, None, None
        elif text[at:at + 2] in ('{{', '}}'):
            yield literal + text[at], None, None, None
            at += 2
        elif text[at] == '}' or at + 1 == len(text):
            raise ValueError(f"Single '{text[at]}' encountered in format string")
        else:
            name, conversion, spec, at = _field(text, at + 1)
            yield literal, name, spec, conversion


def _field(text, start):
    """The field that begins there, and where the text goes on."""
    at, bracketed = start, False
    while at < len(text) and (bracketed or text[at] not in '}:!'):
        if text[at] == '{':
            raise ValueError("unexpected '{' in field name")
        bracketed = text[at] == '[' or bracketed and text[at] != ']'
        at += 1
    if at == len(text):
        raise ValueError("expected '}' before end of string")
    name, conversion = text[start:at], None
    if text[at] == '!':
        if at + 1 == len(text):
            raise ValueError('end of string while looking for conversion specifier')
        conversion = text[at + 1]
        at += 2
        if text[at:at + 1] not in ('}', ':', ''):
            raise ValueError("expected ':' after conversion specifier")
    if text[at:at + 1] == '}':
        return name, conversion, '', at + 1
    start, depth = at + 1, 1
    for at in range(start, len(text)):
        depth += (text[at] == '{') - (text[at] == '}')
        if depth == 0:
            return name, conversion, text[start:at], at + 1
    raise ValueError("unmatched '{' in format spec")


def _split(name):
    """What a field name begins with, and the attributes (True, name) and items (False, key) that follow."""
    end = min([at for at in (name.find('.'), name.find('[')) if at >= 0], default=len(name))
    first = name[:end]
    return int(first) if first.isdigit() else first, _steps(name[end:])


def _steps(rest):
    while rest:
        if rest[0] == '.':
            end = min([at for at in (rest.find('.', 1), rest.find('[', 1)) if at >= 0], default=len(rest))
            key, after = rest[1:end], rest[end:]
        elif rest[0] == '[':
            end = rest.find(']')
            if end < 0:
                raise ValueError("Missing ']' in format string")
            key, after = rest[1:end], rest[end + 1:]
        else:
            raise ValueError("Only '.' or '[' may follow ']' in format field specifier")
        if not key:
            raise ValueError('Empty attribute in format string')
        is_attr = rest[0] == '.'
        yield is_attr, int(key) if not is_attr and key.isdigit() else key
        rest = after
