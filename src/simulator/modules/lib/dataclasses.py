"""Classes whose methods are written from their annotated fields."""
import abc
import sys
import types
import copy as _copy
from keyword import iskeyword
from _profile import (copy_replace, field_doc, init_annotates, make_dataclass as make_dataclass_parameters,
                      missing_is_sentinel, slots_rebind)

__all__ = ['dataclass', 'field', 'Field', 'FrozenInstanceError', 'InitVar', 'KW_ONLY', 'MISSING',
           'fields', 'asdict', 'astuple', 'make_dataclass', 'replace', 'is_dataclass']


class FrozenInstanceError(AttributeError):
    pass


class _HAS_DEFAULT_FACTORY_CLASS:
    def __repr__(self):
        return '<factory>'


_HAS_DEFAULT_FACTORY = _HAS_DEFAULT_FACTORY_CLASS()


class _MISSING_TYPE:
    if missing_is_sentinel:
        def __repr__(self):
            return 'MISSING'


MISSING = _MISSING_TYPE()


class _KW_ONLY_TYPE:
    pass


KW_ONLY = _KW_ONLY_TYPE()

def _default_name(f):
    return f' {f.name!r}' if copy_replace else ''


_FIELDS = '__dataclass_fields__'
_PARAMS = '__dataclass_params__'
_POST_INIT_NAME = '__post_init__'


class InitVar:
    __slots__ = ('type',)

    def __init__(self, type):
        self.type = type

    def __repr__(self):
        name = self.type.__name__ if isinstance(self.type, type) else repr(self.type)
        return f'dataclasses.InitVar[{name}]'

    def __class_getitem__(cls, type):
        return InitVar(type)


class Field:
    __slots__ = ('name', 'type', 'default', 'default_factory', 'repr', 'hash', 'init', 'compare', 'metadata',
                 'kw_only', 'doc', '_field_type')

    def __init__(self, default, default_factory, init, repr, hash, compare, metadata, kw_only):
        self.name = None
        self.type = None
        self.default = default
        self.default_factory = default_factory
        self.init = init
        self.repr = repr
        self.hash = hash
        self.compare = compare
        self.metadata = types.MappingProxyType({} if metadata is None else metadata)
        self.kw_only = kw_only
        self.doc = None
        self._field_type = 'field'

    def __repr__(self):
        shown = [f'{name}={getattr(self, name)!r}' for name in
                 ('name', 'type', 'default', 'default_factory', 'init', 'repr', 'hash', 'compare')]
        # Where MISSING is a sentinel, no metadata are a frozendict.
        metadata = 'frozendict()' if missing_is_sentinel and not self.metadata else repr(self.metadata)
        shown += [f'metadata={metadata}', f'kw_only={self.kw_only!r}']
        if field_doc:
            shown.append(f'doc={self.doc!r}')
        kind = {'field': '_FIELD', 'classvar': '_FIELD_CLASSVAR', 'initvar': '_FIELD_INITVAR'}[self._field_type]
        return f"Field({','.join(shown)},_field_type={kind})"

    def __set_name__(self, owner, name):
        func = getattr(type(self.default), '__set_name__', None)
        if func:
            func(self.default, owner, name)


class _DataclassParams:
    __slots__ = ('init', 'repr', 'eq', 'order', 'unsafe_hash', 'frozen', 'match_args', 'kw_only', 'slots', 'weakref_slot')


def field(*, default=MISSING, default_factory=MISSING, init=True, repr=True, hash=None, compare=True,
          metadata=None, kw_only=MISSING):
    """Return an object to identify dataclass fields."""
    if default is not MISSING and default_factory is not MISSING:
        raise ValueError('cannot specify both default and default_factory')
    return Field(default, default_factory, init, repr, hash, compare, metadata, kw_only)


def _annotations_of(cls):
    # Those of the class itself, not its bases'.
    own = cls.__dict__.get('__annotations__')
    if own is not None:
        return own
    annotate = cls.__dict__.get('__annotate__') or cls.__dict__.get('__annotate_func__')
    return cls.__annotations__ if annotate is not None else {}


