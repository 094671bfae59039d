"""Coroutines that are run by the loop, and what waits for them."""

from asyncio import base_events
from asyncio.base_events import get_running_loop
from asyncio.exceptions import CancelledError, TimeoutError
from asyncio.futures import Future, add_waiter, discard_waiter, isfuture
from asyncio.timeouts import timeout as _timeout
from functools import partial
from weakref import WeakSet
from _profile import asyncio_awaited_by, asyncio_forgets_waiter, asyncio_gathers_done, asyncio_wait_for



async def _c():
    pass

_c = _c()
CoroutineType = type(_c)
_c.close()
del _c

_names = 0
_tasks = WeakSet()
_now = {}


def iscoroutine(obj):
    return isinstance(obj, CoroutineType) or hasattr(obj, 'send') and hasattr(obj, '__await__')


def iscoroutinefunction(func):
    code = getattr(func, '__code__', None)
    return code is not None and bool(code.co_flags & 0x80)


class Task(Future):
    """A Future that runs a coroutine, a step each time the loop gets to it."""

    def __init__(self, coro, *, loop=None, name=None, context=None, eager_start=False):
        global _names
        self._log_destroy_pending = False
        super().__init__(loop=loop)
        if not iscoroutine(coro):
            raise TypeError('a coroutine was expected, got %r' % (coro,))
        if name is None:
            _names += 1
            self._name = 'Task-%d' % _names
        else:
            self._name = str(name)
        self._log_destroy_pending = True
        self._num_cancels_requested = 0
        self._must_cancel = False
        self._fut_waiter = None
        self._coro = coro
        self._loop.call_soon(self._step)
        _tasks.add(self)

    def __del__(self):
        if self._state == 'PENDING' and self._log_destroy_pending:
            self._loop.call_exception_handler({'task': self, 'message': 'Task was destroyed but it is pending!'})
        super().__del__()

    def __repr__(self):
        info = self._repr_info()
        if self._state == 'PENDING' and (self._must_cancel or self._num_cancels_requested):
            info[0] = 'cancelling'
        info.insert(1, 'name=%r' % self._name)
        info.insert(2, 'coro=<%s>' % _format_coroutine(self._coro))
        return '<Task %s>' % ' '.join(info)

    def get_coro(self):
        return self._coro

    def get_name(self):
        return self._name

    def set_name(self, value):
        self._name = str(value)

    def set_result(self, result):
        raise RuntimeError('Task does not support set_result operation')

    def set_exception(self, exception):
        raise RuntimeError('Task does not support set_exception operation')

    def cancelling(self):
        return self._num_cancels_requested

    def uncancel(self):
        if self._num_cancels_requested > 0:
            self._num_cancels_requested -= 1
        return self._num_cancels_requested

    def cancel(self, msg=None):
        self._log_traceback = False
        if self._state != 'PENDING':
            return False
        self._num_cancels_requested += 1
        if self._fut_waiter is not None and self._fut_waiter.cancel(msg=msg):
            return True
        self._must_cancel = True
        self._cancel_message = msg
        return True

    def _step(self, exc=None):
        if self._must_cancel:
            if not isinstance(exc, CancelledError):
                exc = self._make_cancelled_error()
            self._must_cancel = False
        self._fut_waiter = None
        _now[self._loop] = self
        try:
            if exc is None:
                result = self._coro.send(None)
            else:
                thrown = [exc]
                exc = None
                result = self._coro.throw(thrown.pop())
        except StopIteration as stop:
            if self._must_cancel:
                self._must_cancel = False
                Future.cancel(self, self._cancel_message)
            else:
                Future.set_result(self, stop.value)
        except CancelledError as cancelled:
            self._cancelled_exc = cancelled
            Future.cancel(self)
        except (KeyboardInterrupt, SystemExit) as error:
            Future.set_exception(self, error)
            raise
        except BaseException as error:
            Future.set_exception(self, error)
        else:
            self._wait_for(result)
        finally:
            del _now[self._loop]
            exc = result = None
            self = None

    def _wait_for(self, result):
        blocking = getattr(result, '_asyncio_future_blocking', None)
        if result is self:
            self._fail('Task cannot await on itself: %r' % (self,))
        elif blocking:
            result._asyncio_future_blocking = False
            add_waiter(result, self)
            result.add_done_callback(self._wakeup)
            self._fut_waiter = result
            if self._must_cancel and result.cancel(msg=self._cancel_message):
                self._must_cancel = False
        elif blocking is not None:
            self._fail('yield was used instead of yield from in task %r with %r' % (self, result))
        elif result is None:
            self._loop.call_soon(self._step)
        else:
            self._fail('Task got bad yield: %r' % (result,))

    def _fail(self, message):
        self._loop.call_soon(self._step, RuntimeError(message))

    def _wakeup(self, future):
        # CPython's wakeup is written in C: while the task runs nothing of it holds what was waited for.
        discard_waiter(future, self)
        if isinstance(future, Future):
            thrown = [future._error()]
            future = None
            self._step(thrown.pop())
        else:
            try:
                future.result()
            except BaseException as exc:
                future = None
                self._step(exc)
            else:
                future = None
                self._step()
        self = None


