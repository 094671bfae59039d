# Whether the StopIteration that carries a returned value knows of the exception being handled.
try:
    raise ValueError
except ValueError:
    async def ag():
        yield 5
    try: ag().asend(None).send(None)
    except StopIteration as e: print('asend', repr(e.__context__), e.value)
    a = ag()
    try: a.asend(None).send(None)
    except StopIteration as e: print(repr(e.__context__))
    try: a.aclose().send(None)
    except StopIteration as e: print('aclose', repr(e.__context__))
    try: anext(ag(), 7).send(None)
    except StopIteration as e: print('anext', repr(e.__context__), e.value)
    b = ag()
    try: anext(b, 7).send(None)
    except StopIteration as e: pass
    try: anext(b, 7).send(None)
    except StopIteration as e: print('anext default', repr(e.__context__), e.value)
    def g():
        yield 1
        return 3
    it = g(); next(it)
    try: it.throw(KeyError)
    except KeyError as e: print(repr(e.__context__))
    def g():
        try: yield 1
        except KeyError: return 4
    it = g(); next(it)
    try: it.throw(KeyError)
    except StopIteration as e: print('throw', repr(e.__context__), e.value)
    class I:
        def __await__(self): return self
        def __iter__(self): return self
        def __next__(self): raise StopIteration(9)
    async def w(): return await I()
    try: w().send(None)
    except StopIteration as e: print('await', repr(e.__context__))

import sys

R = sys.getrefcount


class Answer:
    pass


def returns(x):
    if x is None:
        yield
    return x


answer = Answer()
fault = KeyError(answer)
try:
    raise fault
except KeyError:
    try:
        next(returns(answer))
    except StopIteration as stop:
        print(R(stop), R(stop.value), R(answer), R(fault), R(stop.args))
    print(R(answer), R(fault))
    print([x for x in returns(answer)], R(answer), R(fault))
    try:
        next(iter(lambda: answer, answer))
    except StopIteration as stop:
        print(R(stop), R(answer), R(fault), stop.value)
fault.__traceback__ = None
print(R(answer), R(fault))
