"""The typing module: Support for gradual typing as defined by PEP 484 and subsequent PEPs."""
# NOT CPYTHON: TypeVar and its kin are classes in Python in every version. What is left out: substituting ParamSpec and
# TypeVarTuple, and names for streams and patterns.
import collections
import collections.abc
import sys
import types
from abc import ABCMeta, abstractmethod
from collections import defaultdict
from contextlib import AbstractContextManager
from functools import lru_cache
from _profile import typing as _new
from _typing import Generic, _union

TYPE_CHECKING = False
Text = str
Protocol = None
_union_is_type = 'union' in _new
_type_params = ('TypeVar', 'ParamSpec', 'TypeVarTuple')


def _type_repr(obj):
    if isinstance(obj, type):
        return obj.__qualname__ if obj.__module__ == 'builtins' else f'{obj.__module__}.{obj.__qualname__}'
    if obj is ...:
        return '...'
    if isinstance(obj, tuple):
        return '[' + ', '.join(_type_repr(t) for t in obj) + ']'
    return obj.__name__ if isinstance(obj, types.FunctionType) else repr(obj)


def _is_param(obj):
    return type(obj).__name__ in _type_params and type(obj).__module__ == 'typing'


def _type_check(arg, msg):
    if arg is None:
        return type(None)
    if isinstance(arg, str):
        return ForwardRef(arg)
    if arg in (Generic, Protocol):
        raise TypeError(f'Plain {arg!r} is not valid as type argument')
    if isinstance(arg, _SpecialForm) and arg._name in ('ClassVar', 'Final'):
        raise TypeError(f'{arg!r} is not valid as type argument')
    if type(arg) is tuple:
        raise TypeError(f'{msg} Got {arg!r:.100}.')
    return arg


def _collect_parameters(args):
    found = []
    for arg in args:
        for p in (arg,) if _is_param(arg) else getattr(arg, '__parameters__', ()) if not isinstance(arg, type) else ():
            if p not in found:
                found.append(p)
    return tuple(found)


def _check_count(cls, given, expected, least=False):
    if given != expected:
        few = given < expected
        raise TypeError(f"Too {'few' if few else 'many'} arguments for {cls}; actual {given}, "
                        f"expected {'at least ' if few and least else ''}{expected}")


def _dedupe(items):
    result = []
    for item in items:
        if item not in result:
            result.append(item)
    return result


def _cached(func):
    # What can be hashed is kept, so that List[int] is List[int].
    known = lru_cache(typed=True)(func)

    def inner(*args):
        try:
            return known(*args)
        except TypeError:
            pass
        return func(*args)
    return inner


class ForwardRef:
    """Internal wrapper to hold a forward reference."""

    def __init__(self, arg):
        self.__forward_arg__ = arg

    def __eq__(self, other):
        return isinstance(other, ForwardRef) and self.__forward_arg__ == other.__forward_arg__

    def __hash__(self):
        return hash(self.__forward_arg__)

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]

    def __repr__(self):
        return f'ForwardRef({self.__forward_arg__!r})'


class _SpecialForm:
    def __init__(self, name, getitem=None):
        self._name = self.__name__ = name
        self._getitem = getitem

    def __repr__(self):
        return 'typing.' + self._name

    def __mro_entries__(self, bases):
        raise TypeError(f'Cannot subclass {self!r}')

    def __call__(self, *args, **kwds):
        raise TypeError(f'Cannot instantiate {self!r}')

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]

    def __instancecheck__(self, obj):
        raise TypeError(f'{self} cannot be used with isinstance()')

    def __subclasscheck__(self, cls):
        raise TypeError(f'{self} cannot be used with issubclass()')

    def __getitem__(self, parameters):
        if self._getitem is None:
            raise TypeError(f'{self} is not subscriptable')
        return self._getitem(self, parameters)


