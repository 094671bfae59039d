# re: groups of all kinds, and what is left in them when a match has tried several ways.
import re

cases = [
    (r'(a)|(b)', 'b'), (r'(a)?(b)?(c)?', 'ac'), (r'((a)b)*', 'ababa'), (r'(a|(b))+', 'aba'), (r'(?:(a)|b)*', 'ab'),
    (r'(a)(?:b)(c)', 'abc'), (r'(?P<one>a)(?P<two>b)(?P=one)', 'aba'), (r'(\w)\1', 'abba'), (r'(a*)\1', 'aaaa'),
    (r'(?i)(a)\1', 'aA'), (r'(a)?\1b', 'b'), (r'(?:(a)|b)\1', 'aa'), (r'(<)?(\w+)(?(1)>)', '<ab>'),
    (r'(<)?(\w+)(?(1)>)', '<ab'), (r'(?P<q>["\'])?x(?(q)(?P=q)|!)', '"x"'), (r'(?P<q>["\'])?x(?(q)(?P=q)|!)', 'x!'),
    (r'(a(b(c(d))))', 'abcd'), (r'()', ''), (r'(a*)*', 'aab'), (r'(a*)+', 'b'), (r'(?:a|(b))*?c', 'abc'),
    (r'(a){2}', 'aa'), (r'(a|b){2,3}', 'abab'), (r'(?>(a+))b', 'aab'), (r'(?>a+)ab', 'aaab'), (r'(a)++b', 'aab'),
    (r'(?:(a)|(b)|(c))+', 'abcab'), (r'(?i:A)b', 'ab'), (r'(?i:A)b', 'aB'), (r'(?i)a(?-i:B)', 'AB'),
    (r'(?i)a(?-i:B)', 'Ab'), (r'(?s:.)(.)?', '\n\n'), (r'(?x: a  b # no more' '\n)c', 'abc'), (r'(?#what)a', 'a'),
    (r'(?a:\w)(\w)', 'aé'), (r'(?a:\w)', 'é'), (r'(x)|(?P<n>y)', 'y'), (r'(.)(.)(.)(.)(.)(.)(.)(.)(.)(.)\10\1', 'abcdefghijja'),
]
for pattern, text in cases:
    m = re.match(pattern, text)
    print(pattern.replace('\n', r'\n'), '|', m and (m.span(), m.groups(), m.regs, m.lastindex, m.lastgroup))

p = re.compile(r'(?P<y>\d{4})-(?P<m>\d\d)(?:-(?P<d>\d\d))?')
print(p.groupindex, p.groups, type(p.groupindex).__name__)
for text in ('2024-05', '2024-05-17', '2024', ''):
    m = p.match(text)
    print(m and m.groupdict(), m and m.lastgroup)
try:
    p.groupindex['z'] = 1
except TypeError as e:
    print(e)
print(re.compile('a').groupindex, re.compile('(a)').groupindex)
import sys

R = sys.getrefcount

text = '-'.join(['key', 'v1', 'v2'])
m = re.match(r'(?P<key>\w\w\w)(?:-(?P<val>\w+))*(x)?', text)
print(R(m), R(text), R(m['key']), R(m.groups()), R(m.groupdict()), R(m.group('key', 'val')), R(m.re.groupindex), R(m))
spare = [text]
print(m.group(3), m.groups(spare)[2] is spare, R(spare), m.groupdict(spare)['val'], R(spare), R(m.expand(r'\1')), R(text))
parts = m.groups(spare)
print(R(parts), R(spare), R(parts[0]))
del m, parts
print(R(text), R(spare))
