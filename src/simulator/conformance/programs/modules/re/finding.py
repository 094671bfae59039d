# re: split, findall, finditer; matches of nothing.
import re
import sys

for pattern, text in [(r'\d', 'a1b22'), (r'(\d)', 'a1b2'), (r'(\d)(x)?', '1x2'), ('', 'ab'), ('x*', 'axb'), (r'\b', 'to be'),
                      ('a|', 'aab'), (r'(?=b)', 'abb'), ('^', 'a\nb'), ('$', 'a\nb\n'), ('(?m)^', 'a\nb\n'), ('(?m)$', 'a\nb\n'),
                      (r'\w+', 'one two'), (r'[^a]', ''), ('(a)|(b)', 'abc'), ('a*?', 'aa'), ('a+?', 'aaa'), ('(a|ab)(c|bcd)', 'abcd'),
                      (r'\Z', 'ab'), ('.', '😀a'), (r'\B', 'abc'), (r'\B', ''), (r'\b', '')]:
    print(repr(pattern), re.findall(pattern, text), [m.span() for m in re.finditer(pattern, text)], re.split(pattern, text))
print(re.split(r'\W+', 'Words, words, words.'), re.split(r'(\W+)', 'Words, words.'), re.split(',', 'a,b,c', maxsplit=1))
print(re.split('x', 'axbxc', maxsplit=-1), re.split('x', ''), re.compile(',').split('a,b', 5), re.split('(,)|(;)', 'a,b;c'))
p = re.compile('[a-z]')
print(p.findall('abcdef', 2), p.findall('abcdef', 2, 4), p.findall('abc', -3), p.findall('abc', 5), p.findall(string='ab', pos=1))
it = p.finditer('ab1', 1)
print(type(it).__name__, iter(it) is it, next(it), next(it, 'over'), next(it, 'over'))
print([m.group() for m in re.finditer(r'(?P<w>\w)(?P<d>\d)', 'a1 b2') if m['d'] > '1'])
for f in (lambda: p.findall(), lambda: p.findall(1), lambda: p.split('a', 'b'), lambda: p.findall('a', 'b'), lambda: re.findall('a'),
          lambda: p.findall('a', 1 << 80), lambda: p.findall('a', sys.maxsize, -sys.maxsize), lambda: p.match('a', 1.0), lambda: p.findall(b'a')):
    try:
        print(f())
    except (TypeError, OverflowError) as e:
        print(type(e).__name__, str(e).replace('prefixmatch', 'match'))
text = 'The quick brown fox, 42 times!'
print(re.findall(r'[A-Z]\w*|\d+|[^\w\s]', text), {m[0]: m.start() for m in re.finditer(r'\b\w{5}\b', text)})
print(re.findall(r'(\w)(\w*)', 'ab c'), re.findall(r'((\w)\d)', 'a1b2'), sum(1 for _ in re.finditer('o', text)))

R = sys.getrefcount
subject, pattern = ' '.join(['one', 'two', 'six']), re.compile(r'(\w)(\w*)')
found = pattern.findall(subject)
print(R(subject), R(found), R(found[0]), R(found[0][1]), R(pattern.split(subject)), R(subject))
matches = [m for m in pattern.finditer(subject)]
print(R(subject), R(matches[0]), R(matches[1][0]), R(matches[2].groups()))
print(re.split('x{9}', subject)[0] is subject, R(subject), R(re.split(' ', subject)[0]), re.findall('x{9}', subject), R(subject))
scanner = pattern.finditer(subject)
for m in scanner:
    print(R(m), R(scanner), R(subject))
del m, matches
print(R(subject), R(scanner))