class _GenericAlias:
    def __init__(self, origin, args, *, inst=True, name=None):
        self._inst = inst
        self._name = name
        self.__origin__ = origin
        self.__args__ = tuple(a for a in args)
        self.__parameters__ = _collect_parameters(args)
        if not name:
            self.__module__ = origin.__module__

    def __repr__(self):
        name = 'typing.' + self._name if self._name else _type_repr(self.__origin__)
        args = [_type_repr(a) for a in self.__args__]
        if self.__origin__ is collections.abc.Callable and args[0] != '...':
            return f"{name}[[{', '.join(args[:-1])}], {args[-1]}]"
        return f"{name}[{', '.join(args) or '()'}]"

    def __eq__(self, other):
        if not isinstance(other, _GenericAlias):
            return NotImplemented
        if self.__origin__ is Union and other.__origin__ is Union:
            return set(self.__args__) == set(other.__args__)
        return self.__origin__ == other.__origin__ and self.__args__ == other.__args__

    def __hash__(self):
        return hash((self.__origin__, frozenset(self.__args__) if self.__origin__ is Union else self.__args__))

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]

    def __call__(self, *args, **kwargs):
        if not self._inst:
            raise TypeError(f'Type {self._name} cannot be instantiated; use {self.__origin__.__name__}() instead')
        result = self.__origin__(*args, **kwargs)
        try:
            result.__orig_class__ = self
        except Exception:
            pass
        return result

    def __mro_entries__(self, bases):
        if isinstance(self.__origin__, _SpecialForm):
            raise TypeError(f'Cannot subclass {self!r}')
        later = bases[bases.index(self) + 1:]
        generic = any(isinstance(b, _GenericAlias) or isinstance(b, type) and issubclass(b, Generic) for b in later)
        if self._name:
            return (self.__origin__,) if generic or Generic in bases else (self.__origin__, Generic)
        if self.__origin__ is Generic and (Protocol in bases or generic):
            return ()
        return (self.__origin__,)

    def __getattr__(self, attr):
        if attr in ('__origin__', '__args__') or '__origin__' not in self.__dict__:
            raise AttributeError(attr)
        if attr == '__name__' and self._name:
            return self._name
        if not (attr.startswith('__') and attr.endswith('__')) or attr in ('__name__', '__qualname__', '__doc__'):
            return getattr(self.__origin__, attr)
        raise AttributeError(attr)

    def __instancecheck__(self, obj):
        return self.__subclasscheck__(type(obj))

    def __subclasscheck__(self, cls):
        if self.__origin__ is Union:
            return any(issubclass(cls, arg) for arg in self.__args__)
        raise TypeError('Subscripted generics cannot be used with class and instance checks')

    def __iter__(self):
        yield _SpecialForm('Unpack')

    @_cached
    def __getitem__(self, params):
        if self.__origin__ is Generic or self.__origin__ is Protocol:
            raise TypeError(f'Cannot subscript already-subscripted {self}')
        if not self.__parameters__:
            raise TypeError(f'{self} is not a generic class')
        if not isinstance(params, tuple):
            params = (params,)
        params = tuple(tuple(p) if isinstance(p, list) else _type_check(p, 'Parameters to generic types must be types.')
                   for p in params)
        _check_count(self, len(params), len(self.__parameters__), 'least' in _new)
        return self._with(tuple(_substitute(a, dict(zip(self.__parameters__, params))) for a in self.__args__))

    def _with(self, args):
        if self.__origin__ is Union:
            return Union[args]
        return self.__class__(self.__origin__, args, inst=self._inst, name=self._name)


def _substitute(arg, values):
    if _is_param(arg):
        return values[arg]
    own = getattr(arg, '__parameters__', ())
    if own and not isinstance(arg, type):
        return arg[tuple(values[p] for p in own)]
    return arg


class _UnionGenericAlias(_GenericAlias):
    def __repr__(self):
        args = self.__args__
        if len(args) == 2 and type(None) in args:
            return f'typing.Optional[{_type_repr(args[args[0] is type(None)])}]'
        return super().__repr__()


class _LiteralGenericAlias(_GenericAlias):
    def __repr__(self):
        return f"typing.Literal[{', '.join(map(repr, self.__args__))}]"


