# When a method of bytes gives back the object itself, an object kept for single bytes, or a new one.
import sys

s = bytes([97, 98, 99])
one = bytes(s[:1])
empty = bytes()
print(s[:] is s, s * 1 is s, s + b'' is s, b'' + s is s, bytes(s) is s)
print(s[0:1] is s[-3:1], s[:0] is empty, s.split(b'b')[0] is one, s[::3] is one, (one * 1) is one)
for result in (s.strip(), s.lstrip(b'x'), s.replace(b'x', b'y'), s.replace(b'a', b'x', 0), s.split(b'x')[0], s.split()[0], s.rsplit(b',')[0], s.splitlines()[0], s.partition(b'x')[0],
               s.rpartition(b'x')[2], s.removeprefix(b'x'), s.removesuffix(b''), s.center(2), s.ljust(3), s.rjust(0), s.zfill(2), s.translate(None), s.translate(bytes(range(256))), b','.join([s]),
               s.lower(), s.upper(), s.expandtabs(), s.__bytes__(), bytes().join((s,))):
    print(result is s, end=' ')
print()
sep = bytes([98])
print(s.partition(sep)[1] is sep)
b = bytearray(b'abc')
print(b.strip() is b, b.replace(b'x', b'') is b, b.split()[0] is b, b.partition(b'x')[0] is b, b.center(1) is b, b.translate(None) is b)
print(sys.getsizeof(b'a'.upper()), sys.getsizeof(s.replace(b'a', b'')), sys.getsizeof(b','.join([s, s])))
print(sys.getsizeof(b'a b c'.split()), sys.getsizeof(b'a b c'.split(b' ')), sys.getsizeof(b' '.join([b'a'] * 20).split()), sys.getsizeof(b'a\nb'.splitlines()), sys.getsizeof(b'a b'.split(b' ', 1)))


class Sub(bytes):
    pass


x = Sub(b'abc')
print(type(x.strip()), x.strip() is x, type(x[:]), type(x * 1), type(x + b''), type(x.replace(b'z', b'')), type(x.partition(b'z')[0]), type(x.split()[0]), type(x.center(1)), type(b','.join([x])), x.__bytes__().__class__, type(x.translate(None)))

R = sys.getrefcount
whole = bytes([100, 101, 102])
same = [whole[:], whole.strip(), bytes(whole), whole * 1, whole + b'', b''.join([whole]), whole.replace(b'x', b'')]
print(R(whole), sum(x is whole for x in same), R(same))
other = [whole.upper(), whole[1:], whole * 2, whole.center(9), whole.ljust(3), whole.partition(b'e')[0]]
print(R(whole), [R(x) for x in other])
parts = whole.partition(b'x'), whole.split(b'x'), whole.rpartition(b'x')
print(R(whole), [R(p) for p in parts], [x is whole for x in parts[0]])
mine = Sub(whole)
print(R(mine), R(whole), R(mine[:]), R(bytes(mine)), R(mine))
