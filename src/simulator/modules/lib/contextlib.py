"""Utilities for with-statement contexts.  See PEP 343."""
import abc
import sys
from _collections_abc import _check_methods
from functools import wraps
from types import GenericAlias as _GenericAlias, MethodType as _MethodType
from _profile import contextlib as _facts

__all__ = ['asynccontextmanager', 'contextmanager', 'closing', 'aclosing', 'nullcontext',
           'AbstractContextManager', 'AbstractAsyncContextManager', 'AsyncExitStack', 'AsyncContextDecorator',
           'ContextDecorator', 'ExitStack', 'redirect_stdout', 'redirect_stderr', 'suppress']

_by_details = 'details' in _facts
_bind_first = 'bound' in _facts


class AbstractContextManager(abc.ABC):
    """An abstract base class for context managers."""

    __class_getitem__ = classmethod(_GenericAlias)
    if 'slots' in _facts:
        __slots__ = ()

    def __enter__(self):
        """Return `self` upon entering the runtime context."""
        return self

    @abc.abstractmethod
    def __exit__(self, exc_type, exc_value, traceback):
        """Raise any exception triggered within the runtime context."""
        return None

    @classmethod
    def __subclasshook__(cls, C):
        if cls is AbstractContextManager:
            return _check_methods(C, '__enter__', '__exit__')
        return NotImplemented


class AbstractAsyncContextManager(abc.ABC):
    """An abstract base class for asynchronous context managers."""

    __class_getitem__ = classmethod(_GenericAlias)
    if 'slots' in _facts:
        __slots__ = ()

    async def __aenter__(self):
        """Return `self` upon entering the runtime context."""
        return self

    @abc.abstractmethod
    async def __aexit__(self, exc_type, exc_value, traceback):
        """Raise any exception triggered within the runtime context."""
        return None

    @classmethod
    def __subclasshook__(cls, C):
        if cls is AbstractAsyncContextManager:
            return _check_methods(C, '__aenter__', '__aexit__')
        return NotImplemented


class ContextDecorator:
    "A base class or mixin that enables context managers to work as decorators."

    def _recreate_cm(self):
        return self

    def __call__(self, func):
        kind = _kind(func)
        if kind == 'coroutine':
            async def inner(*args, **kwds):
                with self._recreate_cm():
                    return await func(*args, **kwds)
        elif kind == 'generator':
            def inner(*args, **kwds):
                with self._recreate_cm(), closing(func(*args, **kwds)) as gen:
                    return (yield from gen)
        elif kind == 'async generator':
            async def inner(*args, **kwds):
                with self._recreate_cm():
                    async with aclosing(func(*args, **kwds)) as gen:
                        async for value in gen:
                            yield value
        else:
            def inner(*args, **kwds):
                with self._recreate_cm():
                    return func(*args, **kwds)
        return wraps(func)(inner)


class AsyncContextDecorator:
    "A base class or mixin that enables async context managers to work as decorators."

    def _recreate_cm(self):
        return self

    def __call__(self, func):
        kind = _kind(func)
        if kind == 'function':
            async def inner(*args, **kwds):
                async with self._recreate_cm():
                    return func(*args, **kwds)
        elif kind == 'generator':
            async def inner(*args, **kwds):
                async with self._recreate_cm():
                    with closing(func(*args, **kwds)) as gen:
                        for value in gen:
                            yield value
        elif kind == 'async generator':
            async def inner(*args, **kwds):
                async with self._recreate_cm(), aclosing(func(*args, **kwds)) as gen:
                    async for value in gen:
                        yield value
        else:
            async def inner(*args, **kwds):
                async with self._recreate_cm():
                    return await func(*args, **kwds)
        return wraps(func)(inner)