class _AnnotatedAlias(_GenericAlias):
    def __init__(self, origin, metadata):
        if isinstance(origin, _AnnotatedAlias):
            metadata = origin.__metadata__ + metadata
            origin = origin.__origin__
        super().__init__(origin, (origin,), name='Annotated')
        self.__metadata__ = metadata

    def _with(self, args):
        return _AnnotatedAlias(args[0], self.__metadata__)

    def __repr__(self):
        return f"typing.Annotated[{_type_repr(self.__origin__)}, {', '.join(map(repr, self.__metadata__))}]"

    def __eq__(self, other):
        return isinstance(other, _AnnotatedAlias) and (self.__origin__, self.__metadata__) == (
            other.__origin__, other.__metadata__)

    def __hash__(self):
        return hash((self.__origin__, self.__metadata__))


class _SpecialGenericAlias(_GenericAlias):
    # List, Dict and their like, before they are subscripted.
    def __init__(self, origin, nparams, name):
        super().__init__(origin, (), inst=False, name=name)
        self._nparams = nparams

    def __repr__(self):
        return 'typing.' + self._name

    __eq__ = object.__eq__
    __hash__ = object.__hash__

    @_cached
    def __getitem__(self, params):
        if self.__origin__ is collections.abc.Callable:
            return self._callable(params)
        if not isinstance(params, tuple):
            params = (params,)
        if self.__origin__ is tuple:
            msg = 'Tuple[t0, t1, ...]: each t must be a type.'
        else:
            msg = 'Parameters to generic types must be types.'
            _check_count(self, len(params), self._nparams)
        return _GenericAlias(self.__origin__, tuple(p if p is ... else _type_check(p, msg) for p in params), inst=False,
                             name=self._name)

    def _callable(self, params):
        if not isinstance(params, tuple) or len(params) != 2:
            raise TypeError('Callable must be used as Callable[[arg, ...], result].')
        args, result = params
        args = tuple(args) if isinstance(args, list) else (args,)
        msg = 'Callable[args, result]: result must be a type.'
        return _GenericAlias(self.__origin__, tuple(a if a is ... else _type_check(a, msg) for a in (*args, result)),
                             inst=False, name='Callable')

    def __subclasscheck__(self, cls):
        return issubclass(cls, self.__origin__)


class _AnyMeta(type):
    def __instancecheck__(self, obj):
        if self is Any:
            raise TypeError('typing.Any cannot be used with isinstance()')
        return super().__instancecheck__(obj)

    def __repr__(self):
        return 'typing.Any' if self is Any else super().__repr__()


class Any(metaclass=_AnyMeta):
    """Special type indicating an unconstrained type."""

    def __new__(cls, *args, **kwargs):
        if cls is Any:
            raise TypeError('Any cannot be instantiated')
        return super().__new__(cls)


def _union_items(params):
    for p in params:
        p = _type_check(p, 'Union[arg, ...]: each arg must be a type.')
        if isinstance(p, (_UnionGenericAlias, types.UnionType)):
            yield from p.__args__
        else:
            yield p


@_cached
def _make_union(self, params):
    if params == ():
        raise TypeError('Cannot take a Union of no types.')
    args = tuple(_dedupe(_union_items(params if isinstance(params, tuple) else (params,))))
    if len(args) == 1:
        return args[0]
    return _union(args) if _union_is_type else _UnionGenericAlias(self, args, name='Union')


@_cached
def _make_optional(self, param):
    if isinstance(param, tuple):
        raise TypeError(f'{self} requires a single type. Got {param!r:.100}.')
    return Union[param, None]


def _make_literal(self, params):
    flat = []
    for p in params if isinstance(params, tuple) else (params,):
        for q in p.__args__ if isinstance(p, _LiteralGenericAlias) else (p,):
            if not any(q == r and type(q) is type(r) for r in flat):
                flat.append(q)
    return _LiteralGenericAlias(self, tuple(flat), name='Literal')


@_cached
def _make_annotated(self, params):
    if not isinstance(params, tuple) or len(params) < 2:
        raise TypeError('Annotated[...] should be used with at least two arguments (a type and an annotation).')
    return _AnnotatedAlias(_type_check(params[0], 'Annotated[t, ...]: t must be a type.'), params[1:])


@_cached
def _make_single(self, param):
    item = _type_check(param, f'{self} accepts only single type.')
    return _GenericAlias(self, (item,), name=self._name)


def _make_concatenate(self, params):
    return _GenericAlias(self, params if isinstance(params, tuple) else (params,), name=self._name)


