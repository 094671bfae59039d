# re: flags as an enumeration and what they do.
import re

flags = [f for f in re.RegexFlag if f.name not in ('TEMPLATE', 'T')]
print(flags, re.I, repr(re.I), str(re.A | re.I | re.S), re.I | re.M | re.X, re.RegexFlag(0), re.NOFLAG, re.RegexFlag(4096))
print(re.I | 4096, re.RegexFlag(4096 | 8192 | 2), re.I & re.M, re.I ^ re.M, bool(re.I & re.M), int(re.I), re.I == 2, ~re.I & 255 & ~1)
print(re.I.name, (re.I | re.M).name, re.I.value, (re.I | re.M).value, re.I in re.I | re.M, list(re.I | re.M), re.I + 1, -re.I)
print(f'{re.I}', f'{re.I:d}', '%s' % re.I, repr(re.RegexFlag), re.RegexFlag['A'], re.RegexFlag(2), re.IGNORECASE is re.I, type(re.I | re.M))
p = re.compile('a', re.I | re.M)
print(p.flags, p, isinstance(p.flags, re.RegexFlag), re.compile('a', re.A), re.compile('(?i)a').flags, re.compile('(?aix)a'), re.compile('x', 32))
for f in (lambda: re.compile('a', re.L), lambda: re.compile('a', re.A | re.U), lambda: re.compile(p, re.I), lambda: re.compile(3),
          lambda: re.compile(None), lambda: re.compile([]), lambda: re.compile('(?u)a', re.A), lambda: re.compile('a', 'x')):
    try:
        print(f())
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
print(re.findall('a', 'aA', re.I), re.findall('[a-c]', 'AbCd', re.I), re.findall('[^a]', 'aAb', re.I), re.findall('(?i)[k-s]', 'kK\u212aſs'))
print(re.findall('.', 'a\nb'), re.findall('.', 'a\nb', re.S), re.findall('^.$', 'a\nb', re.M), re.findall('^.$', 'a\nb'))
print(re.findall(r'\w', 'aé1_٣', re.A), re.findall(r'\w', 'aé1_٣'), re.findall(r'\d', '1٣', re.A), re.findall(r'\d', '1٣'))
print(re.findall(r'\s', ' \t\x1c\xa0\u2003'), re.findall(r'\s', ' \t\x1c\xa0\u2003', re.A), re.findall(r'\bé', 'é', re.A), re.findall(r'\bé', 'é'))
print(re.findall(r''' \d +  # digits
                      [ ] x  # a space''', '12 x', re.X), re.findall(r'a\ b', 'a b', re.X), re.findall('(?x) a b', 'ab'))
for pattern, text in [('é', 'É'), ('ß', 'ẞ'), ('σ', 'ς'), ('s', 'ſ'), ('i', 'İ'), ('ı', 'I'), ('µ', 'μ'), ('ǆ', 'ǅ'), ('Я', 'я'), ('[а-я]', 'Я'),
                      ('[^é]', 'É'), ('𐐨', '𐐀'), ('[𐐨-𐑏]', '𐐀'), ('[é-ü]', 'Ö'), ('ﬅ', 'ﬆ'), ('\u1e9e', 'ß'), ('Ω', '\u2126'), (r'(é)\1', 'éÉ')]:
    print(pattern, text, bool(re.match(pattern, text, re.I)), bool(re.match(pattern, text, re.I | re.A)), bool(re.match(pattern, text)))
import sys

R = sys.getrefcount

text = ' '.join(['Ab', 'aB'])
for flags in (0, re.I, re.I | re.A):
    pattern = re.compile('ab', flags)
    m = pattern.search(text)
    print(m and R(m), R(text), R(pattern) - R(re.compile('ab', flags)), pattern is re.compile('ab', flags))
m = None
print(R(text))
