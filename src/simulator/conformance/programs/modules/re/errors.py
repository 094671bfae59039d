# re: patterns that are none, and what is said of them.
import re

bad = [
    '(', ')', 'a)', '(a', '(?', '(?P', '(?P<', '(?P<a', '(?P<>a)', '(?P<1>a)', '(?P<a b>x)', '(?P<a>x)(?P<a>y)', '(?P=', '(?P=a)', '(?P=a', '(?P=)', '(?P!a)',
    '[', '[a', '[]', '[^]', '[b-a]', r'[\w-a]', r'[a-\d]', '[a-', 'a**', 'a{2}{3}', '*', '+a', '|*', '(*)', '?', 'a???', 'a{3,2}', '{1}'[:0] + '^*', r'\b+', '$?',
    '\\', 'a\\', r'\q', r'\x', r'\x1', r'\xg1', r'\u12', r'\U0001', r'\U00110000', r'[\q]', r'[\8]', r'\1', r'(a)\2', r'(a\1)', r'(?P<x>a(?P=x))', r'\400', r'[\400]', r'\8', '(?<a)', '(?<',
    '(?<=a*)', '(?<!a+|b)', '(?<=a|bc)', '(?z)', '(?i', '(?i-', '(?i-)', '(?-', '(?-i', '(?-i)', '(?-:a)', '(?i-i:a)', '(?-a:x)', '(?iz:a)', '(?i*)', '(?au:a)', 'a(?i)', '(?L)a', '(?(', '(?(1', '(?(1)',
    '(?(1)a|b|c)', '(?(0)a)', '(?(2)a)', '(?(x)a)', '(?()a)', '(?(x y)a)', '(a)(?(1)b|c|d)', r'(?<=(a)\1)', r'(?<=(a)(?(1)b))', '(?#', '(?#a', 'a{99999999999}', '(?P<é>a)(?P=e)', 'a\n\nb(', '(?:', '(?=', '(?!a', '(?>', '(?~a)', '(?Px)', 'ab\n[z-a]',
]
for pattern in bad:
    try:
        print(repr(pattern), re.compile(pattern))
    except re.error as e:
        print(repr(pattern), e, (e.msg, e.pos, e.lineno, e.colno, e.pattern == pattern), e.args == (str(e),))
    except (OverflowError, ValueError, RecursionError) as e:
        print(repr(pattern), type(e).__name__, e)
e = re.error('why', 'a\nbc', 3)
print(e, e.lineno, e.colno, e.pos, re.error('why'), re.error('why', 'abc', 0), re.error('x').pos, type(e).__module__, isinstance(e, Exception))
print(re.error is getattr(re, 'PatternError', re.error), re.error.__name__, repr(re.error('m')))
print(len(re.findall('(' * 60 + 'a' + ')' * 60, 'a')[0]), re.match('(?:' * 90 + 'a' + ')' * 90, 'a').span())
import sys

R = sys.getrefcount

source = ''.join(['(a', 'b'])
for i in range(2):
    try:
        re.compile(source)
    except re.error as e:
        print(R(e), e.pattern is source)
    print(R(source))