Union = types.UnionType if _union_is_type else _SpecialForm('Union', _make_union)
Optional = _SpecialForm('Optional', _make_optional)
Literal = _SpecialForm('Literal', _make_literal)
Annotated = _SpecialForm('Annotated', _make_annotated)
Concatenate = _SpecialForm('Concatenate', _make_concatenate)
for _n in ('ClassVar', 'Final', 'Required', 'NotRequired', 'TypeGuard', 'Unpack', *(n for n in _new if n[0].isupper())):
    globals()[_n] = _SpecialForm(_n, _make_single)
for _n in ('NoReturn', 'Never', 'Self', 'LiteralString', 'TypeAlias'):
    globals()[_n] = _SpecialForm(_n)

for _n, _o, _k in (('List', list, 1), ('Dict', dict, 2), ('Set', set, 1), ('FrozenSet', frozenset, 1), ('Type', type, 1),
                   ('Tuple', tuple, -1), ('DefaultDict', defaultdict, 2), ('OrderedDict', collections.OrderedDict, 2),
                   ('Counter', collections.Counter, 1), ('ChainMap', collections.ChainMap, 2),
                   ('Deque', collections.deque, 1), ('ContextManager', AbstractContextManager, 1)):
    globals()[_n] = _SpecialGenericAlias(_o, _k, _n)
for _k, _ns in enumerate((
        'Hashable Sized',
        'Awaitable AsyncIterable AsyncIterator Iterable Iterator Reversible Container Collection Set:AbstractSet '
        'MutableSet Sequence MutableSequence KeysView ValuesView MappingView',
        'Callable Mapping MutableMapping ItemsView AsyncGenerator', 'Generator Coroutine')):
    for _n in _ns.split():
        _o, _, _n = _n.rpartition(':')
        globals()[_n] = _SpecialGenericAlias(getattr(collections.abc, _o or _n), _k, _n)
del _n, _o, _k, _ns, _


class _TypeParam:
    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]

    def __mro_entries__(self, bases):
        raise TypeError(f'Cannot subclass an instance of {type(self).__name__}')

    def _init(self, name, bound, covariant, contravariant, infer_variance=False):
        if covariant and contravariant:
            raise ValueError('Bivariant types are not supported.')
        self.__name__ = name
        self.__bound__ = None if bound is None else _type_check(bound, 'Bound must be a type.')
        self.__covariant__ = covariant
        self.__contravariant__ = contravariant
        self.__module__ = sys._getframe(2).f_globals.get('__name__')

    def __repr__(self):
        return ('+' if self.__covariant__ else '-' if self.__contravariant__ else '~') + self.__name__


class TypeVar(_TypeParam):
    """Type variable."""

    def __init__(self, name, *constraints, bound=None, covariant=False, contravariant=False, infer_variance=False,
                 default=None):
        self._init(name, bound, covariant, contravariant)
        if constraints and bound is not None:
            raise TypeError('Constraints cannot be combined with bound=...')
        if len(constraints) == 1:
            raise TypeError('A single constraint is not allowed')
        self.__constraints__ = tuple(_type_check(t, 'TypeVar(name, constraint, ...): constraints must be types.')
                                     for t in constraints)


class ParamSpecArgs:
    def __init__(self, origin):
        self.__origin__ = origin

    def __repr__(self):
        return f'{self.__origin__.__name__}.args'


class ParamSpecKwargs(ParamSpecArgs):
    def __repr__(self):
        return f'{self.__origin__.__name__}.kwargs'


class ParamSpec(_TypeParam):
    """Parameter specification variable."""

    def __init__(self, name, *, bound=None, covariant=False, contravariant=False):
        self._init(name, bound, covariant, contravariant)

    @property
    def args(self):
        return ParamSpecArgs(self)

    @property
    def kwargs(self):
        return ParamSpecKwargs(self)


class TypeVarTuple(_TypeParam):
    """Type variable tuple."""

    def __init__(self, name):
        self._init(name, None, False, False)

    def __repr__(self):
        return self.__name__

    def __iter__(self):
        yield Unpack[self]


AnyStr = TypeVar('AnyStr', bytes, str)


