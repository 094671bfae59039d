# Where a Unicode error happened are two numbers, whatever they are: no references.
import gc
import sys

try:
    'aé'.encode('ascii')
except UnicodeEncodeError as e:
    kept = e
kept.start = 17
kept.end = 1 << 30
gc.collect()
print(sys.getrefcount(kept), kept.start, kept.end)
x = UnicodeTranslateError('abc', 1, 2, 'why')
x.start = 40
print(x.start, gc.get_referents(x))
print(sys.getrefcount(x), len(gc.get_referents(x)))
print(gc.get_referents(StopIteration('value')), gc.get_referents(ImportError('msg', name='name', path='path')))
print(gc.get_referents(SyntaxError('msg', ('file', 3, 4, 'text', 5, 6))))
