# re: looking ahead and behind, and repeats: as many as possible, as few as possible, and none given back.
import re

cases = [
    (r'a(?=b)', 'ab ac'), (r'a(?!b)', 'ab ac'), (r'(?<=a)b', 'ab bb'), (r'(?<!a)b', 'ab bb'), (r'(?<=^)a', 'aa'), (r'(?<=ab|cd)e', 'abecde'),
    (r'(?=(\w+))\1:', 'ab:'), (r'(?!)', 'a'), (r'(?=)', 'a'), (r'(?<!)', 'a'), (r'(?<=(a))b', 'ab'), (r'(?=a(?=b))', 'ab'), (r'^(?!.*x).+$', 'abc'),
    (r'^(?!.*x).+$', 'axc'), (r'(?<=\d{3})x', '12x123x'), (r'(?!(a))b', 'b'), (r'((?=a)|b)*', 'ab'), (r'(?=(a)|b)b', 'b'), (r'\b(?=\w{3}\b)\w', 'the dog'),
    (r'a*', 'aaab'), (r'a*?', 'aaab'), (r'a+?b', 'aaab'), (r'a{2}', 'aaaaa'), (r'a{2,3}', 'aaaaa'), (r'a{2,3}?', 'aaaaa'), (r'a{,2}', 'aaa'),
    (r'a{2,}b', 'aaab'), (r'a{,}', 'aa'), (r'a{0}b', 'ab'), (r'a{', 'a{'), (r'a{1', 'a{1'), (r'a{1,x}', 'a{1,x}'), (r'x{}', 'x{}'), (r'{', '{'), (r'a{1}{2}'[:4], 'aa'),
    (r'".*"', '"a" "b"'), (r'".*?"', '"a" "b"'), (r'<.+?>', '<a><b>'), (r'(?:ab)+?b', 'ababb'), (r'(a|b)*?c', 'abc'), (r'(?:a?)*?y', 'aay'),
    (r'a++b', 'aaab'), (r'a++ab', 'aaab'), (r'a*+a', 'aaa'), (r'a?+a', 'a'), (r'a?+a', 'aa'), (r'a{1,2}+a', 'aaa'), (r'a{1,2}+a', 'aa'), (r'(?:ab)++c', 'ababc'),
    (r'(?:a|ab)++c', 'abc'), (r'(?>a|ab)c', 'abc'), (r'(?>ab|a)c', 'abc'), (r'(?>a*)b', 'aab'), (r'(?:a(?>b*)c)*', 'abbcac'), (r'".*+"', '"a"'),
    (r'(?:(?:ab)?)*', 'abab'), (r'(?:a*)*b', 'aaac'), (r'(x?)*y', 'xxy'), (r'(?:)*a', 'a'), (r'(?:a{0,2}){2}b', 'aaab'), (r'[ab]*b', 'aabb'), (r'[^b]+', 'aab'),
    (r'.*b', 'abab'), (r'.*?b', 'abab'), (r'\w+\d', 'ab12'), (r'(\w+?)(\d*)$', 'ab12'), (r'(?:\d+,)*\d+', '1,22,333'),
]
for pattern, text in cases:
    print(pattern, '|', text, '|', [m.span() for m in re.finditer(pattern, text)], [m.groups() for m in re.finditer(pattern, text)][:2])

# A pattern that tries very many ways before it gives up, and one that has found out at once.
print(re.match(r'(a+)+b', 'a' * 16 + 'c'), re.match(r'(?>a+)+b', 'a' * 16 + 'c'), re.match(r'(a|a)*b', 'a' * 12), re.match(r'(a*)*b', 'a' * 14))
print(re.match(r'(?:a|b)*', 'ab' * 2000).span(), re.match(r'(?:a|b)*?c', 'ab' * 1000 + 'c').span(), re.match(r'(?:ab)*', 'ab' * 3000).end())
print(re.search('needle', 'hay ' * 500 + 'needle').span(), re.search('aab', 'aaaaaab').span(), re.search('[xyz]', 'a' * 500), re.search('(ab)ab', 'aababab').span())
import sys

R = sys.getrefcount

text = ''.join(['price', ': 12'])
for pattern in (r'(?<=: )\d+', r'\w+(?=:)', r'(?!x)p', r'(?>\w+):', r'z'):
    m = re.search(pattern, text)
    print(pattern, m and R(m), m and R(m[0]), R(text))
del m
print(R(text))