@_cached
def _generic_class_getitem(cls, params):
    if not isinstance(params, tuple):
        params = (params,)
    params = tuple(tuple(p) if isinstance(p, list) else _type_check(p, 'Parameters to generic types must be types.')
                   for p in params)
    if cls is Generic or cls is Protocol:
        if not params:
            raise TypeError(f'Parameter list to {cls.__qualname__}[...] cannot be empty')
        if not all(_is_param(p) or isinstance(p, _GenericAlias) and p._name == 'Unpack' for p in params):
            raise TypeError(f'Parameters to {cls.__name__}[...] must all be type variables or parameter '
                            'specification variables.')
        if len(set(params)) != len(params):
            raise TypeError(f'Parameters to {cls.__name__}[...] must all be unique')
    else:
        own = getattr(cls, '__parameters__', ()) or getattr(cls, '__type_params__', ())
        if not own:
            raise TypeError(f'{cls} is not a generic class')
        if [type(p).__name__ for p in own] == ['ParamSpec'] and not isinstance(params[0], tuple) and params != (...,):
            params = (params,)
        if not any(type(p).__name__ != 'TypeVar' for p in own):
            _check_count(cls, len(params), len(own), 'least' in _new)
    return _GenericAlias(cls, params)


def _generic_init_subclass(cls, *args, **kwargs):
    super(Generic, cls).__init_subclass__(*args, **kwargs)
    bases = cls.__dict__.get('__orig_bases__')
    if Generic in (cls.__bases__ if bases is None else bases) and cls.__name__ != 'Protocol':
        raise TypeError('Cannot inherit from plain Generic')
    found = ()
    if bases is not None:
        found = _collect_parameters(bases)
        for base in bases:
            if isinstance(base, _GenericAlias) and base.__origin__ is Generic:
                listed = base.__parameters__
                missing = [p for p in found if p not in listed]
                if missing:
                    raise TypeError(f"Some type variables ({', '.join(map(str, missing))}) are not listed in "
                                    f"Generic[{', '.join(map(str, listed))}]")
                found = listed
    cls.__parameters__ = found


def _no_init(self, *args, **kwargs):
    if type(self)._is_protocol:
        raise TypeError('Protocols cannot be instantiated')


_not_members = frozenset((
    '__abstractmethods__ __annotations__ __dict__ __doc__ __init__ __module__ __new__ __slots__ __subclasshook__ '
    '__weakref__ __class_getitem__ __match_args__ __static_attributes__ __firstlineno__ __parameters__ __orig_bases__ '
    '__orig_class__ _is_protocol _is_runtime_protocol __protocol_attrs__ __non_callable_proto_members__ '
    '__type_params__ __annotate__ __annotate_func__ __annotations_cache__ __init_subclass__ _abc_impl __final__').split())


def _protocol_attrs(cls):
    names = set()
    for base in cls.__mro__[:-1]:
        if base is not Generic and base is not Protocol:
            names |= {*base.__dict__, *getattr(base, '__annotations__', ())} - _not_members
    return names


def _data_members(cls):
    return sorted(n for n in _protocol_attrs(cls) if not callable(getattr(cls, n, None)))


class _ProtocolMeta(ABCMeta):
    def __instancecheck__(cls, instance):
        if cls is Protocol or not getattr(cls, '_is_protocol', False):
            return super().__instancecheck__(instance)
        if not getattr(cls, '_is_runtime_protocol', False):
            raise TypeError('Instance and class checks can only be used with @runtime_checkable protocols')
        data = _data_members(cls)
        if type.__instancecheck__(cls, instance) if data else super().__instancecheck__(instance):
            return True
        return all(hasattr(instance, n) and (n in data or getattr(instance, n) is not None)
                   for n in _protocol_attrs(cls))

    def __subclasscheck__(cls, other):
        if cls is not Protocol and getattr(cls, '_is_protocol', False):
            if not isinstance(other, type):
                raise TypeError('issubclass() arg 1 must be a class')
            if not getattr(cls, '_is_runtime_protocol', False):
                raise TypeError('Instance and class checks can only be used with @runtime_checkable protocols')
            data = _data_members(cls)
            if data:
                raise TypeError("Protocols with non-method members don't support issubclass()" + (
                    f'. Non-method members: {str(data)[1:-1]}.' if 'least' in _new else ''))
        return super().__subclasscheck__(other)


