# re: what patterns and matches are and what they say of themselves.
import copy
import re

p = re.compile(r'(?P<key>\w+)\s*=\s*(?P<value>\d+)?')
print(p, p.pattern, p.flags, p.groups, p.groupindex, dict(p.groupindex))
m = p.search('  width = 12; x=')
print(m, m.group(), m.group(0), m.group(1), m.group('value'), m.group(1, 2), m.group('key', 0))
print(m[0], m['key'], m[2], m.groups(), m.groupdict(), m.span(), m.span(2), m.start('key'), m.end('key'))
print(m.lastindex, m.lastgroup, m.pos, m.endpos, m.regs, m.string, m.re is p, m.re.pattern)
m = p.search('x=')
print(m.groups(), m.groups('?'), m.groupdict('none'), m.span('value'), m.lastindex, m.lastgroup, m.start(2))
print(bool(m), m.expand(r'<\1|\g<key>|\2>'), m.expand('plain'))
for index in (3, -1, 'nope', None, 1.5, 1 << 70, [], True):
    try:
        print(m.group(index))
    except (IndexError, TypeError) as e:
        print(type(e).__name__, e)
print(p.match('a=1', 1), p.match('a=1', 0, 2), p.fullmatch('a=1'), p.fullmatch('a=1 '), p.match(' a=1'))
print(re.match('a', 'ba'), re.search('a', 'ba'), re.fullmatch('a|ab', 'ab'), re.match('', ''))
print(re.compile('').search('abc', 1), re.compile('').match('abc', 2, 1), re.compile('').search('abc', 2, 1))
print(re.compile('$').search('abc', -5, 100).span(), re.compile('^b').search('ab', 1), re.compile(r'\bb').search('ab', 1))
print(copy.copy(p) is p, copy.deepcopy(p) is p, copy.copy(m) is m, copy.deepcopy(m) is m)
print(p == re.compile(p.pattern), p != re.compile('x'), p == 'x', re.compile(p) is p, hash(p) == hash(re.compile(p.pattern)))
print(re.compile('a') == re.compile('a', re.I), len({re.compile('a'), re.compile('a'), re.compile('b')}))
print(re.match(r'.*', 'x' * 100), re.compile('y' * 250))
print(re.Pattern, re.Match, type(p) is re.Pattern, isinstance(m, re.Match), re.Pattern[str], re.Match[str])
print(re.escape('a.b*c\n[x] ~#-é_1'), re.escape(''), re.match(re.escape('a+b(c)'), 'a+b(c)'))
scanner = re.compile('[a-z]').scanner('ab1c')
print([scanner.match(), scanner.match(), scanner.match(), scanner.match()], scanner.pattern)
scanner = re.compile('[a-z]').scanner('ab1c', 1)
print([scanner.search(), scanner.search(), scanner.search(), scanner.search()])


class Text(str):
    pass


text = Text('one two')
m = re.match(r'\w+ \w+', text)
print(type(m.string), m.string is text, type(m.group()), m.group() == text)
for f in (lambda: re.Pattern(), lambda: re.Match(), lambda: setattr(p, 'flags', 3), lambda: p < p, lambda: p.nope,
          lambda: m['x'], lambda: len(m), lambda: iter(m), lambda: m.start(1, 2), lambda: p.match()):
    try:
        print(f())
    except (TypeError, AttributeError, IndexError) as e:
        print(type(e).__name__, str(e).replace('prefixmatch', 'match'))
import sys

R = sys.getrefcount

text, pattern = ''.join(['aa11', ' bb22']), re.compile(r'(\w\w)(\d\d)')
before = R(pattern)
m = pattern.match(text)
print(R(m), R(text), R(pattern) - before, m.string is text, R(text), m.re is pattern, R(m.group(1)), R(m.groups()), R(m.regs))
many = list(pattern.finditer(text))
print(R(text), R(pattern) - before, R(many[0]), R(many))
it = pattern.finditer(text)
print(R(text), R(next(it)), R(it), R(pattern) - before)
del it, many
print(R(text), R(pattern) - before, pattern.fullmatch(text), R(text), copy.copy(m) is m, R(m))
try:
    m['none']
except IndexError as e:
    print(R(e), R(m), R(text))
del m
print(R(text), R(pattern) - before)
