# Patterns and matches hold the text; functions given to sub are called with the match.
import re
import sys
R = sys.getrefcount
class Text(str):
    pass
def told(*what):
    print(*what, R(text), R(sub), R(p))
text, sub = ''.join(['a1', 'b22', 'c']), Text('a1b2')
p = re.compile(''.join(['([a-z])', '(\\d+)']))
told(R(p.pattern))
m = p.match(text)
told(R(m), R(m.string), m.re is p, R(m.re), R(m.groups()), R(m.group(0)), R(m.span()))
del m
told()
def seen(m):
    print(R(m), R(m.string), R(m.groups()), end=' ')
    return m[2]
told(p.sub(seen, text))
told(p.subn(seen, text, count=1), p.sub('-', text), p.sub('-', '') == '')
none = re.compile('zzz')
told(none.sub('x', text) is text, R(none.sub('x', sub)), type(none.sub('x', sub)), none.split(text)[0] is text)
it = p.finditer(text)
told(R(it), R(next(it)))
for m in it:
    told(R(m), R(it))
del it, m
told(R(p.findall(text)), len(p.split(text)), R(p.split(text)), R(p.findall(text)[0]))
m = p.search(sub, 1)
told(R(m), m.string is sub, m.lastindex, R(m.groupdict()), m.expand(r'\1'), m.pos)
whole = re.fullmatch('.*', text)
told(R(whole), whole[0] is text, whole.group() == text, R(whole[0]))
del whole, m
told(p == re.compile(p.pattern), hash(p) == hash(re.compile(p.pattern)))
try:
    p.sub(lambda m: R(m), text)
except TypeError as error:
    told(R(error))
try:
    p.sub(lambda m: 1 / 0, text)
except ZeroDivisionError as error:
    told(R(error), R(error.__traceback__))
told([R(x) for x in (p.match(text), p.match('b2'), text, p)])