def _collect(cls, kw_only):
    # The fields of the class by name, in order: the bases' first.
    fields = {}
    for b in cls.__mro__[-1:0:-1]:
        fields.update(getattr(b, _FIELDS, None) and {f.name: f for f in getattr(b, _FIELDS).values()} or {})
    annotations = _annotations_of(cls)
    for name, type in annotations.items():
        if type is KW_ONLY or type in ('KW_ONLY', 'dataclasses.KW_ONLY'):
            kw_only = True
            continue
        default = getattr(cls, name, MISSING)
        f = default if isinstance(default, Field) else field(default=_slot_free(default))
        f.name = name
        f.type = type
        text = type if isinstance(type, str) else repr(type)
        if text.startswith(('typing.ClassVar', 'ClassVar')):
            f._field_type = 'classvar'
        elif isinstance(type, InitVar) or type is InitVar or text.startswith(('InitVar', 'dataclasses.InitVar')):
            f._field_type = 'initvar'
        if f._field_type != 'field' and f.default_factory is not MISSING:
            raise TypeError(f'field {name} cannot have a default factory')
        if f.kw_only is MISSING:
            f.kw_only = kw_only
        if f._field_type == 'field' and f.default.__class__.__hash__ is None:
            raise ValueError(f'mutable default {f.default.__class__} for field {name} is not allowed: use default_factory')
        fields[name] = f
        if isinstance(getattr(cls, name, None), Field):
            if f.default is MISSING:
                delattr(cls, name)
            else:
                setattr(cls, name, f.default)
    for name, value in cls.__dict__.items():
        if isinstance(value, Field) and name not in annotations:
            raise TypeError(f'{name!r} is a field but has no type annotation')
    return fields


def _slot_free(default):
    return MISSING if isinstance(default, types.MemberDescriptorType) else default


def _make(cls, name, params, body, names, above):
    # A function from its text. `names` are what the text may use besides the built-ins, `above` how many lines the text
    # of each function made before has: since 3.13 they are all compiled as one.
    text = '\n'.join(f'  {line}' for line in body)
    scope = {}
    empty = '\n' * (1 + sum(above))
    source = f"def __create_fn__({', '.join(names)}):{empty} def {name}({', '.join(params)}):\n{text}\n return {name}"
    if copy_replace:
        above.append(1 + len(body))
    exec(source, sys.modules.get(cls.__module__).__dict__ if cls.__module__ in sys.modules else {}, scope)
    func = scope['__create_fn__'](**names)
    func.__qualname__ = f'{cls.__qualname__}.{name}'
    return func


def _init(cls, fields, frozen, has_post_init, above):
    seen = None
    positional = [f for f in fields if f.init and not f.kw_only]
    for f in positional:
        if f.default is not MISSING or f.default_factory is not MISSING:
            seen = f
        elif seen:
            raise TypeError(f'non-default argument {f.name!r} follows default argument' + _default_name(seen))
    names = {'__dataclass_HAS_DEFAULT_FACTORY__': _HAS_DEFAULT_FACTORY, '__dataclass_builtins_object__': object}
    params, keywords, body = ['self'], [], []
    for f in fields:
        default = f'__dataclass_dflt_{f.name}__'
        names[f'__dataclass_type_{f.name}__'] = f.type
        if f.default is not MISSING:
            names[default] = f.default
        elif f.default_factory is not MISSING:
            names[default] = f.default_factory
        if f.init:
            shown = f.name
            if f.default is not MISSING:
                shown += f'={default}'
            elif f.default_factory is not MISSING:
                shown += '=__dataclass_HAS_DEFAULT_FACTORY__'
            (keywords if f.kw_only else params).append(shown)
        if f._field_type == 'initvar':
            continue
        if f.default_factory is not MISSING:
            value = f'{default}()'
            if f.init:
                value += f' if {f.name} is __dataclass_HAS_DEFAULT_FACTORY__ else {f.name}'
        elif f.init:
            value = f.name
        elif f.default is not MISSING and '__slots__' in cls.__dict__:
            value = default
        else:
            continue
        body.append(f'__dataclass_builtins_object__.__setattr__(self,{f.name!r},{value})' if frozen
                    else f'self.{f.name}={value}')
    if has_post_init:
        given = ','.join(f.name for f in fields if f._field_type == 'initvar')
        body.append(f'self.{_POST_INIT_NAME}({given})')
    if keywords:
        params += ['*', *keywords]
    func = _make(cls, '__init__', params, body or ['pass'], names, above)
    names = [f.name for f in fields if f.init]
    if init_annotates:
        func.__annotate__ = _annotates(cls, names)
    else:
        ordered = sorted(fields, key=lambda f: bool(f.kw_only))
        func.__annotations__ = {**{f.name: f.type for f in ordered if f.init}, 'return': None}
    return func


