# Running text as code.
print(eval('1 + 2'), eval(' [x * 2 for x in range(3)] '), eval('(1,\n2)'))
exec('x = 5\nprint(x)')
print(x)
namespace = {'y': 2}
exec('z = y * 21', namespace)
print(namespace['z'], sorted(k for k in namespace))
print(eval('y + w', {'y': 1}, {'w': 10}))
exec('a = 1; b = c', {'c': 'global'}, local := {})
print(local)


def f(p):
    exec('p = 99; q = 3')
    print(p, eval('p + 1'))
    try:
        q
    except NameError as error:
        print(error)
    return eval('p', {'p': 'elsewhere'})


print(f(1))
code = compile('m * 2', '<test>', 'eval')
print(eval(code, {'m': 21}), code.co_filename, code.co_name, code.co_names)
module = compile('def g():\n    return 7\n', 'made.py', 'exec')
exec(module)
print(g(), g.__code__.co_filename, exec('1'), eval(module))
for wrong in ('1 +', 'x = 1', '', 'a b', '(', "'abc"):
    try:
        eval(wrong)
    except SyntaxError as error:
        print(type(error).__name__, error.msg, error.filename, error.lineno)
try:
    exec('if True:\nprint(1)')
except IndentationError as error:
    print(error)
try:
    exec('ok = 1\nbad bad', {})
except SyntaxError as error:
    print(error, error.lineno, error.offset, repr(error.text))
for call in (
    lambda: exec(3),
    lambda: eval(None),
    lambda: exec('1', 3),
    lambda: eval('1', 3),
    lambda: eval('1', {}, 3),
    lambda: exec('1', {}, 3),
    lambda: compile('1', 'f', 'other'),
    lambda: compile(1, 'f', 'exec'),
    lambda: exec((lambda: x).__code__) or 'ran',
):
    try:
        print(call())
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
try:
    exec('def broken():\n    return 1 / 0\nbroken()')
except ZeroDivisionError as error:
    tb = error.__traceback__
    while tb:
        print(tb.tb_frame.f_code.co_filename.split('/')[-1], tb.tb_frame.f_code.co_name, tb.tb_lineno)
        tb = tb.tb_next


class Namespace(dict):
    def __missing__(self, key):
        return f'missing {key}'


print(eval('some + other', {}, Namespace()))
exec('class K:\n    n = 1\n    def m(self):\n        return self.n + offset\n', shared := {'offset': 10})
print(shared['K']().m())
print(eval('(lambda a: a + 1)(2)'), eval('[i for i in (1, 2) if i > t]', {'t': 1}))


# A compiled text owns its constants; what it names belongs to the mapping it runs in.
import sys

R = sys.getrefcount


class Owned:
    pass


o = Owned()
space = {'o': o, 'R': R}
code = compile('x = o\ny = [x]\nprint(R(o), R(x), R(y))', '<counts>', 'exec')
print(R(o), R(space), R(code))
for i in range(2):
    exec(code, space)
    print(R(o), R(space['y']), R(space), R(code))
del space['x'], space['y']
print(R(o), eval('R(o)', space), eval('[R(o), R(q)]', space, {'q': o}), R(o))
try:
    exec('z = o\n1 / 0', space)
except ZeroDivisionError as error:
    print(R(o), R(error), R(space))
    kept = error
print(R(o), R(kept.__traceback__))
exec('def f(a=o):\n    return R(a), R(o)', space)
print(space['f'](), R(o), R(space), R(space['f']), R(space['f'].__code__))
space.clear()
del kept
print(R(o), R(space))
