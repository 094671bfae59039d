# Methods of str that call back: format_map, translate, join, format specs, a subclass's own methods.
import sys

R = sys.getrefcount

class Table:
    def __getitem__(self, key):
        seen.append((R(self),))
        if key == 98:
            raise LookupError
        return piece if key == 97 else None

class Map(dict):
    def __missing__(self, key):
        seen.append((R(self), type(key).__name__))
        return self

class Shown:
    def __format__(self, spec):
        seen.append((R(self), type(spec).__name__))
        return piece
    def __getattr__(self, name):
        seen.append((name, R(self)))
        return self
    def __getitem__(self, key):
        seen.append((R(self), R(key) > 0))
        return self
    def __repr__(self):
        seen.append(R(self))
        return piece
    def __str__(self):
        seen.append(R(self))
        return Text('own')

class Text(str):
    def __str__(self):
        seen.append(R(self))
        return self
    def __mod__(self, other):
        return R(self), R(other)

def told(*what):
    print(*what, seen, R(piece), R(shown), R(text))
    seen.clear()

seen, piece, shown, text = [], ''.join(['pi', 'ece']), Shown(), Text('{0} %s')
told('xabc'.translate(Table()))
told('{a} {b:>4} {c!r}'.format_map(Map(a=shown, b=1)))
told('{0.x} {0[k].y:{1}} {z!s} {0!r:>8}'.format(shown, 9, z=shown))
told('%s %r %(k)s' % {'k': shown} if 0 else '%s|%r|%5s' % (shown, shown, shown))
told('%(k)s %(k)r' % {'k': shown})
told(f'{shown} {shown!r:>9} {shown!s:<{7}} {[shown]} {shown=}')
told(text % shown, text.format(shown), str(text) is text)
told(R(piece.strip()), R(piece.replace('q', '')), R(piece + ''), R('' + piece), R(piece * 1), R(piece[:]), R(str(piece)))
told(R(text.strip('q')) , R(text[:]), R(str.__str__(text)), R(text * 1))
told(''.join([piece]) is piece, R(' '.join([text])), R(', '.join((piece, piece))), piece.join(['']) is piece)
told(R(piece.partition('q')[0]), R(piece.split('q')[0]), R(piece.rsplit('c')), R(piece.splitlines()[0]), R(piece.lower()), R(piece.zfill(2)), R(piece.center(3)))
told(R(piece.encode()), R(format(piece)), R(format(piece, '')), R(piece.expandtabs()), R(piece.removeprefix('q')), R(piece.format()), R('%s' % piece), R(f'{piece}'))
try:
    '{0.x} {1}'.format(shown)
except IndexError as error:
    told(R(error))