Task.__module__ = '_asyncio'


def _format_coroutine(coro):
    code = getattr(coro, 'cr_code', None) or getattr(coro, 'gi_code', None)
    if code is None:
        name = getattr(coro, '__qualname__', None) or getattr(coro, '__name__', None)
        return '%s()' % (name or '<%s without __name__>' % type(coro).__name__)
    frame = coro.cr_frame if hasattr(coro, 'cr_frame') else coro.gi_frame
    if frame is None:
        return '%s() done, defined at %s:%d' % (coro.__qualname__, code.co_filename, code.co_firstlineno)
    return '%s() running at %s:%d' % (coro.__qualname__, code.co_filename, frame.f_lineno)


def current_task(loop=None):
    return _now.get(get_running_loop() if loop is None else loop)


def all_tasks(loop=None):
    loop = get_running_loop() if loop is None else loop
    return {t for t in list(_tasks) if t._loop is loop and not t.done()}


def create_task(coro, *, name=None, context=None):
    loop = get_running_loop()
    return loop.create_task(coro, name=name)


def ensure_future(coro_or_future, *, loop=None):
    if isfuture(coro_or_future):
        if loop is not None and loop is not coro_or_future._loop:
            raise ValueError('The future belongs to a different loop than the one specified as the loop argument')
        return coro_or_future
    if not iscoroutine(coro_or_future):
        if not hasattr(coro_or_future, '__await__'):
            raise TypeError('An asyncio.Future, a coroutine or an awaitable is required')
        coro_or_future = _await(coro_or_future)
    loop = base_events.get_event_loop() if loop is None else loop
    return loop.create_task(coro_or_future)


async def _await(awaitable):
    return await awaitable


class _Once:
    """Lets the loop take one turn."""

    # Tracebacks show its name.
    def __sleep0(self):
        yield

    __await__ = __sleep0


def _set_unless_cancelled(fut, result):
    if not fut.cancelled():
        fut.set_result(result)


async def sleep(delay, result=None):
    """So many seconds of the simulated clock."""
    if delay <= 0:
        await _Once()
        return result
    if delay != delay:
        raise ValueError('Invalid delay: NaN (not a number)')
    loop = get_running_loop()
    future = loop.create_future()
    h = loop.call_later(delay, _set_unless_cancelled, future, result)
    try:
        return await future
    finally:
        h.cancel()


class _GatheringFuture(Future):
    _cancel_requested = False

    def __init__(self, children, *, loop):
        super().__init__(loop=loop)
        self._children = children

    def cancel(self, msg=None):
        if self.done():
            return False
        found = False
        for child in self._children:
            if child.cancel(msg=msg):
                found = True
        if found:
            self._cancel_requested = True
        return found


