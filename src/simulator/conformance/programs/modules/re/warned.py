# re: what is allowed and warned of.
import re

print(re.findall('[[a]', '[a'))
print(re.findall('[+--a]', 'a-b'), re.findall('[a&&b]', '&'))
print(re.findall('[a||b~~c]', '|~'))
print(re.sub('a', 'b', 'aaa', 1))
print(re.split('a', 'xaxax', 1), re.subn('a', 'b', 'aa', 1))
print(re.sub('A', 'b', 'aaa', 1, re.I))
for f in (lambda: re.sub('a', 'b', 'aaa', 1, 2, 3), lambda: re.sub('a', 'b', 'a', 1, count=2), lambda: re.split('a', 'b', 1, 2, 3),
          lambda: re.subn('a', 'b', 'c', 1, 0, flags=2)):
    try:
        print(f())
    except TypeError as e:
        print(e)
