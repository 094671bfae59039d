# exec, eval and compile with namespaces of one's own, globals(), locals() and vars().
import sys
R = sys.getrefcount
class Names(dict):
    def __getitem__(self, key):
        if key == 'v':
            seen.append(R(self))
        return super().__getitem__(key)
    def __setitem__(self, key, value):
        seen.append((key, R(self), R(value) < 99 and R(value)))
        super().__setitem__(key, value)
    def __missing__(self, key):
        if key == 'magic':
            return v
        raise KeyError(key)
def told(*what):
    print(*what, seen, R(v), R(space))
    seen.clear()
seen, v = [], []
space = {'R': R, 'v': v}
told(eval('R(v)', space), eval('R(v), R([v])', {'R': R}, space), R(space['__builtins__']) > 1)
exec('w = [v]\nx = R(v), R(w)', space)
told(space['x'], R(space['w']))
code = compile('y = v\nz = R(y)', 'own', 'exec')
told(R(code))
for i in range(3):
    exec(code, space)
    told(space['z'], R(code))
names = Names(v=v, R=R)
exec('a = v\nb = R(a)\nc = magic', {}, names)
told(R(names), names['b'], names['c'] is v)
exec('def f(p, q=v):\n    return R(p), R(q), R(f) > 1\nr = f(v), f([])', space)
told(space['r'], R(space['f']), R(space['f'].__defaults__))
space['f'].__globals__['v'] = [v]
told(space['f'](v))
del space['f'], space['r'], space['w'], space['y']
space.clear()
told()
def local(p):
    q = [p]
    names = locals()
    first = R(p), R(q), R(names), R(names['p'])
    names['p'] = 5
    again = locals()
    return first, R(p), R(names), R(again), p is v, R(vars())
told(local(v), local([]))
def nested(p):
    def inner():
        return R(p), R(locals()), sorted(locals())
    return inner(), eval('R(p)'), [eval('R(x)') for x in [p]], R(p)
told(nested(v))
class Body:
    p = v
    told(R(p), R(locals()) > 1, R(vars()['p']))
    exec('q = p')
told(R(Body.q), R(vars(Body)), vars(Body)['p'] is v)
told(eval('[R(x) for x in [v]]'), eval(compile('R(v)', 'e', 'eval')), eval('(lambda a: R(a))(v)'))
for text in ('1 +', 'missing', 'v[0]', 'def'):
    try:
        eval(text)
    except Exception as error:
        told(type(error).__name__, R(error))
globals()['made'] = v
told(R(made), R(globals()['made']), globals().pop('made') is v)