def gather(*coros_or_futures, return_exceptions=False):
    """The results of all, in the order they were given."""
    if not coros_or_futures:
        outer = base_events.get_event_loop().create_future()
        outer.set_result([])
        return outer
    finished = wanted = 0
    children = []
    over = []
    made = {}
    loop = None

    def done(fut):
        nonlocal finished
        finished += 1
        if task is not None:
            discard_waiter(fut, task)
        if outer is None or outer.done():
            if not fut.cancelled():
                fut.exception()
            return
        if not return_exceptions:
            if fut.cancelled():
                forget()
                outer.set_exception(fut._make_cancelled_error())
                return
            exc = fut.exception()
            if exc is not None:
                forget()
                outer.set_exception(exc)
                return
        if finished == wanted:
            results = []
            for one in children:
                if one.cancelled():
                    res = CancelledError('' if one._cancel_message is None else one._cancel_message)
                else:
                    res = one.exception()
                    if res is None:
                        res = one.result()
                results.append(res)
            if outer._cancel_requested:
                outer.set_exception(fut._make_cancelled_error())
            else:
                outer.set_result(results)

    def forget():
        if asyncio_forgets_waiter and task is not None:
            for one in children:
                discard_waiter(one, task)

    outer = None
    task = None
    for arg in coros_or_futures:
        if arg in made:
            children.append(made[arg])
            continue
        fut = ensure_future(arg, loop=loop)
        if loop is None:
            loop = fut._loop
            task = current_task(loop) if asyncio_awaited_by else None
        if fut is not arg:
            fut._log_destroy_pending = False
        made[arg] = fut
        wanted += 1
        children.append(fut)
        if asyncio_gathers_done and fut.done():
            over.append(fut)
            continue
        if task is not None:
            add_waiter(fut, task)
        fut.add_done_callback(done)
    outer = _GatheringFuture(children, loop=loop)
    for fut in over:
        done(fut)
    return outer


def _release(waiter, *args):
    if not waiter.done():
        waiter.set_result(None)


async def _cancel_and_wait(fut):
    waiter = get_running_loop().create_future()
    release = partial(_release, waiter)
    fut.add_done_callback(release)
    try:
        fut.cancel()
        await waiter
    finally:
        fut.remove_done_callback(release)


async def _wait_for_in_task(fut, timeout):
    loop = get_running_loop()
    waiter = loop.create_future()
    timer = loop.call_later(timeout, _release, waiter)
    release = partial(_release, waiter)
    fut = ensure_future(fut, loop=loop)
    fut.add_done_callback(release)
    try:
        try:
            await waiter
        except CancelledError:
            if fut.done():
                return fut.result()
            fut.remove_done_callback(release)
            await _cancel_and_wait(fut)
            raise
        if fut.done():
            return fut.result()
        fut.remove_done_callback(release)
        await _cancel_and_wait(fut)
        return _result_or_timeout(fut)
    finally:
        timer.cancel()


def _result_or_timeout(fut):
    try:
        return fut.result()
    except CancelledError as exc:
        raise TimeoutError from exc


async def wait_for(fut, timeout):
    """What an awaitable gives; TimeoutError when the time is over, and then it is cancelled."""
    if timeout is None and asyncio_wait_for:
        return await fut
    if timeout is not None and timeout <= 0:
        fut = ensure_future(fut)
        if fut.done():
            return fut.result()
        await _cancel_and_wait(fut)
        return _result_or_timeout(fut)
    if asyncio_wait_for:
        return await _wait_for_in_task(fut, timeout)
    if fut is not None and not isfuture(fut) and not iscoroutine(fut) and not hasattr(fut, '__await__'):
        raise TypeError('An asyncio.Future, a coroutine or an awaitable is required')
    async with _timeout(timeout):
        return await fut
