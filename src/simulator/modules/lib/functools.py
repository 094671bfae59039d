"""functools.py - Tools for working with functions and callable objects
"""

__all__ = ['update_wrapper', 'wraps', 'WRAPPER_ASSIGNMENTS', 'WRAPPER_UPDATES',
           'total_ordering', 'cache', 'cmp_to_key', 'lru_cache', 'reduce',
           'partial', 'partialmethod', 'singledispatch', 'singledispatchmethod',
           'cached_property']

from _functools import cmp_to_key, partial, reduce, _lru_cache_wrapper
from collections import namedtuple
from _abc import get_cache_token
from _profile import (singledispatchmethod_binds as _bound_by, singledispatchmethod_remembers as _remembers,
                      wrapper_assignments)

WRAPPER_ASSIGNMENTS = ('__module__', '__name__', '__qualname__', '__doc__') + wrapper_assignments
WRAPPER_UPDATES = ('__dict__',)


def update_wrapper(wrapper, wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    """Update a wrapper function to look like the wrapped function"""
    for attr in assigned:
        try:
            value = getattr(wrapped, attr)
        except AttributeError:
            pass
        else:
            setattr(wrapper, attr, value)
    for attr in updated:
        getattr(wrapper, attr).update(getattr(wrapped, attr, {}))
    wrapper.__wrapped__ = wrapped
    return wrapper


def wraps(wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    """Decorator factory to apply update_wrapper() to a wrapper function"""
    return partial(update_wrapper, wrapped=wrapped, assigned=assigned, updated=updated)


_OPPOSITES = {'__lt__': '__ge__', '__le__': '__gt__', '__gt__': '__le__', '__ge__': '__lt__'}
_MIRRORS = {'__lt__': '__gt__', '__le__': '__ge__', '__gt__': '__lt__', '__ge__': '__le__'}


def _derived(root, op):
    # The comparison `op` of a class that defines `root`: `a >= b` is `not a < b`, and so on.
    opposite = op == _OPPOSITES[root]
    mirror = op == _MIRRORS[root]
    strict = root in ('__lt__', '__gt__')

    def compare(self, other):
        answer = getattr(type(self), root)(self, other)
        if answer is NotImplemented:
            return answer
        if opposite:
            return not answer
        if mirror:
            return not answer and self != other if strict else not answer or self == other
        return answer or self == other if strict else answer and self != other

    compare.__name__ = op
    compare.__doc__ = getattr(int, op).__doc__
    return compare


def total_ordering(cls):
    """Class decorator that fills in missing ordering methods"""
    roots = {op for op in _OPPOSITES if getattr(cls, op, None) is not getattr(object, op, None)}
    if not roots:
        raise ValueError('must define at least one ordering operation: < > <= >=')
    root = max(roots)
    for op in _OPPOSITES:
        if op not in roots:
            setattr(cls, op, _derived(root, op))
    return cls


_CacheInfo = namedtuple('CacheInfo', ['hits', 'misses', 'maxsize', 'currsize'])
_CacheInfo.__module__ = 'functools'


def lru_cache(maxsize=128, typed=False):
    """Least-recently-used cache decorator."""
    if isinstance(maxsize, int):
        if maxsize < 0:
            maxsize = 0
    elif callable(maxsize) and isinstance(typed, bool):
        user_function, maxsize = maxsize, 128
        wrapper = _lru_cache_wrapper(user_function, maxsize, typed, _CacheInfo)
        wrapper.cache_parameters = lambda: {'maxsize': maxsize, 'typed': typed}
        return update_wrapper(wrapper, user_function)
    elif maxsize is not None:
        raise TypeError('Expected first argument to be an integer, a callable, or None')

    def decorating_function(user_function):
        wrapper = _lru_cache_wrapper(user_function, maxsize, typed, _CacheInfo)
        wrapper.cache_parameters = lambda: {'maxsize': maxsize, 'typed': typed}
        return update_wrapper(wrapper, user_function)

    return decorating_function


def cache(user_function, /):
    'Simple lightweight unbounded cache.  Sometimes called "memoize".'
    return lru_cache(maxsize=None)(user_function)


_NOT_FOUND = object()


class cached_property:
    def __init__(self, func):
        self.func = func
        self.attrname = None
        self.__doc__ = func.__doc__
        self.__module__ = func.__module__

    def __set_name__(self, owner, name):
        if self.attrname is None:
            self.attrname = name
        elif name != self.attrname:
            raise TypeError('Cannot assign the same cached_property to two different names '
                            f'({self.attrname!r} and {name!r}).')

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        if self.attrname is None:
            raise TypeError('Cannot use cached_property instance without calling __set_name__ on it.')
        try:
            cache = instance.__dict__
        except AttributeError:
            msg = (f"No '__dict__' attribute on {type(instance).__name__!r} "
                   f"instance to cache {self.attrname!r} property.")
            raise TypeError(msg) from None
        val = cache.get(self.attrname, _NOT_FOUND)
        if val is _NOT_FOUND:
            val = self.func(instance)
            try:
                cache[self.attrname] = val
            except TypeError:
                msg = (f"The '__dict__' attribute on {type(instance).__name__!r} instance "
                       f"does not support item assignment for caching {self.attrname!r} property.")
                raise TypeError(msg) from None
        return val


class partialmethod:
    """Method descriptor with partial application of the given arguments and keywords."""

    def __init__(self, func, /, *args, **keywords):
        if not callable(func) and not hasattr(func, '__get__'):
            raise TypeError(f'{func!r} is not callable or a descriptor')
        if isinstance(func, partialmethod):
            self.func = func.func
            self.args = func.args + args
            self.keywords = {**func.keywords, **keywords}
        else:
            self.func = func
            self.args = args
            self.keywords = keywords

    def __repr__(self):
        parts = [repr(self.func)]
        parts.extend(map(repr, self.args))
        parts.extend([f'{k}={v!r}' for k, v in self.keywords.items()])
        return f"{type(self).__module__}.{type(self).__qualname__}({', '.join(parts)})"

    def _make_unbound_method(self):
        def _method(cls_or_self, /, *args, **keywords):
            keywords = {**self.keywords, **keywords}
            return self.func(cls_or_self, *self.args, *args, **keywords)
        _method.__isabstractmethod__ = self.__isabstractmethod__
        _method.__partialmethod__ = self
        return _method

    def __get__(self, obj, cls=None):
        get = getattr(self.func, '__get__', None)
        result = None
        if get is not None and not isinstance(self.func, partial):
            new_func = get(obj, cls)
            if new_func is not self.func:
                result = partial(new_func, *self.args, **self.keywords)
                try:
                    result.__self__ = new_func.__self__
                except AttributeError:
                    pass
        if result is None:
            result = self._make_unbound_method().__get__(obj, cls)
        return result

    @property
    def __isabstractmethod__(self):
        return getattr(self.func, '__isabstractmethod__', False)


def _best_implementation(cls, registry):
    # The registered class nearest on the way up; an abstract class counts where it claims the class.
    for base in cls.__mro__:
        if base in registry:
            if base is not object:
                return registry[base]
            break
    match = None
    for candidate in registry:
        if candidate not in cls.__mro__ and issubclass(cls, candidate):
            if match is None or issubclass(candidate, match):
                match = candidate
            elif not issubclass(match, candidate):
                raise RuntimeError(f'Ambiguous dispatch: {match} or {candidate}')
    return registry[match if match is not None else object]


def _union_members(cls):
    # What stands in `int | str` or in typing's Union; None for anything else.
    if isinstance(cls, type(int | str)) or getattr(getattr(cls, '__origin__', None), '_name', None) == 'Union':
        return cls.__args__
    return None


def _dispatch_classes(cls):
    # The classes a function is registered for; None where it is something else.
    members = (cls,) if isinstance(cls, type) else _union_members(cls)
    return members if members is not None and all(isinstance(m, type) for m in members) else None


def singledispatch(func):
    """Single-dispatch generic function decorator."""
    registry = {}
    dispatch_cache = {}
    cache_token = None
    funcname = getattr(func, '__name__', 'singledispatch function')

    def dispatch(cls):
        nonlocal cache_token
        if cache_token is not None and cache_token != get_cache_token():
            # An abstract class may claim others now.
            dispatch_cache.clear()
            cache_token = get_cache_token()
        try:
            return dispatch_cache[cls]
        except KeyError:
            impl = dispatch_cache[cls] = _best_implementation(cls, registry)
            return impl

    def register(cls, func=None):
        nonlocal cache_token
        if _dispatch_classes(cls) is not None:
            if func is None:
                return lambda f: register(cls, f)
        else:
            if func is not None:
                raise TypeError(f'Invalid first argument to `register()`. {cls!r} is not a class or union type.')
            ann = getattr(cls, '__annotations__', {})
            if not ann:
                raise TypeError(f'Invalid first argument to `register()`: {cls!r}. '
                                'Use either `@register(some_class)` or plain `@register` on an annotated function.')
            func = cls
            argname, cls = next(iter(ann.items()))
            if isinstance(cls, str):
                cls = eval(cls, getattr(func, '__globals__', {}))
            if _dispatch_classes(cls) is None:
                why = 'is not a class.' if _union_members(cls) is None else 'not all arguments are classes.'
                raise TypeError(f'Invalid annotation for {argname!r}. {cls!r} {why}')
        for member in _dispatch_classes(cls):
            registry[member] = func
        if cache_token is None and hasattr(cls, '__abstractmethods__'):
            cache_token = get_cache_token()
        dispatch_cache.clear()
        return func

    def wrapper(*args, **kw):
        if not args:
            raise TypeError(f'{funcname} requires at least 1 positional argument')
        return dispatch(args[0].__class__)(*args, **kw)

    registry[object] = func
    wrapper.register = register
    wrapper.dispatch = dispatch
    wrapper.registry = registry
    wrapper._clear_cache = dispatch_cache.clear
    update_wrapper(wrapper, func)
    return wrapper


class singledispatchmethod:
    """Single-dispatch generic method descriptor."""

    def __init__(self, func):
        if not callable(func) and not hasattr(func, '__get__'):
            raise TypeError(f'{func!r} is not callable or a descriptor')
        self.dispatcher = singledispatch(func)
        self.func = func
        self._method_cache = {} if _remembers else None

    def register(self, cls, method=None):
        return self.dispatcher.register(cls, func=method)

    def __get__(self, obj, cls=None):
        if _bound_by != 'function':
            return _singledispatchmethod_get(self, obj, cls)
        if self._method_cache is not None:
            # By address: the method remembered holds the object. What has no weak references would hold it up.
            if not hasattr(obj, '__weakref__') or type(obj).__hash__ is None:
                self._method_cache = None
            elif id(obj) in self._method_cache:
                return self._method_cache[id(obj)]
        dispatch = self.dispatcher.dispatch
        def _method(*args, **kwargs):
            return dispatch(args[0].__class__).__get__(obj, cls)(*args, **kwargs)
        _method.__isabstractmethod__ = self.__isabstractmethod__
        _method.register = self.register
        update_wrapper(_method, self.func)
        if self._method_cache is not None:
            self._method_cache[id(obj)] = _method
        return _method

    @property
    def __isabstractmethod__(self):
        return getattr(self.func, '__isabstractmethod__', False)

    def __repr__(self):
        if _bound_by == 'function':
            return object.__repr__(self)
        return f'<single dispatch method descriptor {_name_of(self.func)}>'


def _name_of(o):
    return getattr(o, '__qualname__', None) or getattr(o, '__name__', '?')


class _singledispatchmethod_get:
    """What stands for the method of an object, or (3.15+: then the second argument decides) of the class."""

    def __init__(self, unbound, obj, cls):
        self._unbound = unbound
        self._dispatch = unbound.dispatcher.dispatch
        self._obj = obj
        self._cls = cls
        func = unbound.func
        if _bound_by == 'object, second':
            self._dispatch_arg_index = int(obj is None and hasattr(func, '__code__'))
        for name in ('__module__', '__doc__'):
            if hasattr(func, name):
                setattr(self, name, getattr(func, name))

    def __repr__(self):
        if self._obj is not None:
            return f'<bound single dispatch method {_name_of(self)} of {self._obj!r}>'
        return f'<single dispatch method {_name_of(self)}>'

    def __call__(self, /, *args, **kwargs):
        if not args:
            name = getattr(self._unbound.func, '__name__', 'singledispatchmethod method')
            raise TypeError(f'{name} requires at least 1 positional argument')
        if _bound_by == 'object':
            return self._dispatch(args[0].__class__).__get__(self._obj, self._cls)(*args, **kwargs)
        method = self._dispatch(args[self._dispatch_arg_index].__class__)
        if hasattr(method, '__get__'):
            # What is bound already no longer expects the first argument.
            skip = isinstance(method, staticmethod)
            method = method.__get__(self._obj, self._cls)
            if self._dispatch_arg_index == 1 and (skip or hasattr(method, '__self__')):
                return method(*args[1:], **kwargs)
        return method(*args, **kwargs)

    def __getattr__(self, name):
        if name not in ('__name__', '__qualname__', '__isabstractmethod__', '__annotations__', '__type_params__'):
            raise AttributeError
        return getattr(self._unbound.func, name)

    @property
    def __wrapped__(self):
        return self._unbound.func

    @property
    def register(self):
        return self._unbound.register
