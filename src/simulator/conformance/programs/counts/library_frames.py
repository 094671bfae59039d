# Inside a hook, and while an exception is in hand, the frames of the library hold what goes through them.
import json
import re
import string
import sys

R = sys.getrefcount


class Odd:
    pass


def default(o):
    print('default', R(o))
    return shared


def pairs(p):
    print('pairs', R(p), [R(v) for _, v in p])
    return dict(p)


odd, shared, source, doc = Odd(), [], ''.join(['(a', 'b']), {}
print(json.dumps([odd, {'o': odd}], default=default), R(odd), R(shared))
print(json.loads('[{"a": [[]], "b": {}}]', object_pairs_hook=pairs))
doc['k'] = [odd]
try:
    json.dumps(doc)
except TypeError as e:
    print(R(e), R(odd), R(doc))
try:
    re.compile(source)
except re.error as e:
    print(R(e), R(source))
template = string.Template('$a')
try:
    template.substitute(doc)
except KeyError as e:
    print(R(e), R(template), R(doc))
print(R(odd), R(shared), R(source), R(doc), R(template))