def _annotates(__class__, names, return_type=None):
    # What an __init__ is annotated with is asked for when it is wanted: the class is held for that.
    def __annotate__(format, /):
        if format != 1:
            raise NotImplementedError(format)
        found = {}
        for base in reversed(__class__.__mro__):
            found.update(_annotations_of(base))
        return {**{name: found[name] for name in names if name in found}, 'return': return_type}
    __annotate__.__generated_by_dataclasses__ = True
    __annotate__.__qualname__ = f'{__class__.__qualname__}.__init__.__annotate__'
    return __annotate__


def _repr(self):
    shown = ', '.join([f'{f.name}={getattr(self, f.name)!r}' for f in self.__dataclass_fields__.values()
                       if f.repr and f._field_type == 'field'])
    return f'{self.__class__.__qualname__}({shown})'


_repr_running = set()


def _recursive_repr(cls):
    def __repr__(self):
        key = id(self)
        if key in _repr_running:
            return '...'
        _repr_running.add(key)
        try:
            return _repr(self)
        finally:
            _repr_running.discard(key)
    __repr__.__qualname__ = f'{cls.__qualname__}.__repr__'
    return __repr__


def _shown_type(kind):
    # As inspect.formatannotation shows it.
    if getattr(kind, '__module__', None) == 'typing':
        return repr(kind).replace('typing.', '')
    if isinstance(kind, types.GenericAlias) or not isinstance(kind, type):
        return repr(kind)
    return kind.__qualname__ if kind.__module__ == 'builtins' else f'{kind.__module__}.{kind.__qualname__}'


def _set_new(cls, name, value):
    if name in cls.__dict__:
        return True
    setattr(cls, name, value)
    return False


def _tuple_text(name, fields):
    return '(' + ''.join(f'{name}.{f.name},' for f in fields) + ')'


def _compare(cls, name, first, test, above):
    return _make(cls, name, ('self', 'other'), [
        *first, 'if other.__class__ is self.__class__:', f' return {test}', 'return NotImplemented'], {}, above)


def _process_class(cls, init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots, weakref_slot):
    fields = _collect(cls, kw_only)
    bases = [b for b in cls.__mro__[1:] if hasattr(b, _PARAMS)]
    if bases:
        if any(getattr(b, _PARAMS).frozen for b in bases) and not frozen:
            raise TypeError('cannot inherit non-frozen dataclass from a frozen one')
        if frozen and not all(getattr(b, _PARAMS).frozen for b in bases):
            raise TypeError('cannot inherit frozen dataclass from a non-frozen one')
    setattr(cls, _FIELDS, fields)
    params = _DataclassParams()
    for name, value in (('init', init), ('repr', repr), ('eq', eq), ('order', order), ('unsafe_hash', unsafe_hash),
                        ('frozen', frozen), ('match_args', match_args), ('kw_only', kw_only), ('slots', slots),
                        ('weakref_slot', weakref_slot)):
        setattr(params, name, value)
    setattr(cls, _PARAMS, params)
    has_hash = '__hash__' in cls.__dict__ and not (cls.__dict__['__hash__'] is None and '__eq__' in cls.__dict__)
    if order and not eq:
        raise ValueError('eq must be true if order is true')
    real = [f for f in fields.values() if f._field_type != 'classvar']
    data = [f for f in fields.values() if f._field_type == 'field']
    above = []
    if init:
        _set_new(cls, '__init__', _init(cls, real, frozen, hasattr(cls, _POST_INIT_NAME), above))
    if copy_replace:
        _set_new(cls, '__replace__', _replace)
    if repr:
        _set_new(cls, '__repr__', _recursive_repr(cls))
        if copy_replace:
            above.append(3)
    compared = [f for f in data if f.compare]
    mine, theirs = _tuple_text('self', compared), _tuple_text('other', compared)
    if eq:
        test, same = f'{mine}=={theirs}', []
        if copy_replace:
            test = ' and '.join(f'self.{f.name}==other.{f.name}' for f in compared) or 'True'
            same = ['if self is other:', ' return True']
        _set_new(cls, '__eq__', _compare(cls, '__eq__', same, test, above))
    if order:
        for name, op in (('__lt__', '<'), ('__le__', '<='), ('__gt__', '>'), ('__ge__', '>=')):
            if _set_new(cls, name, _compare(cls, name, [], mine + op + theirs, above)):
                raise TypeError(f'Cannot overwrite attribute {name} in class {cls.__name__}. '
                                'Consider using functools.total_ordering')
    if frozen:
        own = ' or name in ' + '{' + ', '.join(f'{f.name!r}' for f in data) + '}' if data else ''
        for name, params, how in (('__setattr__', ('self', 'name', 'value'), 'assign to'),
                                  ('__delattr__', ('self', 'name'), 'delete')):
            rest = 'name, value' if name == '__setattr__' else 'name'
            if _set_new(cls, name, _make(cls, name, params, [
                    f'if type(self) is cls{own}:', f' raise FrozenInstanceError(f"cannot {how} field {{name!r}}")',
                    f'super(cls, self).{name}({rest})'], {'cls': cls, 'FrozenInstanceError': FrozenInstanceError}, above)):
                raise TypeError(f'Cannot overwrite attribute {name} in class {cls.__name__}')
    hashed = [f for f in data if (f.compare if f.hash is None else f.hash)]
    if unsafe_hash or eq and frozen and not has_hash:
        if unsafe_hash and has_hash:
            raise TypeError(f'Cannot overwrite attribute __hash__ in class {cls.__name__}')
        cls.__hash__ = _make(cls, '__hash__', ('self',), [f"return hash({_tuple_text('self', hashed)})"], {}, above)
    elif eq and not has_hash:
        cls.__hash__ = None
    if not getattr(cls, '__doc__'):
        shown = [], []
        for f in real:
            if f.init:
                value = f' = {f.default!r}' if f.default is not MISSING else ' = <factory>' if f.default_factory is not MISSING else ''
                shown[bool(f.kw_only)].append(f'{f.name}: {_shown_type(f.type)}{value}')
        cls.__doc__ = f"{cls.__name__}({', '.join([*shown[0], *['*'] * bool(shown[1]), *shown[1]])})"
    if match_args:
        _set_new(cls, '__match_args__', tuple(f.name for f in real if f.init and not f.kw_only))
    if slots:
        cls = _add_slots(cls, data, frozen, weakref_slot)
    elif weakref_slot:
        raise TypeError('weakref_slot is True but slots is False')
    abc.update_abstractmethods(cls)
    return cls


