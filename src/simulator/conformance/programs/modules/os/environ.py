# The environment as a mapping of str to str.
import os
from collections.abc import MutableMapping


def tried(f, *args):
    try:
        print(repr(f(*args)))
    except Exception as e:
        print(type(e).__name__ + ':', e, e.__suppress_context__)


env = os.environ
print(type(env).__name__, type(env).__module__, isinstance(env, MutableMapping), isinstance(env, dict))
n = len(env)
env['HW_A'] = '1'
env['HW_B'] = 'two'
print(len(env) - n, env['HW_A'], 'HW_B' in env, 'HW_C' in env, list(env)[-2:], list(env.items())[-2:])
print(os.getenv('HW_A'), os.getenv('HW_C'), os.getenv('HW_C', 'x'), os.getenv(key='HW_C', default=3))
print(env.get('HW_B'), env.get('HW_C'), env.setdefault('HW_C', 'three'), env.setdefault('HW_C', 'x'), env.pop('HW_C'))
print(repr(env).startswith('environ({'), repr(env).endswith("'HW_A': '1', 'HW_B': 'two'})"))
tried(env.__getitem__, 'HW_C')
tried(env.__getitem__, 1)
tried(env.__setitem__, 1, 'x')
tried(env.__setitem__, 'HW_C', 1)
tried(env.__setitem__, 'HW=C', 'x')
tried(env.__delitem__, 'HW_C')
tried(env.pop, 'HW_C')
tried(env.pop, 'HW_C', 'none')
tried(os.getenv, 1)
tried(lambda: 1 in env)
tried(lambda: env | 1)
copy = env.copy()
print(type(copy).__name__, copy == dict(env), copy == env, type(env | {'HW_C': '3'}).__name__, ({'HW_C': '3'} | env)['HW_C'])
same = env
env |= {'HW_D': '4'}
print(env is same, env['HW_D'], 'HW_D' in copy)
env.update(HW_E='5')
for key in env:
    if key.startswith('HW_'):
        del env[key]
print(len(env) == n, os.environ is env)
print(isinstance(os.getpid(), int), os.getpid() == os.getpid(), os.getcwd() == os.path.abspath('.'), os.path.isabs(os.getcwd()))
print(os.error is OSError)
import sys

R = sys.getrefcount

name, value = ''.join(['HW_', 'counted']), ''.join(['va', 'lue'])
os.environ[name] = value
print(R(name), R(value), R(os.environ[name]), R(os.environ.get(name)), R(os.environ.get(name, value)), R(value))
try:
    os.environ[''.join(['HW_', 'missing'])]
except KeyError as e:
    print(R(e), R(e.args[0]))
try:
    os.environ[name] = [value]
except TypeError as e:
    print(R(e), R(value), R(name))
print(os.environ.pop(name) == value, R(name), R(value), os.environ.setdefault(name, value) == value, R(name), R(value))
del os.environ[name]
print(R(name), R(value))