def _kind(func):
    """What a decorated function gives when it is called; before 3.15 nobody asks."""
    if 'kinds' not in _facts:
        return None
    flags = getattr(getattr(func, '__func__', func), '__code__', None)
    flags = 0 if flags is None else flags.co_flags
    return ('coroutine' if flags & 128 else 'async generator' if flags & 512 else 'generator' if flags & 32
            else 'function')


class _GeneratorContextManagerBase:
    """What a decorated generator function gives when it is called."""

    def __init__(self, func, args, kwds):
        self.gen = func(*args, **kwds)
        self.func, self.args, self.kwds = func, args, kwds
        doc = getattr(func, '__doc__', None)
        if doc is None:
            doc = type(self).__doc__
        self.__doc__ = doc

    def _recreate_cm(self):
        return self.__class__(self.func, self.args, self.kwds)


class _GeneratorContextManager(_GeneratorContextManagerBase, AbstractContextManager, ContextDecorator):
    """Helper for @contextmanager decorator."""

    def __enter__(self):
        # Only a decorator's copies need these again.
        del self.args, self.kwds, self.func
        try:
            return next(self.gen)
        except StopIteration:
            raise RuntimeError("generator didn't yield") from None

    def __exit__(self, typ, value, traceback):
        if typ is None:
            try:
                next(self.gen)
            except StopIteration:
                return False
            else:
                try:
                    raise RuntimeError("generator didn't stop")
                finally:
                    self.gen.close()
        else:
            if value is None:
                value = typ()
            try:
                self.gen.throw(value)
            except StopIteration as exc:
                return exc is not value
            except RuntimeError as exc:
                if exc is value:
                    exc.__traceback__ = traceback
                    return False
                if isinstance(value, StopIteration) and exc.__cause__ is value:
                    value.__traceback__ = traceback
                    return False
                raise
            except BaseException as exc:
                if exc is not value:
                    raise
                exc.__traceback__ = traceback
                return False
            try:
                raise RuntimeError("generator didn't stop after throw()")
            finally:
                self.gen.close()


class _AsyncGeneratorContextManager(_GeneratorContextManagerBase, AbstractAsyncContextManager, AsyncContextDecorator):
    """Helper for @asynccontextmanager decorator."""

    async def __aenter__(self):
        # Only a decorator's copies need these again.
        del self.args, self.kwds, self.func
        try:
            return await anext(self.gen)
        except StopAsyncIteration:
            raise RuntimeError("generator didn't yield") from None

    async def __aexit__(self, typ, value, traceback):
        if typ is None:
            try:
                await anext(self.gen)
            except StopAsyncIteration:
                return False
            else:
                try:
                    raise RuntimeError("generator didn't stop")
                finally:
                    await self.gen.aclose()
        else:
            if value is None:
                value = typ()
            try:
                await self.gen.athrow(value)
            except StopAsyncIteration as exc:
                return exc is not value
            except RuntimeError as exc:
                if exc is value:
                    exc.__traceback__ = traceback
                    return False
                if isinstance(value, (StopIteration, StopAsyncIteration)) and exc.__cause__ is value:
                    value.__traceback__ = traceback
                    return False
                raise
            except BaseException as exc:
                if exc is not value:
                    raise
                exc.__traceback__ = traceback
                return False
            try:
                raise RuntimeError("generator didn't stop after athrow()")
            finally:
                await self.gen.aclose()


def contextmanager(func):
    """@contextmanager decorator."""
    @wraps(func)
    def helper(*args, **kwds):
        return _GeneratorContextManager(func, args, kwds)
    return helper


def asynccontextmanager(func):
    """@asynccontextmanager decorator."""
    @wraps(func)
    def helper(*args, **kwds):
        return _AsyncGeneratorContextManager(func, args, kwds)
    return helper


class closing(AbstractContextManager):
    """Context to automatically close something at the end of a block."""

    def __init__(self, thing):
        self.thing = thing

    def __enter__(self):
        return self.thing

    def __exit__(self, *exc_info):
        self.thing.close()


