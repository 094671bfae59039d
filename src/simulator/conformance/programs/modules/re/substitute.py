# re: sub, subn and templates.
import re

print(re.sub('a', 'b', 'banana'), re.sub('a', 'b', 'banana', count=2), re.subn('a', 'b', 'banana'), re.subn('x', 'y', 'banana'))
print(re.sub(r'(\w+) (\w+)', r'\2 \1', 'hello world'), re.sub(r'(?P<a>\w)(?P<b>\w)?', r'[\g<b>\g<a>\g<0>]', 'abc'))
print(re.sub('', '-', 'abc'), re.sub('x*', '-', 'abxd'), re.sub('b*', '<\\g<0>>', 'abbc'), re.sub('$', '!', 'a\n'))
print(re.sub('a', lambda m: m.group().upper() * 2, 'banana'), re.sub('(a)|n', lambda m: str(m.lastindex), 'banana'))
print(re.sub('a', lambda m: None, 'banana'), re.sub('a', r'\n\t\\\x'[:-2], 'a'), repr(re.sub('a', r'\a\b\f\r\v\101\0\07\012', 'a')))
print(re.sub('(a)(b)?', r'\1\2', 'aab'), re.sub('(a)(b)(c)(d)(e)(f)(g)(h)(i)(j)', r'\10\g<1>0\11'[:-3], 'abcdefghij'))
print(re.sub('a', 'b', ''), re.sub('a', '', 'aaa'), re.sub('.', '.', 'a\nb', flags=re.S), re.sub('A', 'x', 'aAa', flags=re.I))
print(re.sub('é', 'e', 'café à'), re.sub('a', 'é', 'banana'), re.sub('[^ -~]', '?', 'añb€😀'))
text = 'unchanged'
print(re.sub('x', 'y', text) is text, re.compile('n').sub('n', text) is text, re.sub('.*', r'\g<0>', 'a'))
p = re.compile(r'(\d)(\d)?')
for template in (r'\2', r'<\1>', r'\g<2>.', r'\3', r'\g<3>', r'\g<x>', r'\g<', r'\g<1', r'\g<>', r'\g1', r'\g<-1>', r'\g<a b>',
                 r'\400', r'\q', 'x\\', r'\18', r'\g<007>', r'\g<1a>', '\\', r'\q' + '\\', r'\8', r'\_', r'\.', r'a\sb'):
    try:
        print(repr(p.sub(template, '12 3')), repr(p.match('1').expand(template)))
    except (re.error, IndexError) as e:
        print(repr(template), type(e).__name__ == re.error.__name__, e, getattr(e, 'pos', 'no pos'))
for f in (lambda: p.sub(lambda m: 3, '1'), lambda: p.sub('x'), lambda: p.sub('x', 3), lambda: p.sub('x', '1', 'y'),
          lambda: p.sub(None, '1'), lambda: p.sub(5, 'no digit'), lambda: re.sub('a', 'b', None),
          lambda: p.sub(lambda: 1, '1'), lambda: p.sub(lambda m: 1 // 0, '1')):
    try:
        print(f())
    except (TypeError, ZeroDivisionError) as e:
        print(type(e).__name__, e)
print(p.sub('x', '1 2 3', count=-1), p.subn('x', '12 3 45', 2), p.sub(repl='y', string='1', count=0))
words = {'one': '1', 'two': '2'}
print(re.sub('|'.join(words), lambda m: words[m[0]], 'one and two and one'))


def nested(m):
    return re.sub('.', lambda inner: f'({inner[0]})', m[0])


print(re.sub('[a-c]+', nested, 'abc-x-ca'))
import sys

R = sys.getrefcount

text, held = ''.join(['ba', 'nana']), []


def replaced(m):
    print(R(m), R(m.string), R(text), R(held))
    return m[0].upper()


print(R(re.sub('a', replaced, text, count=2)), R(text), re.sub('x', 'y', text) is text, R(text), R(replaced))
new = ''.join(['o', 'p'])
print(R(re.sub('a', new, text)), R(new), R(re.subn('n', new, text)), R(new), R(text))
for wrong in (lambda m: held, lambda m: held[1], held, 5):
    try:
        re.sub('a', wrong, text)
    except (TypeError, IndexError) as e:
        print(type(e).__name__, R(e), R(text), R(held))
pattern = re.compile('(n)')
before = R(pattern)
print(pattern.sub(lambda m: str(R(m.re) - before), text), R(pattern) - before, R(text), R(held))
