"""A collection of string constants."""

__all__ = ["ascii_letters", "ascii_lowercase", "ascii_uppercase", "capwords",
           "digits", "hexdigits", "octdigits", "printable", "punctuation",
           "whitespace", "Template"]

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


_word = frozenset(ascii_letters + '_')
_more = _word | frozenset(digits)


class Template:
    """A string class for supporting $-substitutions."""
    delimiter = '$'

    def __init__(self, template):
        self.template = template

    def _parts(self):
        # The literal stretches and the names between them: (text, None), (name, where) or (None, where) for a lone $.
        text = self.template
        at = 0
        while True:
            found = text.find(self.delimiter, at)
            if found < 0:
                yield text[at:], None, None
                return
            yield text[at:found], None, None
            rest = found + len(self.delimiter)
            if text.startswith(self.delimiter, rest):
                yield self.delimiter, None, None
                at = rest + len(self.delimiter)
                continue
            braced = text.startswith('{', rest)
            start = end = rest + braced
            while end < len(text) and text[end] in (_more if end > start else _word):
                end += 1
            if end == start or braced and not text.startswith('}', end):
                yield None, None, found
                at = rest
                continue
            at = end + braced
            yield text[found:at], text[start:end], found

    def _replace(self, mapping, kws, safe):
        result = []
        for text, name, where in self._parts():
            if where is None:
                if text:
                    result.append(text)
            elif name is None:
                if not safe:
                    before = self.template[:where].splitlines(keepends=True)
                    lineno = len(before) or 1
                    colno = where - len(''.join(before[:-1])) + (1 if before else 1)
                    raise ValueError('Invalid placeholder in string: line %d, col %d' % (lineno, colno))
                result.append(self.delimiter)
            elif name in kws:
                result.append(str(kws[name]))
            elif safe and name not in mapping:
                result.append(text)
            else:
                result.append(str(mapping[name]))
        return ''.join(result)

    def substitute(self, mapping={}, /, **kws):
        return self._replace(mapping, kws, False)

    def safe_substitute(self, mapping={}, /, **kws):
        return self._replace(mapping, kws, True)

    def get_identifiers(self):
        ids = []
        for _, name, _ in self._parts():
            if name is not None and name not in ids:
                ids.append(name)
        return ids

    def is_valid(self):
        return all(name is not None or where is None for _, name, where in self._parts())


class Formatter:
    def format(self, format_string, /, *args, **kwargs):
        return format_string.format(*args, **kwargs)

    def vformat(self, format_string, args, kwargs):
        return format_string.format(*args, **kwargs)