def _proto_hook(cls, other):
    if not cls.__dict__.get('_is_protocol', False):
        return NotImplemented
    for name in _protocol_attrs(cls):
        for base in other.__mro__:
            if name in base.__dict__:
                if base.__dict__[name] is None:
                    return NotImplemented
                break
        else:
            return NotImplemented
    return True


class Protocol(Generic, metaclass=_ProtocolMeta):
    """Base class for protocol classes."""
    __slots__ = ()
    _is_protocol = True
    _is_runtime_protocol = False

    def __init_subclass__(cls, *args, **kwargs):
        super().__init_subclass__(*args, **kwargs)
        if not cls.__dict__.get('_is_protocol', False):
            cls._is_protocol = any(b is Protocol for b in cls.__bases__)
        if not cls._is_protocol:
            if cls.__init__ is _no_init:
                cls.__init__ = object.__init__
            return
        for base in cls.__bases__:
            if not (base is object or base is Generic or getattr(base, '_is_protocol', False)
                    or base.__module__ in ('collections.abc', 'contextlib')):
                raise TypeError(f'Protocols can only inherit from other protocols, got {base!r}')
        if '__subclasshook__' not in cls.__dict__:
            cls.__subclasshook__ = classmethod(_proto_hook)
        if cls.__init__ is Protocol.__init__:
            cls.__init__ = _no_init


def runtime_checkable(cls):
    """Mark a protocol class as a runtime protocol."""
    if not isinstance(cls, _ProtocolMeta) or not cls._is_protocol:
        raise TypeError(f'@runtime_checkable can be only applied to protocol classes, got {cls!r}')
    cls._is_runtime_protocol = True
    return cls


for _n, _m, _t in (('Int', '__int__', 0), ('Float', '__float__', 0), ('Complex', '__complex__', 0),
                   ('Bytes', '__bytes__', 0), ('Index', '__index__', 0), ('Abs', '__abs__', 1), ('Round', '__round__', 1)):
    _n = 'Supports' + _n
    globals()[_n] = runtime_checkable(types.new_class(
        _n, (Protocol[TypeVar('T_co', covariant=True)],) if _t else (Protocol,), {}, lambda ns: ns.update(
            {_m: abstractmethod(lambda self: None), '__module__': 'typing', '__slots__': ()})))
del _n, _m, _t


def _annotations_of(ns):
    # Of the namespace of a class that is being made.
    found = ns.get('__annotations__')
    if found is None:
        annotate = ns.get('__annotate_func__') or ns.get('__annotate__')
        found = annotate(1) if annotate else {}
    return {n: _type_check(t, f'field {n} annotation must be a type') for n, t in found.items()}


class NamedTupleMeta(type):
    def __new__(cls, typename, bases, ns):
        for base in bases:
            if base is not _NamedTuple and base is not Generic:
                raise TypeError('can only inherit from a NamedTuple type and Generic')
        bases = tuple(tuple if base is _NamedTuple else base for base in bases)
        fields = _annotations_of(ns)
        defaults = []
        for name in fields:
            if name in ns:
                defaults.append(name)
            elif defaults:
                raise TypeError(f"Non-default namedtuple field {name} cannot follow default "
                                f"field{'s' if len(defaults) > 1 else ''} {', '.join(defaults)}")
        made = _make_nmtuple(typename, fields, [ns[n] for n in defaults], ns['__module__'])
        made.__bases__ = bases
        if Generic in bases:
            made.__class_getitem__ = classmethod(_generic_class_getitem)
        for key, value in ns.items():
            if key in ('__new__', '__init__', '__slots__', '__getnewargs__', '_fields', '_field_defaults', '_field_types',
                       '_make', '_replace', '_asdict', '_source'):
                raise AttributeError('Cannot overwrite NamedTuple attribute ' + key)
            if key not in _kept and key not in made._fields:
                setattr(made, key, value)
        if Generic in bases:
            made.__init_subclass__()
        return made


_kept = ('__module__', '__name__', '__annotations__', '__annotate__', '__annotate_func__', '__classdictcell__')


def _make_nmtuple(name, fields, defaults, module):
    made = collections.namedtuple(name, list(fields), defaults=defaults, module=module)
    made.__annotations__ = made.__new__.__annotations__ = dict(fields)
    return made


