"""Prints what one interpreter says about its static types, as JSON. Run it with each version to record types.json."""

import json
import sys


class C:
    pass


class S:
    __slots__ = ('b', 'a')


class SubS(S):
    pass


class SWithDict(S):
    __slots__ = ('__dict__',)


class SWithWeakref(S):
    __slots__ = ('__weakref__', 'b2')


class SubC(C):
    pass


class SubList(list):
    pass


class SubDict(dict):
    pass


class SubInt(int):
    pass


class SubTuple(tuple):
    pass


class SubFloat(float):
    pass


class SubError(Exception):
    pass


class Meta(type):
    pass


class Diamond(SubC, C):
    pass


def generator():
    yield


def closure():
    return C, cell


cell = (lambda x: lambda: x)(1).__closure__[0]
try:
    raise ValueError
except ValueError as error:
    traceback = error.__traceback__

STATIC = {
    'object': object, 'type': type, 'NoneType': type(None), 'NotImplementedType': type(NotImplemented),
    'ellipsis': type(...), 'int': int, 'bool': bool, 'float': float, 'complex': complex, 'str': str, 'bytes': bytes,
    'tuple': tuple, 'list': list, 'dict': dict, 'set': set, 'frozenset': frozenset, 'range': range, 'slice': slice,
    'dict_keys': type({}.keys()), 'dict_values': type({}.values()), 'dict_items': type({}.items()),
    'list_iterator': type(iter([])), 'tuple_iterator': type(iter(())), 'set_iterator': type(iter(set())),
    'range_iterator': type(iter(range(1))), 'dict_keyiterator': type(iter({})),
    'function': type(generator),
    'builtin_function_or_method': type(len), 'method_descriptor': type(list.append),
    'classmethod_descriptor': type(dict.__dict__['fromkeys']), 'wrapper_descriptor': type(int.__add__),
    'method_wrapper': type((1).__add__), 'getset_descriptor': type(int.__dict__['real']),
    'member_descriptor': type(S.a), 'mappingproxy': type(C.__dict__), 'property': property,
    'staticmethod': staticmethod, 'classmethod': classmethod, 'super': super, 'module': type(sys), 'cell': type(cell),
    'code': type(generator.__code__), 'frame': type(traceback.tb_frame), 'traceback': type(traceback),
    'enumerate': enumerate, 'zip': zip, 'map': map, 'filter': filter, 'reversed': reversed,
    'BaseException': BaseException, 'Exception': Exception, 'ValueError': ValueError, 'StopIteration': StopIteration,
    'KeyError': KeyError, 'AttributeError': AttributeError, 'NameError': NameError,
}


class Bound:
    def m(self):
        pass


STATIC['method'] = type(Bound().m)
HEAP = [C, S, SubS, SWithDict, SWithWeakref, SubC, SubList, SubDict, SubInt, SubTuple, SubFloat, SubError, Meta, Diamond]


def about(t):
    return {
        'name': t.__name__,
        'qualname': t.__qualname__,
        'repr': repr(t),
        'basicsize': t.__basicsize__,
        'itemsize': t.__itemsize__,
        'flags': t.__flags__,
        'dictoffset': t.__dictoffset__,
        'weakrefoffset': t.__weakrefoffset__,
        'mro': [base.__name__ for base in t.__mro__],
        'keys': list(t.__dict__),
        'size': sys.getsizeof(t),
    }


def main():
    result = {
        'static': {name: about(t) for name, t in STATIC.items()},
        'heap': {},
    }
    for t in HEAP:
        result['heap'][t.__name__] = about(t)
    print(json.dumps(result))


main()
