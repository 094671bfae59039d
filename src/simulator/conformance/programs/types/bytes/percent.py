# % formatting of bytes and bytearray.
def attempt(what):
    try:
        print(repr(what()))
    except Exception as error:
        print(type(error).__name__, error)


class B:
    def __bytes__(self):
        return b'BB'


class C:
    def __bytes__(self):
        return 'x'


attempt(lambda: b'%s'%b'x')
attempt(lambda: b'%s'%'x')
attempt(lambda: b'%b'%5)
attempt(lambda: b'%b'%B())
attempt(lambda: b'%b'%C())
attempt(lambda: b'%a'%'é')
attempt(lambda: b'%r'%'é')
attempt(lambda: b'%5s|'%b'x')
attempt(lambda: b'%-5s|'%b'x')
attempt(lambda: b'%.2s|'%b'xyz')
attempt(lambda: b'%05d'%3)
attempt(lambda: b'%+d'%3)
attempt(lambda: b'%x'%255)
attempt(lambda: b'%#X'%255)
attempt(lambda: b'%o'%8)
attempt(lambda: b'%f'%1.5)
attempt(lambda: b'%.2e'%1.5)
attempt(lambda: b'%g'%'x')
attempt(lambda: b'%d'%'x')
attempt(lambda: b'%x'%1.5)
attempt(lambda: b'%c'%65)
attempt(lambda: b'%c'%b'A')
attempt(lambda: b'%c'%bytearray(b'A'))
attempt(lambda: b'%c'%256)
attempt(lambda: b'%c'%'A')
attempt(lambda: b'%c'%b'AB')
attempt(lambda: b'%c'%bytearray(b'AB'))
attempt(lambda: b'%c'%1.5)
attempt(lambda: b'%z'%1)
attempt(lambda: b'%'%1)
attempt(lambda: b'%('%{})
attempt(lambda: b'%(a)s'%{b'a':b'x'})
attempt(lambda: b'%(a)s'%{'a':b'x'})
attempt(lambda: b'%(a)s'%1)
attempt(lambda: b'%s %s'%b'a')
attempt(lambda: b'%s %s'%(b'a',))
attempt(lambda: b'%*d'%(5,3))
attempt(lambda: b'%*d'%('x',3))
attempt(lambda: b'%-*d|'%(5,3))
attempt(lambda: b'%.*f'%(2,1.5))
attempt(lambda: b'%d'%(1,2))
attempt(lambda: b'%%'%())
attempt(lambda: b'%d%%'%5)
attempt(lambda: b'%5%|'%())
attempt(lambda: b'x'%{})
attempt(lambda: b'x'%())
attempt(lambda: b'x'%[1])
attempt(lambda: b'x'%b'a')
attempt(lambda: b'x'%'a')
attempt(lambda: b'x'%bytearray(b'a'))
attempt(lambda: b'%s'%memoryview(b'xy'))
attempt(lambda: b'%i %u'%(1,2))
attempt(lambda: b'%5.1f|'%2.25)
attempt(lambda: b'%(a)*d'%{b'a':1})
attempt(lambda: b'%s%(a)s'%(1,2))
attempt(lambda: b'% d'%5)
attempt(lambda: b'%c%c'%(1,2))
attempt(lambda: bytearray(b'%d')%5)
attempt(lambda: bytearray(b'%s')%b'x')
attempt(lambda: b'%d'%10**30)
attempt(lambda: b'%d'%True)
attempt(lambda: b'%.3d'%5)
attempt(lambda: b'%s'%[1])
attempt(lambda: b'%(a)s %d'%{b'a':b'x'})
import sys

R = sys.getrefcount


class Shown:
    def __bytes__(self):
        return bytes([48 + R(self)])

    def __repr__(self):
        return str(R(self))

    def __index__(self):
        return R(self)


s, template, values = Shown(), bytes([37, 98]), {b'k': bytes([75, 76])}
print(template % s, b'%b %r %a %x' % (s, s, s, s), b'%(k)b' % values, R(s), R(values[b'k']), R(values), R(template))
print(bytearray(template) % s, template % Shown(), R(s))
pair = (s, s)
for wrong in (b'%b', b'%d %d %d', b'%(k)b', b'%q %b', b'%b %b %b'):
    try:
        print(wrong % pair)
    except Exception as error:
        print(type(error).__name__, R(error), R(s), R(pair))
print(R(s), R(pair))