def NamedTuple(typename, fields=(), /, **kwargs):
    """Typed version of namedtuple."""
    fields = dict(fields or kwargs)
    made = _make_nmtuple(typename, {n: _type_check(t, f'field {n} annotation must be a type') for n, t in fields.items()},
                         (), sys._getframe(1).f_globals.get('__name__'))
    made.__orig_bases__ = (NamedTuple,)
    return made


_NamedTuple = type.__new__(NamedTupleMeta, 'NamedTuple', (), {})
NamedTuple.__mro_entries__ = lambda bases: (_NamedTuple,)


class _TypedDictMeta(type):
    def __new__(cls, name, bases, ns, total=True):
        for base in bases:
            if type(base) is not _TypedDictMeta and base is not Generic:
                raise TypeError('cannot inherit from both a TypedDict type and a non-TypedDict base class')
        made = type.__new__(_TypedDictMeta, name, (dict, Generic) if Generic in bases else (dict,), ns)
        annotations, required, optional = {}, set(), set()
        for base in bases:
            if base is not _TypedDict and base is not Generic:
                annotations.update(base.__annotations__)
                required |= base.__required_keys__
                optional |= base.__optional_keys__
        for key, hint in _annotations_of(ns).items():
            annotations[key] = hint
            inner = hint.__origin__ if isinstance(hint, _AnnotatedAlias) else hint
            form = get_origin(inner)
            needed = form is Required or total and form is not NotRequired
            (required if needed else optional).add(key)
            (optional if needed else required).discard(key)
        made.__annotations__ = annotations
        made.__required_keys__ = frozenset(required)
        made.__optional_keys__ = frozenset(optional)
        made.__total__ = total
        return made

    __call__ = dict

    def __subclasscheck__(cls, other):
        raise TypeError('TypedDict does not support instance and class checks')

    __instancecheck__ = __subclasscheck__


def TypedDict(typename, fields=None, /, *, total=True, **kwargs):
    """A simple typed namespace. At runtime it is equivalent to a plain dict."""
    ns = {'__annotations__': dict(fields or kwargs), '__module__': sys._getframe(1).f_globals.get('__name__')}
    made = _TypedDictMeta(typename, (), ns, total=total)
    made.__orig_bases__ = (TypedDict,)
    return made


_TypedDict = type.__new__(_TypedDictMeta, 'TypedDict', (), {})
TypedDict.__mro_entries__ = lambda bases: (_TypedDict,)


def is_typeddict(tp):
    """Check if an annotation is a TypedDict class."""
    return isinstance(tp, _TypedDictMeta) and tp is not _TypedDict


class NewType:
    """NewType creates simple unique types with almost zero runtime overhead."""

    def __init__(self, name, tp):
        self.__qualname__ = self.__name__ = name
        self.__supertype__ = tp
        self.__module__ = sys._getframe(1).f_globals.get('__name__')

    def __call__(self, x):
        return x

    def __repr__(self):
        return f'{self.__module__}.{self.__qualname__}'

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]


def _evaluate(hint, globalns, localns):
    if isinstance(hint, ForwardRef):
        hint = hint.__forward_arg__
    if isinstance(hint, str):
        return _evaluate(_type_check(eval(hint, globalns, localns), 'Forward references must evaluate to types.'),
                         globalns, localns)
    if isinstance(hint, (_GenericAlias, types.GenericAlias, types.UnionType)) and not isinstance(
            hint, (_LiteralGenericAlias, _SpecialGenericAlias)):
        args = tuple(_evaluate(a, globalns, localns) for a in hint.__args__)
        if args != hint.__args__:
            if isinstance(hint, _GenericAlias):
                return hint._with(args)
            return types.GenericAlias(hint.__origin__, args) if isinstance(hint, types.GenericAlias) else Union[args]
    return hint


def _strip(hint):
    if isinstance(hint, _AnnotatedAlias):
        return _strip(hint.__origin__)
    if get_origin(hint) in (Required, NotRequired):
        return _strip(hint.__args__[0])
    if isinstance(hint, (_GenericAlias, types.GenericAlias)) and not isinstance(hint, _LiteralGenericAlias):
        args = tuple(map(_strip, hint.__args__))
        if args != hint.__args__:
            return hint._with(args) if isinstance(hint, _GenericAlias) else types.GenericAlias(hint.__origin__, args)
    return hint


