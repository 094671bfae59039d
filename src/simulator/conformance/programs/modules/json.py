import json
from json import dumps, loads, JSONDecodeError
def err(f):
    try: print(repr(f()))
    except Exception as e: print(type(e).__name__, '|', e)
data = {'name': 'Ada', 'age': 36, 'ok': True, 'none': None, 'pi': 3.14, 'list': [1, 2, [3, {}], []], 'nested': {'a': {'b': 'c'}}, 'tuple': (1, 2)}
print(dumps(data)); print(dumps(data, indent=2)); print(dumps(data, indent=None, separators=(',', ':'))); print(dumps(data, sort_keys=True))
print(dumps([1, {'b': [], 'a': {}}], indent='\t', sort_keys=True), dumps([], indent=4), dumps({}, indent=4), dumps([[]], indent=0), dumps({'a': 1}, indent=3, separators=(', ', ' = ')))
print(dumps('quote " back \\ slash / tab\t nl\n cr\r bs\b ff\f nul\0 esc\x1b del\x7f é ñ € 😀'), dumps('é€😀\u2028', ensure_ascii=False), dumps('\ud800'))
print(dumps([1.0, -0.0, 1e100, 1e-7, 0.1 + 0.2, float('inf'), float('-inf'), float('nan'), 10**20, -5, True, False, None]))
print(dumps({1: 'a', 2.5: 'b', True: 'c', None: 'd', 'x': 'e', False: 0}), dumps({(1, 2): 3, 'k': 1}, skipkeys=True))
err(lambda: dumps({(1, 2): 3})); err(lambda: dumps({1, 2})); err(lambda: dumps(object)); err(lambda: dumps(float('nan'), allow_nan=False)); err(lambda: dumps([1 + 2j])); err(lambda: dumps(b'x')); err(lambda: dumps({'b': 1, 2: 3}, sort_keys=True)); err(lambda: dumps({'a': [1, {2}]}, indent=1))
loop = []; loop.append(loop); err(lambda: dumps(loop)); d = {}; d['d'] = d; err(lambda: dumps(d))
class Point:
    def __init__(self, x, y): self.x, self.y = x, y
def enc(o):
    if isinstance(o, Point): return {'x': o.x, 'y': o.y}
    if isinstance(o, set): return sorted(o)
    raise TypeError(f'cannot encode {type(o).__name__}')
print(dumps({'p': Point(1, 2), 's': {3, 1, 2}}, default=enc), dumps([Point(0, 0)], default=lambda o: o.__dict__, indent=1)); err(lambda: dumps(1j, default=enc)); err(lambda: dumps([Point(1, 2)], default=str) != '')
class E(json.JSONEncoder):
    def default(self, o):
        if isinstance(o, complex): return [o.real, o.imag]
        return super().default(o)
print(dumps(2 + 1j, cls=E), E().encode([1j]), list(E(indent=1).iterencode([1]))[:3], ''.join(json.JSONEncoder().iterencode({'a': [1, 2]}))); err(lambda: dumps(object, cls=E))
from enum import IntEnum
class Color(IntEnum): RED = 1
class MyInt(int):
    def __repr__(self): return 'mine'
class MyStr(str): pass
class MyDict(dict): pass
print(dumps([Color.RED, MyInt(3), MyStr('s'), MyDict(a=1), {Color.RED: 2}]))
print(loads('{"a": 1, "b": [true, false, null, 1.5, -2, 1e3, "x\\u00e9\\n\\ud83d\\ude00\\/"], "c": {}, "d": []}'), loads(' [1 , 2 ] '), loads('"s"'), loads('12'), loads('-0.0'), loads('1E+2'), loads('NaN'), loads('[Infinity, -Infinity]'), loads('123456789012345678901234567890'), loads('{"a":1,"a":2}'), loads(b'[1]'), loads('\n{"k"\t:\r1}\n'))
for bad in ['', '   ', '{', '{"a"', '{"a":', '{"a": 1', '{"a": 1,', "{'a': 1}", '[1, 2', '[1, ]', '[1 2]', '{"a" 1}', '{"a": 1,}', '[1,,2]', '"abc', '"a\nb"', '"\\x"', '"\\u12"', 'nul', 'tru', '01', '1.', '.5', '-', '+1', '1 2', '{"a": 1} x', '[1]]', '{1: 2}', 'undefined', '{"a": undefined}', '[\n1,\n  oops]', '"\\', '{,}', '[,1]', '\ufeff{}']: err(lambda: loads(bad))
try: loads('{"a": 1,\n "b": }')
except JSONDecodeError as e: print(e.msg, e.pos, e.lineno, e.colno, repr(e.doc), isinstance(e, ValueError), e.args)
err(lambda: loads(None)); err(lambda: loads(5)); err(lambda: loads([1]))
print(loads('{"x": 1, "y": 2}', object_hook=lambda d: Point(**d)).y, loads('[1.5, 2]', parse_float=str, parse_int=float), loads('{"b": 1, "a": 2}', object_pairs_hook=list), loads('[NaN]', parse_constant=lambda c: c + '!'), loads('{"a": {"b": 1}}', object_hook=lambda d: sorted(d)))
import io
f = io.StringIO(); json.dump({'a': [1, 2]}, f, indent=1); print(f.getvalue()); f.seek(0); print(json.load(f))
print(json.JSONDecoder().raw_decode('[1] tail'), json.JSONDecoder().decode(' 1 ')); err(lambda: json.JSONDecoder().decode('1 x')); err(lambda: loads('"a\tb"')); print(repr(loads('"a\tb"', strict=False)))
copy = loads(dumps(data)); print(copy == data, copy['tuple'], {k: type(v).__name__ for k, v in copy.items()}); print(JSONDecodeError.__mro__[1], JSONDecodeError.__module__, json.__all__)
s = dumps({'big': list(range(12)), 's': 'x' * 10}, indent=4, ensure_ascii=False); print(s.count('\n'), len(s)); k1, k2 = [list(x)[0] for x in loads('[{"key": 1}, {"key": 2}]')]; print(k1 is k2)
import sys
R = sys.getrefcount
shared, key = [1.5], ''.join(['k', 'ey'])
doc = {key: shared, 'again': [shared, shared]}
out = dumps(doc); print(R(out), R(shared), R(key), R(doc))
back = loads(out); print(R(back), R(back['key']), R(back['again']), R(back['again'][0]), R(out))
def hook(d): return [d]
print(R(loads('{"a": {"b": []}}', object_hook=hook)), R(hook))
def pairs(p): return dict(p)
print(R(loads('[{"a": [[]], "b": {}}]', object_pairs_hook=pairs)[0]), R(pairs))
class Odd: pass
odd = Odd()
def default(o): return shared
print(dumps([odd, {'o': odd}], default=default), R(odd), R(shared), R(default))
try: dumps({'k': [odd]})
except TypeError as e: print(R(e), R(e.args))
print(R(odd), R(shared))
doc['self'] = doc
try: dumps(doc)
except ValueError as e: print(R(e), R(e.args))
print(R(doc), R(shared), R(key))
bad = ''.join(['[1, ', '2'])
try: loads(bad)
except JSONDecodeError as e: print(R(e), e.doc is bad)
print(R(bad))