class aclosing(AbstractAsyncContextManager):
    """Async context manager for safely finalizing an asynchronously cleaned-up resource."""

    def __init__(self, thing):
        self.thing = thing

    async def __aenter__(self):
        return self.thing

    async def __aexit__(self, *exc_info):
        await self.thing.aclose()


class _RedirectStream(AbstractContextManager):
    _stream = None

    def __init__(self, new_target):
        self._new_target = new_target
        self._old_targets = []

    def __enter__(self):
        self._old_targets.append(getattr(sys, self._stream))
        setattr(sys, self._stream, self._new_target)
        return self._new_target

    def __exit__(self, exctype, excinst, exctb):
        setattr(sys, self._stream, self._old_targets.pop())


class redirect_stdout(_RedirectStream):
    """Context manager for temporarily redirecting stdout to another file."""
    _stream = "stdout"


class redirect_stderr(_RedirectStream):
    """Context manager for temporarily redirecting stderr to another file."""
    _stream = "stderr"


class suppress(AbstractContextManager):
    """Context manager to suppress specified exceptions"""

    def __init__(self, *exceptions):
        self._exceptions = exceptions

    def __enter__(self):
        pass

    def __exit__(self, exctype, excinst, exctb):
        if exctype is None:
            return
        if issubclass(exctype, self._exceptions):
            return True
        if 'groups' in _facts and issubclass(exctype, BaseExceptionGroup):
            match, rest = excinst.split(self._exceptions)
            if rest is None:
                return True
            raise rest
        return False


class _BaseExitStack:
    """What both kinds of stacks can do. A callback stands there with whether it is to be awaited."""

    def __init__(self):
        self._exit_callbacks = []

    def pop_all(self):
        """Preserve the context stack by transferring it to a new instance."""
        new_stack = type(self)()
        new_stack._exit_callbacks = self._exit_callbacks
        self._exit_callbacks = []
        return new_stack

    def push(self, exit):
        """Registers a callback with the standard __exit__ method signature."""
        self._exit_callbacks.append((True, _pushed(exit, '__exit__')))
        return exit

    def enter_context(self, cm):
        """Enters the supplied context manager."""
        enter, exit = _specials(cm, '__enter__', '__exit__', 'the context manager protocol')
        result = enter() if _bind_first else enter(cm)
        self._exit_callbacks.append((True, exit if _bind_first else _MethodType(exit, cm)))
        return result

    def callback(self, callback, /, *args, **kwds):
        """Registers an arbitrary callback and arguments."""
        def _exit_wrapper(exc_type, exc, tb):
            callback(*args, **kwds)
        _exit_wrapper.__wrapped__ = callback
        self._exit_callbacks.append((True, _exit_wrapper))
        return callback


class ExitStack(_BaseExitStack, AbstractContextManager):
    """Context manager for dynamic management of a stack of exit callbacks."""

    def close(self):
        """Immediately unwind the context stack."""
        self.__exit__(None, None, None)

    def __exit__(self, *details):
        exc = None if _by_details else details[1]
        received = details[0] is not None
        nest = _nesting(sys.exception())
        suppressed = False
        pending = False
        while self._exit_callbacks:
            is_sync, callback = self._exit_callbacks.pop()
            try:
                if not _by_details:
                    details = (None, None, None) if exc is None else (type(exc), exc, exc.__traceback__)
                if callback(*details):
                    suppressed = True
                    pending = False
                    details = (None, None, None)
                    exc = None
            except BaseException as new_exc:
                nest(new_exc, details[1])
                pending = True
                if _by_details:
                    details = new_details = sys.exc_info()
                else:
                    exc = new_exc
        if pending:
            try:
                if _by_details:
                    fixed = details[1].__context__
                    raise details[1]
                fixed = exc.__context__
                raise exc
            except BaseException:
                (details[1] if _by_details else exc).__context__ = fixed
                raise
        return received and suppressed


