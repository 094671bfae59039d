# re: who holds the text, the pattern and the caches.
import gc
import re
import sys
import weakref

text = 'some text ' + str(7)
source = '(?P<first>s)' + 'o(me)' + str(len(text))[:0]
re.purge()
before = sys.getrefcount(text), sys.getrefcount(source)
p = re.compile(source)
print(before, sys.getrefcount(source), sys.getrefcount(p), len(re._cache), [k[1] == source for k in re._cache])
m = p.match(text)
print(sys.getrefcount(text), sys.getrefcount(p), sys.getrefcount(m), sys.getsizeof(p), sys.getsizeof(m))
n = p.match(text)
print(sys.getrefcount(text), sys.getrefcount(p), m.re is n.re, m.string is text, m.group() is m.group())
print(m.regs is m.regs, sys.getrefcount(m.regs), m.lastgroup is list(p.groupindex)[0] or m.lastgroup, sys.getrefcount(p.pattern))
whole = re.match('.*', text)
print(whole.group() is text, sys.getrefcount(text))
del m, n, whole
print(sys.getrefcount(text), sys.getrefcount(p))
it = p.finditer(text)
print(sys.getrefcount(text), sys.getrefcount(p))
first = next(it)
print(sys.getrefcount(text), sys.getrefcount(p), sys.getrefcount(first))
print(next(it, None), sys.getrefcount(text))
del it, first
print(sys.getrefcount(text), sys.getrefcount(p))
seen = []
p.sub(lambda match: seen.append((sys.getrefcount(text), sys.getrefcount(match), sys.getrefcount(p))) or '', text)
print(seen, sys.getrefcount(text))
repl = r'[\g<first>' + ']'
print(p.sub(repl, text), sys.getrefcount(repl), sys.getrefcount(p))
print(p.sub(repl, text), sys.getrefcount(repl), p.sub('plain', text), sys.getrefcount(text))
parts = p.findall(text), p.split(text)
print(parts, sys.getrefcount(text))
whole = re.compile('.+').findall(text)[0]
print(whole is text, sys.getrefcount(text))
del whole
r = weakref.ref(p)
print(gc.is_tracked(p), gc.is_tracked(p.match(text)), len(gc.get_referents(p)), len(gc.get_referents(p.match(text))), r() is p)
print(sys.getrefcount(p), r() is not None)
re.purge()
print(sys.getrefcount(p), sys.getrefcount(source), len(re._cache))
del p
print(r(), sys.getrefcount(source))
for pattern in ('', 'a', 'abc', '[a-z]', '[a-z0-9_]', r'\w+', '(a)(b)', 'a|b', 'abc|abd', '(?:ab)*', 'a{2,3}?', '(?i)abc', '(?i)[a-z]', '[à-ÿĀ]', r'[\s\S]', '.*x', '^a$', r'(?<=ab)c'):
    print(pattern, sys.getsizeof(re.compile(pattern)), sys.getsizeof(re.compile(pattern).scanner('')))


class Holder(str):
    pass


held = Holder('xyz')
alive = weakref.ref(held)
m = re.search('y', held)
del held
print(alive() is m.string, sys.getrefcount(m.string))
del m
print(alive())
