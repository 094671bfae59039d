import textwrap
from textwrap import dedent, fill, indent, shorten, wrap, TextWrapper
text = "The quick brown fox jumped over the lazy dog; it was a well-known long-distance runner -- or so they say. An extraordinarily-long-hyphenated word."
for w in (10, 20, 38, 70): print(w, wrap(text, w))
print(fill(text, 30)); print(fill(text, width=40, initial_indent='* ', subsequent_indent='  '))
print(wrap(''), wrap('   '), repr(fill('')), wrap('a'), wrap('aaaaaaaaaaaaaaaaaaaaaaaaa', 10), wrap('aaaaaaaaaaaaaaaaaaaaaaaaa b', 10, break_long_words=False))
print(wrap('one\ntwo\tthree    four', 12), wrap('  lead and  inner   spaces ', 12), wrap('a\tb', 20, expand_tabs=False), wrap('a  b\n c', 5, replace_whitespace=False, drop_whitespace=False))
print(wrap('foo-bar baz-quux', 6), wrap('foo-bar baz-quux', 6, break_on_hyphens=False), wrap('--option -x well-known--dash end-', 8), wrap('2004-03-04 a-1 x_y-z', 6))
print(wrap(text, 25, max_lines=2), wrap(text, 25, max_lines=2, placeholder='...'), wrap('Hello.  World ends. Here.', 12, fix_sentence_endings=True), fill('Hi. there? "Yes."  ok', 50, fix_sentence_endings=True))
print(shorten('Hello  world!', width=12), shorten('Hello  world!', width=11), shorten('Hello world', width=10, placeholder='...'), shorten('Hello, wonderful world of text', 20), repr(shorten('Hellooooooooo', 6)))
print(repr(dedent('''
    def f():
        return 1

      x
    ''')))
print(repr(dedent('\ta\n\t  b\n\tc')), repr(dedent('  a\n\tb')), repr(dedent('   \n  a\n \n   b  \n')), repr(dedent('a\n  b')), repr(dedent('')), repr(dedent('  a\n    b\n   c\n')))
def usage():
    return dedent("""\
        usage: tool [options]

            --help   show
        done
    """)
print(usage())
print(repr(indent('a\nb\n\n  \nc', '> ')), repr(indent('a\n\nb\n', '# ', lambda line: True)), repr(indent('x', '')), repr(indent('a\r\nb', '-', lambda l: 'b' in l)))
def err(f):
    try: print(repr(f()))
    except Exception as e: print(type(e).__name__, e)
err(lambda: wrap('abc', 0)); err(lambda: wrap('abc', -1)); err(lambda: wrap('abc def', 3, max_lines=1)); err(lambda: shorten('abc def ghi', 4)); err(lambda: shorten('abc def ghi jkl', 3))
t = TextWrapper(width=16, initial_indent='> ', subsequent_indent='| '); print(t.wrap(text[:60])); t.width = 24; print(t.fill(text[:60])); print(t.width, t.tabsize, t.placeholder, t.expand_tabs, t.max_lines)
print(wrap('éclair ünïcode wörds are long-ish', 9), wrap('word', 3), wrap('ab cd ef', 5), wrap("it's a \"quoted\" e.g. (paren) text-", 9), wrap('hello-world-wide-web', 7), wrap("a" * 5 + "-" + "b" * 12, 8))
class Card:
    def __init__(self, title, body): self.title, self.body = title, body
    def __str__(self):
        lines = textwrap.wrap(self.body, 22)
        rule = '+' + '-' * 24 + '+'
        return '\n'.join([rule, f'| {self.title:^22} |', rule, *(f'| {l:<22} |' for l in lines), rule])
print(Card('Memory', 'Every object has a reference count; when it falls to zero the object dies.'))
import sys
R = sys.getrefcount
prose = ' '.join(['some', 'words', 'to', 'wrap']); lines = wrap(prose, 10)
print(R(prose), R(lines), [R(l) for l in lines], R(fill(prose, 10)), R(prose)); w = TextWrapper(width=8, initial_indent=prose[:2])
print(R(w), R(w.initial_indent), R(w.wrap(prose)), R(prose), R(shorten(prose, 10)), R(dedent(prose)), R(indent(prose, prose[:1])), R(prose))
try: wrap([prose], 5)
except AttributeError as e: print(R(e), R(prose))