class AsyncExitStack(_BaseExitStack, AbstractAsyncContextManager):
    """Async context manager for dynamic management of a stack of exit callbacks."""

    async def enter_async_context(self, cm):
        """Enters the supplied async context manager."""
        enter, exit = _specials(cm, '__aenter__', '__aexit__', 'the asynchronous context manager protocol')
        result = await (enter() if _bind_first else enter(cm))
        self._exit_callbacks.append((False, exit if _bind_first else _MethodType(exit, cm)))
        return result

    def push_async_exit(self, exit):
        """Registers a coroutine function with the standard __aexit__ method signature."""
        self._exit_callbacks.append((False, _pushed(exit, '__aexit__')))
        return exit

    def push_async_callback(self, callback, /, *args, **kwds):
        """Registers an arbitrary coroutine function and arguments."""
        async def _exit_wrapper(exc_type, exc, tb):
            await callback(*args, **kwds)
        _exit_wrapper.__wrapped__ = callback
        self._exit_callbacks.append((False, _exit_wrapper))
        return callback

    async def aclose(self):
        """Immediately unwind the context stack."""
        await self.__aexit__(None, None, None)

    async def __aexit__(self, *details):
        exc = None if _by_details else details[1]
        received = details[0] is not None
        nest = _nesting(sys.exception())
        suppressed = False
        pending = False
        while self._exit_callbacks:
            is_sync, callback = self._exit_callbacks.pop()
            try:
                if not _by_details:
                    details = (None, None, None) if exc is None else (type(exc), exc, exc.__traceback__)
                if is_sync:
                    suppresses = callback(*details)
                else:
                    suppresses = await callback(*details)
                if suppresses:
                    suppressed = True
                    pending = False
                    details = (None, None, None)
                    exc = None
            except BaseException as new_exc:
                nest(new_exc, details[1])
                pending = True
                if _by_details:
                    details = new_details = sys.exc_info()
                else:
                    exc = new_exc
        if pending:
            try:
                if _by_details:
                    fixed = details[1].__context__
                    raise details[1]
                fixed = exc.__context__
                raise exc
            except BaseException:
                (details[1] if _by_details else exc).__context__ = fixed
                raise
        return received and suppressed


def _nesting(frame_exc):
    """What sets the context of an exception as if the `with` statements were nested."""
    def nest(new_exc, old_exc):
        while True:
            exc_context = new_exc.__context__
            if exc_context is None or exc_context is old_exc:
                return
            if exc_context is frame_exc:
                break
            new_exc = exc_context
        new_exc.__context__ = old_exc
    return nest


def _special(obj, name):
    """A special method of the class: as it is, or (3.15+) bound as `with` does. None where there is none."""
    if not _bind_first:
        return getattr(type(obj), name, None)
    for base in type(obj).__mro__:
        if name in base.__dict__:
            method = base.__dict__[name]
            return method.__get__(obj, type(obj)) if hasattr(type(method), '__get__') else method
    return None


def _specials(cm, first, second, protocol):
    enter = _special(cm, first)
    exit = _special(cm, second)
    if enter is None or exit is None:
        cls = type(cm)
        raise TypeError(f"'{cls.__module__}.{cls.__qualname__}' object does not support {protocol}")
    return enter, exit


def _pushed(exit, name):
    """What a stack calls in the end: a special method, or what was pushed itself."""
    method = _special(exit, name)
    if method is None:
        return exit
    return method if _bind_first else _MethodType(method, exit)


class nullcontext(AbstractContextManager, AbstractAsyncContextManager):
    """Context manager that does no additional processing."""

    def __init__(self, enter_result=None):
        self.enter_result = enter_result

    def __enter__(self):
        return self.enter_result

    def __exit__(self, *excinfo):
        pass

    async def __aenter__(self):
        return self.enter_result

    async def __aexit__(self, *excinfo):
        pass
