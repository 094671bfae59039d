"""The loop: callbacks in the order they are due."""

import time
from _asyncgenhooks import exchange, run
from collections import deque
from heapq import heappop, heappush
from weakref import WeakSet
from asyncio.exceptions import CancelledError

_running = None
_current = None


class Handle:
    """A callback that is to be called, unless it is cancelled."""

    __slots__ = ('_callback', '_args', '_cancelled', '__weakref__')

    def __init__(self, callback, args):
        self._callback = callback
        self._args = args
        self._cancelled = False

    def cancel(self):
        if not self._cancelled:
            self._cancelled = True
            self._callback = None
            self._args = None

    def cancelled(self):
        return self._cancelled

    def _run(self, loop):
        try:
            run(self._callback, *self._args)
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as exc:
            loop.call_exception_handler({'message': 'Exception in callback %r' % (self._callback,), 'exception': exc})
        self = None


class TimerHandle(Handle):
    __slots__ = ('_when',)

    def __init__(self, when, callback, args):
        super().__init__(callback, args)
        self._when = when

    def when(self):
        return self._when

    def __lt__(self, other):
        return self._when < other._when


class AbstractEventLoop:
    """What a loop can be asked."""


class _Loop(AbstractEventLoop):
    def __init__(self):
        self._ready = deque()
        self._scheduled = []
        self._stopping = False
        self._closed = False
        self._is_running = False
        self._exception_handler = None
        self._asyncgens = WeakSet()

    def __repr__(self):
        return '<_UnixSelectorEventLoop running=%s closed=%s debug=False>' % (self._is_running, self._closed)

    def time(self):
        return time.monotonic()

    def create_future(self):
        from asyncio.futures import Future
        return Future(loop=self)

    def create_task(self, coro, *, name=None, context=None):
        from asyncio.tasks import Task
        self._check_closed()
        task = Task(coro, loop=self, name=name)
        try:
            return task
        finally:
            del task

    def call_soon(self, callback, *args, context=None):
        self._check_closed()
        handle = Handle(callback, args)
        self._ready.append(handle)
        return handle

    call_soon_threadsafe = call_soon

    def call_later(self, delay, callback, *args, context=None):
        if delay is None:
            raise TypeError('delay must not be None')
        return self.call_at(self.time() + delay, callback, *args)

    def call_at(self, when, callback, *args, context=None):
        if when is None:
            raise TypeError('when cannot be None')
        self._check_closed()
        timer = TimerHandle(when, callback, args)
        heappush(self._scheduled, timer)
        return timer

    def _check_closed(self):
        if self._closed:
            raise RuntimeError('Event loop is closed')

    def is_running(self):
        return self._is_running

    def is_closed(self):
        return self._closed

    def get_debug(self):
        return False

    def stop(self):
        self._stopping = True

    def close(self):
        if self._is_running:
            raise RuntimeError('Cannot close a running event loop')
        self._closed = True
        self._ready.clear()
        self._scheduled.clear()

    def set_exception_handler(self, handler):
        self._exception_handler = handler

    def call_exception_handler(self, context):
        if self._exception_handler is None:
            self.default_exception_handler(context)
        else:
            self._exception_handler(self, context)

    def default_exception_handler(self, context):
        """Says what went wrong where nobody else hears of it."""
        import sys
        print(context.get('message') or 'Unhandled exception in event loop', file=sys.stderr)
        for key in sorted(context):
            if key not in ('message', 'exception'):
                print('%s: %r' % (key, context[key]), file=sys.stderr)
        exception = context.get('exception')
        if exception is not None:
            import traceback
            traceback.print_exception(exception)

    def run_forever(self):
        global _running
        self._check_closed()
        if self._is_running:
            raise RuntimeError('This event loop is already running')
        if _running is not None:
            raise RuntimeError('Cannot run the event loop while another loop is running')
        self._is_running = True
        hooks = exchange(self._asyncgen_firstiter_hook, self._asyncgen_finalizer_hook)
        _running = self
        try:
            while True:
                self._run_once()
                if self._stopping:
                    break
        finally:
            self._stopping = False
            self._is_running = False
            _running = None
            exchange(*hooks)

    def run_until_complete(self, future):
        from asyncio.futures import isfuture
        from asyncio.tasks import ensure_future
        self._check_closed()
        new_task = not isfuture(future)
        future = ensure_future(future, loop=self)
        future.add_done_callback(_stop_loop)
        try:
            self.run_forever()
        except:
            if new_task and future.done() and not future.cancelled():
                future.exception()
            raise
        finally:
            future.remove_done_callback(_stop_loop)
        if not future.done():
            raise RuntimeError('Event loop stopped before Future completed.')
        return future.result()

    def _run_once(self):
        scheduled = self._scheduled
        while scheduled and scheduled[0]._cancelled:
            heappop(scheduled)
        if not self._ready and not self._stopping:
            if not scheduled:
                # NOT CPYTHON: there nothing would ever happen again.
                raise RuntimeError('the event loop waits for something that cannot happen any more')
            time.sleep(max(0, scheduled[0]._when - self.time()))
        end_time = self.time() + 1e-09
        while scheduled and scheduled[0]._when < end_time:
            self._ready.append(heappop(scheduled))
        for i in range(len(self._ready)):
            handle = self._ready.popleft()
            if not handle._cancelled:
                handle._run(self)
        handle = None

    def _asyncgen_finalizer_hook(self, agen):
        self._asyncgens.discard(agen)
        if not self.is_closed():
            self.call_soon_threadsafe(self.create_task, agen.aclose())

    def _asyncgen_firstiter_hook(self, agen):
        self._asyncgens.add(agen)

    async def shutdown_asyncgens(self):
        from asyncio.tasks import gather
        if not len(self._asyncgens):
            return
        closing = list(self._asyncgens)
        self._asyncgens.clear()
        results = await gather(*[agen.aclose() for agen in closing], return_exceptions=True)
        for result, agen in zip(results, closing):
            if isinstance(result, Exception):
                self.call_exception_handler({
                    'message': 'an error occurred during closing of asynchronous generator %r' % (agen,),
                    'exception': result,
                    'asyncgen': agen,
                })

    async def shutdown_default_executor(self, timeout=None):
        pass


def _stop_loop(future):
    if not future.cancelled() and isinstance(future.exception(), (SystemExit, KeyboardInterrupt)):
        return
    future._loop.stop()


def new_event_loop():
    return _Loop()


def set_event_loop(loop):
    global _current
    _current = loop


def _get_running_loop():
    return _running


def get_running_loop():
    if _running is None:
        raise RuntimeError('no running event loop')
    return _running


def get_event_loop():
    if _running is not None:
        return _running
    if _current is None:
        raise RuntimeError('There is no current event loop in thread %r.' % 'MainThread')
    return _current
