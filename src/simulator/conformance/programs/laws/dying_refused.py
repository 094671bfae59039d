# In which order refused operations give up what they were asked of.
from sys import getrefcount


class D:
    def __init__(self, n=0): self.n = n

    def __del__(self):
        x = [self.n]
        print(end=f'{x[0]}:{getrefcount(self)} ')

    __hash__ = None


def tried(text):
    try: exec(text)
    except Exception: pass
    print('|', text)


for text in [
    'D(1)+D(2)',
    'D(1)<D(2)',
    'D(1)[D(2)]',
    'D(1)[D(2)] = D(3)',
    'del D(1)[D(2)]',
    'D(1) in D(2)',
    'D(1)[D(2):D(3)]',
    'D(1)[D(2):D(3)]=D(4)',
    'D(1).x',
    'D(1)(D(2), D(3))',
    'len(D(1), D(2))',
    'f(D(1))',
    '[*D(1)]',
    '{D(1): D(2)}',
    '{D(1), D(2)}',
    'f"{D(1):d}"',
    '-D(1)',
    'D(1).m(D(2))',
    '{**D(1)}',
    'a, b = D(1)',
    'len(*[D(1), D(2)], **{"k": D(3)})',
    'for x in D(1): pass',
    'with D(1): pass',
    'raise D(1) from D(2)',
    'D(1).x = D(2)',
    'import D.x',
    '[D(1), D(2)][D(3)]',
    '(D(1), D(2))[5]',
    'print(D(1), D(2), sep=D(3))',
    '{}[D(1)]',
    '{}[D(1)] = D(2)',
    'f"{D(1)}{D(2):{D(3)}}"',
    'D(1) @ D(2)',
    'D(1) ** D(2)',
    'slice(D(1), D(2))[0]',
    'x = D(1), D(2), 1/0',
    'x = [D(1), D(2), 1/0]',
    'x = {D: D(1), 2: 1/0}',
    'f(D(1), D(2), 1/0)',
    'int(D(1), D(2))',
    'D(1, D(2), D(3))',
    'max(D(1), D(2))',
    'sorted([D(1), D(2)])',
    '(lambda a: 1)(D(1), D(2), k=D(3))',
    '(lambda a, b: 1)(D(1))',
    '(lambda *, k: 1)(D(1))',
    'class X(D(1), D(2)): pass',
    'class X(metaclass=D(1)): pass',
    'del D(1).x',
    'match D(1):\n case {"a": D(2)}: pass',
    'match [D(1)]:\n case D(x=1): pass',
    'D(1) < D(2) < D(3)',
    'D(1) is D(2)',
    'D(1) == D(2)',
    'lambda x=D(1): 1/0',
    '[D(i) for i in range(3) if 1/0]',
    'next(D(i) / 0 for i in range(1,3))',
    'yield_ = (lambda: (yield D(1)))().throw(D(2))',
    'str(D(1), D(2), D(3))',
    'getattr(D(1), D(2))',
    'setattr(D(1), "x", D(2)).x',
    'isinstance(D(1), D(2))',
    'map(D(1), D(2))',
    'zip([D(1)], D(2))',
    '"%d" % D(1)',
    '"{:d}".format(D(1), D(2))',
    '"".join([D(1), D(2)])',
    'bytes([D(1)])',
    '[D(1)] + D(2)',
    '(D(1),) * D(2)',
    'x = [D(1)]; x += D(2)',
    'x = [D(1)]; x[D(2)] = D(3)',
    'x = [D(1), D(2)]; x[0:1] = D(3)',
    'x = {1: D(1)}; x.update(D(2))',
    'x = {1: D(1)} | D(2)',
    'x = {1} | D(2)',
    'x = range(D(1), D(2))',
]:
    tried(text)