def _dataclass_getstate(self):
    return [getattr(self, f.name) for f in fields(self)]


def _dataclass_setstate(self, state):
    for f, value in zip(fields(self), state):
        # It may be frozen.
        object.__setattr__(self, f.name, value)


def _update_cells(func, cls, new):
    # What a method knows as its class is the one with slots (3.14+).
    if isinstance(func, types.FunctionType):
        for name, cell in zip(func.__code__.co_freevars, func.__closure__ or ()):
            if name in slots_rebind and cell.cell_contents is cls:
                cell.cell_contents = new


def _add_slots(cls, data, frozen, weakref_slot):
    if '__slots__' in cls.__dict__:
        raise TypeError(f'{cls.__name__} already specifies __slots__')
    namespace = dict(cls.__dict__)
    names = tuple(f.name for f in data)
    inherited = {name for b in cls.__mro__[1:] for name in b.__dict__.get('__slots__', ())}
    namespace['__slots__'] = tuple(n for n in names if n not in inherited) + (('__weakref__',) if weakref_slot else ())
    for name in (*names, '__dict__', '__weakref__'):
        namespace.pop(name, None)
    qualname = getattr(cls, '__qualname__', None)
    new = type(cls)(cls.__name__, cls.__bases__, namespace)
    if qualname is not None:
        new.__qualname__ = qualname
    for member in new.__dict__.values() if slots_rebind else ():
        accessors = (member.fget, member.fset, member.fdel) if isinstance(member, property) else (member,)
        for func in accessors:
            _update_cells(func, cls, new)
    if frozen:
        _set_new(new, '__getstate__', _dataclass_getstate)
        _set_new(new, '__setstate__', _dataclass_setstate)
    init = new.__dict__.get('__init__')
    if hasattr(getattr(init, '__annotate__', None), '__generated_by_dataclasses__'):
        init.__annotate__ = _annotates(new, [f.name for f in data if f.init])
    return new


def dataclass(cls=None, /, *, init=True, repr=True, eq=True, order=False, unsafe_hash=False, frozen=False,
              match_args=True, kw_only=False, slots=False, weakref_slot=False):
    """Add dunder methods based on the fields defined in the class."""
    def wrap(cls):
        return _process_class(cls, init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots, weakref_slot)
    return wrap if cls is None else wrap(cls)


def fields(class_or_instance):
    """Return a tuple describing the fields of this dataclass."""
    try:
        found = getattr(class_or_instance, _FIELDS)
    except AttributeError:
        raise TypeError('must be called with a dataclass type or instance') from None
    return tuple(f for f in found.values() if f._field_type == 'field')


