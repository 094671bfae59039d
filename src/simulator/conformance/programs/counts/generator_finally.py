# Generators that are closed, thrown into, abandoned, or hold `with` and `try` open.
import sys
R = sys.getrefcount
class M:
    def __enter__(self):
        seen.append(('enter', R(self)))
        return self
    def __exit__(self, kind, error, tb):
        seen.append(('exit', R(self), error and R(error)))
        return kind is KeyError
def held(x, m):
    try:
        with m as y:
            seen.append((R(x), R(y)))
            got = yield x
            seen.append(('got', R(got) if got is not None else None))
            yield [x]
        seen.append('after')
        yield x
    except ValueError as error:
        seen.append(('caught', R(error), R(x)))
        yield error
    finally:
        seen.append(('finally', R(x), R(m)))
def delegating(x, m):
    try:
        r = yield from held(x, m)
        seen.append(('result', r))
    except IndexError as error:
        seen.append(('delegating', R(error), R(x)))
        return [x]
def told(*what):
    print(*what)
    print('  ', *seen, R(v), R(m))
    seen.clear()
seen, v, m = [], [], M()
for make in (held, delegating):
    g = make(v, m)
    told(R(g), next(g) is v, R(g))
    told(R(g.send(v)), R(g))
    g.close()
    told(R(g))
    g = make(v, m)
    next(g)
    told(R(g.throw(KeyError(v))), R(g))
    told(next(g, m) is m)
    g = make(v, m)
    next(g)
    e = ValueError(v)
    told(g.throw(e) is e, R(e), R(e.__traceback__), R(g))
    del g
    told(R(e))
    e.__traceback__ = None
    told(R(e))
    del e
    g = make(v, m)
    next(g)
    try:
        g.throw(IndexError, IndexError(v)) if sys.version_info < (3, 12) else g.throw(IndexError(v))
    except (IndexError, StopIteration) as error:
        told(type(error).__name__, R(error), R(g))
    g = make(v, m)
    next(g)
    g = None
    told()
    g = make(v, m)
    g.close()
    told(R(g), next(g, m) is m)
    g = make(v, m)
    for x in g:
        break
    told(R(x), R(g))
    del g
    told(R(x))
    del x
    told(*[R(x) for x in make(v, m)])
