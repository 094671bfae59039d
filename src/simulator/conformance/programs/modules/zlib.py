# zlib: the same bytes, the same sums and the same complaints.
import sys
import zlib

text = b'Lorem ipsum dolor sit amet, consectetur adipiscing elit.'
packed = zlib.compress(text)
print(len(text), len(packed), sys.getsizeof(text), sys.getsizeof(packed))
many = text * 100
packed = zlib.compress(many)
print(len(many), len(packed), packed)
print(zlib.decompress(packed) == many, sys.getrefcount(packed))

noise = bytes((i * i * 7 + i // 3) % 251 for i in range(3000))
words = bytes(' '.join(str(n) for n in range(2000)), 'ascii')
for level in range(-1, 10):
    for data in (b'', b'a', text, many, noise, words):
        out = zlib.compress(data, level)
        print(level, len(out), zlib.crc32(out), zlib.adler32(out), zlib.decompress(out) == data)

for wbits in (15, 9, 12, -15, -9, 31):
    out = zlib.compress(many, 6, wbits)
    print(wbits, len(out), out[:4], zlib.decompress(out, wbits) == many)
print(zlib.decompress(zlib.compress(text, wbits=31), 47) == text, zlib.decompress(zlib.compress(text), 0) == text)

print(zlib.crc32(b''), zlib.crc32(b'hello'), zlib.crc32(b'lo', zlib.crc32(b'hel')), zlib.crc32(b'hello', -5))
print(zlib.adler32(b''), zlib.adler32(b'hello'), zlib.adler32(b'lo', zlib.adler32(b'hel')), zlib.adler32(many * 20))
print(zlib.MAX_WBITS, zlib.DEFLATED, zlib.DEF_BUF_SIZE, zlib.Z_BEST_SPEED, zlib.Z_BEST_COMPRESSION,
      zlib.Z_DEFAULT_COMPRESSION, zlib.Z_NO_COMPRESSION)

good = zlib.compress(b'hello world' * 3)
wrong = [
    lambda: zlib.compress(),
    lambda: zlib.compress('text'),
    lambda: zlib.compress(3),
    lambda: zlib.compress(b'a', 10),
    lambda: zlib.compress(b'a', -2),
    lambda: zlib.compress(b'a', 'x'),
    lambda: zlib.compress(b'a', 6, 99),
    lambda: zlib.compress(b'a', 6, 15, 4),
    lambda: zlib.decompress(b''),
    lambda: zlib.decompress(b'a'),
    lambda: zlib.decompress('x'),
    lambda: zlib.decompress(b'hello world'),
    lambda: zlib.decompress(good[:-1]),
    lambda: zlib.decompress(good[:5]),
    lambda: zlib.decompress(good[:-1] + b'x'),
    lambda: zlib.decompress(good[:2] + b'\x07' + good[3:]),
    lambda: zlib.decompress(good + b'what follows'),
    lambda: zlib.decompress(good, -15),
    lambda: zlib.decompress(good, 99),
    lambda: zlib.decompress(good, 8),
    lambda: zlib.decompress(good, 15, -1),
    lambda: zlib.decompress(good, bufsize=2),
    lambda: zlib.crc32(),
    lambda: zlib.crc32('x'),
    lambda: zlib.crc32(b'x', 'x'),
    lambda: zlib.crc32(b'x', 1, 2),
    lambda: zlib.adler32(),
]
for f in wrong:
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
print(zlib.error, zlib.error.__mro__, zlib.error.__module__, issubclass(zlib.error, ValueError))