def is_dataclass(obj):
    """Returns True if obj is a dataclass or an instance of a dataclass."""
    return hasattr(obj if isinstance(obj, type) else type(obj), _FIELDS)


def _inner(obj, factory, pairs):
    cls = type(obj)
    if hasattr(cls, _FIELDS):
        if pairs:
            return factory([(f.name, _inner(getattr(obj, f.name), factory, pairs)) for f in fields(obj)])
        return factory([_inner(getattr(obj, f.name), factory, pairs) for f in fields(obj)])
    if isinstance(obj, tuple) and hasattr(obj, '_fields'):
        return cls(*[_inner(v, factory, pairs) for v in obj])
    if isinstance(obj, (list, tuple)):
        return cls(_inner(v, factory, pairs) for v in obj)
    if isinstance(obj, dict):
        return cls((_inner(k, factory, pairs), _inner(v, factory, pairs)) for k, v in obj.items())
    return _copy.deepcopy(obj)


def asdict(obj, *, dict_factory=dict):
    """Return the fields of a dataclass instance as a new dictionary mapping field names to field values."""
    if not hasattr(type(obj), _FIELDS):
        raise TypeError('asdict() should be called on dataclass instances')
    return _inner(obj, dict_factory, True)


def astuple(obj, *, tuple_factory=tuple):
    """Return the fields of a dataclass instance as a new tuple of field values."""
    if not hasattr(type(obj), _FIELDS):
        raise TypeError('astuple() should be called on dataclass instances')
    return _inner(obj, tuple_factory, False)


def make_dataclass(cls_name, fields, *, bases=(), namespace=None, init=True, repr=True, eq=True, order=False,
                   unsafe_hash=False, frozen=False, match_args=True, kw_only=False, slots=False, weakref_slot=False,
                   **later):
    """Return a new dynamically created dataclass."""
    for name in later:
        if name not in make_dataclass_parameters:
            raise TypeError(f'make_dataclass() got an unexpected keyword argument {name!r}')
    body = {} if namespace is None else dict(namespace)
    annotations = {}
    for item in fields:
        name, annotation, *default = _made_field(item)
        if not isinstance(name, str) or not name.isidentifier():
            raise TypeError(f'Field names must be valid identifiers: {name!r}')
        if iskeyword(name):
            raise TypeError(f'Field names must not be keywords: {name!r}')
        if name in annotations:
            raise TypeError(f'Field name duplicated: {name!r}')
        annotations[name] = annotation
        body.update({name: value for value in default})
    body['__annotations__'] = annotations
    cls = types.new_class(cls_name, bases, {}, lambda made: made.update(body))
    if make_dataclass_parameters:
        module = later.get('module')
        cls.__module__ = sys._getframe(1).f_globals.get('__name__', '__main__') if module is None else module
    return later.get('decorator', dataclass)(
        cls, init=init, repr=repr, eq=eq, order=order, unsafe_hash=unsafe_hash, frozen=frozen, match_args=match_args,
        kw_only=kw_only, slots=slots, weakref_slot=weakref_slot)


def _made_field(item):
    """Name, type and perhaps default of a field as make_dataclass takes it.

    NOT CPYTHON: where typing is not imported yet, the `type` of a field without one is a ForwardRef to it from 3.14 on.
    """
    if not isinstance(item, str):
        if len(item) not in (2, 3):
            raise TypeError(f'Invalid field: {item!r}')
        return item
    if not init_annotates:
        return item, 'typing.Any'
    from typing import Any
    return item, Any


def replace(obj, /, **changes):
    """Return a new object replacing specified fields with new values."""
    if not hasattr(type(obj), _FIELDS):
        raise TypeError('replace() should be called on dataclass instances')
    if copy_replace:
        return _replace(obj, **changes)
    for name in _unchanged(getattr(obj, _FIELDS), changes):
        changes[name] = getattr(obj, name)
    return obj.__class__(**changes)


def _replace(self, /, **changes):
    for name in _unchanged(getattr(self, _FIELDS), changes):
        changes[name] = getattr(self, name)
    return self.__class__(**changes)


def _unchanged(fields, changes):
    """The names of the fields that are not replaced."""
    refused = TypeError if copy_replace else ValueError
    for f in fields.values():
        if f._field_type == 'classvar':
            continue
        if not f.init:
            if f.name in changes:
                raise refused(f'field {f.name} is declared with init=False, it cannot be specified with replace()')
        elif f.name not in changes:
            if f._field_type == 'initvar' and f.default is MISSING:
                raise refused(f'InitVar {f.name!r} must be specified with replace()')
            yield f.name
