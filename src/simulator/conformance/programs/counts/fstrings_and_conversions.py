# f-strings with nested specs, conversions, debug text and calls; what is held while a part is formatted.
import sys
R = sys.getrefcount
class F:
    def __init__(self, name):
        self.name = name
    def __format__(self, spec):
        seen.append(('format', R(self), spec))
        return self.name
    def __str__(self):
        seen.append(('str', R(self)))
        return self.name
    def __repr__(self):
        seen.append(('repr', R(self)))
        return self.name
    def width(self):
        seen.append(('width', R(self)))
        return 8
def make(f, word, times):
    for i in range(times):
        seen.clear()
        a = f'{f}'
        b = f'{f!s}{f!r:>9}{f!a}'
        c = f'{f:{f}}{f:>{f.width()}}{word:<{10}}'
        d = f'{word}'
        e = f'{word!s}'
        g = f'{f=} {f.name=!s} {word=:>5}'
        h = f'{(lambda x: R(x))(f)}{R(f)}{[R(f)]}{ {"k": R(f)}["k"] }'
        k = f'{f}' f'{word}' + f'{word + ""}'
        m = f'{word:}' if word else f''
        n = f'{f"{f}{word!r}":>12}'
    return R(a), R(b), R(c), R(d), R(e), g, h, R(k), R(m), n, tuple(seen), R(f), R(word)
seen, word = [], ''.join(['wo', 'rd'])
f = F(word)
first, again, warm = make(f, word, 1), make(f, word, 2), make(f, word, 30)
print(first)
print(again == first, warm == first, warm[-2:])
print(R(f'{word}'), f'{word}' is word, f'{word!s}' is word, R(f'{word}x'), R(str(word)), R(format(word)), R('%s' % word), R('{}'.format(word)))
seen.clear()
print(f'{F("temporary")}', f'{F("a")!r}', f'{f}{f}', seen)
big = 10**20 + len(word)
print(R(f'{big}'), R(big), f'{big:,}', f'{big:e}', R(f'{1.5:.3f}'), f'{True:>5}', f'{None!r:>6}')
def failing():
    raise KeyError(word)
for bad in (lambda: f'{failing()}', lambda: f'{f:{failing()}}', lambda: f'{[]:>5}', lambda: f'{word:d}', lambda: f'{word!r:{f}}'):
    try:
        print(len(bad()))
    except (KeyError, TypeError, ValueError) as error:
        print(type(error).__name__, R(error), R(word), R(f))
del bad
class Late:
    def __format__(self, spec):
        return F('not a str')
try:
    f'{Late()}'
except TypeError as error:
    print(error, R(error))
print(R(word), R(f), [f'{x}' is x for x in [word]], R(f.name))
