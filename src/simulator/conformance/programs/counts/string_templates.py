# string.Template, string.Formatter, textwrap and what they make of the texts they are given.
import string
import sys
import textwrap
R = sys.getrefcount
class Map(dict):
    def __missing__(self, key):
        seen.append((R(self), type(key).__name__))
        return word
class Shown:
    def __str__(self):
        seen.append(R(self))
        return word
    def __format__(self, spec):
        seen.append(('format', R(self), spec))
        return word
class Mine(string.Formatter):
    def get_value(self, key, args, kwargs):
        seen.append((R(self), key, R(args), R(kwargs)))
        return super().get_value(key, args, kwargs)
    def convert_field(self, value, conversion):
        seen.append(('convert', R(value), conversion))
        return super().convert_field(value, conversion)
def told(*what):
    print(*what, seen, R(word), R(o), R(t))
    seen.clear()
seen, word, o = [], ''.join(['so', 'me']), Shown()
t = string.Template('$a and ${b} and $$')
told(R(t.template), t.substitute(a=o, b=word))
told(t.safe_substitute({'a': o}), t.substitute(Map()), t.substitute(Map(a=o), b=o))
try:
    t.substitute(a=o)
except KeyError as error:
    told(R(error) > 1, R(error.args))
t.own = word
told(R(t.own), R(t.__dict__))
del t.own
f = string.Formatter()
told(R(f), f.format('{0} {x!s:>6}', o, x=o), f.vformat('{}', (o,), {}))
m = Mine()
told(m.format('{0}{x!r:5}', word, x=word), R(m))
told(R(string.capwords(word)), string.capwords(word) == 'Some', R(string.ascii_letters) > 1)
long = ' '.join([word] * 9)
lines = textwrap.wrap(long, 20)
told(R(lines), [R(l) for l in lines], R(long), R(textwrap.fill(long, 30)), R(textwrap.dedent(long)), R(textwrap.indent(long, ' ')))
w = textwrap.TextWrapper(width=12, initial_indent=word)
told(R(w), R(w.wrap(long)), R(w.initial_indent), textwrap.shorten(long, 12))
del w, lines
told(R(long))