def get_type_hints(obj, globalns=None, localns=None, include_extras=False):
    """Return type hints for an object."""
    hints = {}
    if isinstance(obj, type):
        for base in reversed(obj.__mro__):
            scope = getattr(sys.modules.get(base.__module__), '__dict__', {}) if globalns is None else globalns
            for name, hint in getattr(base, '__annotations__', {}).items():
                hint = type(None) if hint is None else hint
                hints[name] = _evaluate(hint, scope, dict(vars(base)) if localns is None else localns)
    else:
        inner = obj
        while hasattr(inner, '__wrapped__'):
            inner = inner.__wrapped__
        if globalns is None:
            globalns = inner.__dict__ if isinstance(obj, types.ModuleType) else getattr(inner, '__globals__', {})
        annotations = getattr(obj, '__annotations__', None)
        if annotations is None:
            if isinstance(obj, (types.BuiltinFunctionType, types.MethodWrapperType)):
                return {}
            raise TypeError(f'{obj!r} does not have annotations' if _union_is_type else
                            f'{obj!r} is not a module, class, method, or function.')
        for name, hint in annotations.items():
            hints[name] = _evaluate(type(None) if hint is None else hint, globalns, globalns if localns is None else localns)
    return hints if include_extras else {name: _strip(hint) for name, hint in hints.items()}


def get_origin(tp):
    """Get the unsubscripted version of a type."""
    if isinstance(tp, _AnnotatedAlias):
        return Annotated
    if isinstance(tp, (_GenericAlias, types.GenericAlias)):
        return tp.__origin__
    if tp is Generic:
        return Generic
    if isinstance(tp, types.UnionType):
        return Union if _union_is_type else types.UnionType
    return None


def get_args(tp):
    """Get type arguments with all substitutions performed."""
    if isinstance(tp, _AnnotatedAlias):
        return (tp.__origin__,) + tp.__metadata__
    if isinstance(tp, (_GenericAlias, types.GenericAlias, types.UnionType)):
        args = tp.__args__
        if getattr(tp, '__origin__', None) is collections.abc.Callable and args and args[0] is not ...:
            return list(args[:-1]), args[-1]
        return args
    return ()


def cast(typ, val):
    """Cast a value to a type. This returns the value unchanged."""
    return val


def assert_type(val, typ, /):
    return val


def assert_never(arg, /):
    """Statically assert that a line of code is unreachable."""
    value = repr(arg)
    if len(value) > 100:
        value = value[:100] + '...'
    raise AssertionError(f'Expected code to be unreachable, but got: {value}')


def reveal_type(obj, /):
    print(f'Runtime type is {type(obj).__name__!r}', file=sys.stderr)
    return obj


def no_type_check(arg):
    try:
        arg.__no_type_check__ = True
    except TypeError:
        pass
    return arg


def _overload_dummy(*args, **kwds):
    raise NotImplementedError('You should not call an overloaded function. A series of @overload-decorated functions '
                              'outside a stub module should always be followed by an implementation that is not '
                              '@overload-ed.')


_overloads = defaultdict(dict)


def overload(func):
    """Decorator for overloaded functions/methods."""
    _overloads[func.__module__, func.__qualname__][func.__code__.co_firstlineno] = func
    return _overload_dummy


def get_overloads(func):
    return list(_overloads.get((func.__module__, func.__qualname__), {}).values())


def _mark(name):
    def decorator(obj, /):
        try:
            setattr(obj, name, True)
        except (AttributeError, TypeError):
            pass
        return obj
    return decorator


final = _mark('__final__')
if 'override' in _new:
    override = _mark('__override__')


def dataclass_transform(**kwargs):
    def decorator(cls_or_fn):
        cls_or_fn.__dataclass_transform__ = kwargs
        return cls_or_fn
    return decorator


if 'least' in _new:
    def get_protocol_members(tp, /):
        """Return the set of members defined in a Protocol."""
        return frozenset(_protocol_attrs(tp))

    def is_protocol(tp, /):
        return isinstance(tp, type) and getattr(tp, '_is_protocol', False) and tp is not Protocol
