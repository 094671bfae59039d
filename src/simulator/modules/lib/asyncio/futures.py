"""A result that is not there yet."""

from asyncio.base_events import get_event_loop
from asyncio.exceptions import CancelledError, InvalidStateError
from _profile import asyncio_awaited_by


def isfuture(obj):
    return hasattr(obj.__class__, '_asyncio_future_blocking') and obj._asyncio_future_blocking is not None


def add_waiter(future, waiter):
    """A task waits for a future: from 3.14 on the future holds it."""
    if not asyncio_awaited_by:
        return
    if future._awaited_by is None:
        future._awaited_by = waiter
    elif type(future._awaited_by) is set:
        future._awaited_by.add(waiter)
    else:
        future._awaited_by = {future._awaited_by, waiter}


def discard_waiter(future, waiter):
    """It waits no more."""
    if type(future._awaited_by) is set:
        future._awaited_by.discard(waiter)
    elif future._awaited_by is waiter:
        future._awaited_by = None


class Future:
    """Stands for a result; its callbacks are called by the loop, in the order they were added."""

    _state = 'PENDING'
    _result = None
    _exception = None
    _loop = None
    _cancel_message = None
    _cancelled_exc = None
    _asyncio_future_blocking = False
    _log_traceback = False
    _awaited_by = None

    def __init__(self, *, loop=None):
        self._loop = get_event_loop() if loop is None else loop
        self._callbacks = []

    def _repr_info(self):
        info = [self._state.lower()]
        if self._state == 'FINISHED':
            if self._exception is not None:
                info.append('exception=%r' % (self._exception,))
            else:
                info.append('result=%r' % (self._result,))
        return info

    def __repr__(self):
        return '<%s %s>' % (self.__class__.__name__, ' '.join(self._repr_info()))

    def __del__(self):
        if not self._log_traceback:
            return
        self._loop.call_exception_handler({
            'message': '%s exception was never retrieved' % self.__class__.__name__,
            'exception': self._exception,
            'future': self,
        })

    def get_loop(self):
        return self._loop

    def _make_cancelled_error(self):
        if self._cancelled_exc is not None:
            exc = self._cancelled_exc
            self._cancelled_exc = None
            return exc
        return CancelledError() if self._cancel_message is None else CancelledError(self._cancel_message)

    def cancel(self, msg=None):
        self._log_traceback = False
        if self._state != 'PENDING':
            return False
        self._state = 'CANCELLED'
        self._cancel_message = msg
        self._schedule_callbacks()
        return True

    def _schedule_callbacks(self):
        callbacks = self._callbacks[:]
        self._callbacks[:] = []
        for callback in callbacks:
            self._loop.call_soon(callback, self)

    def cancelled(self):
        return self._state == 'CANCELLED'

    def done(self):
        return self._state != 'PENDING'

    def result(self):
        try:
            if self._state == 'PENDING':
                raise InvalidStateError('Result is not set.')
            if self._state == 'CANCELLED' or self._exception is not None:
                raise self._error()
            self._log_traceback = False
            return self._result
        finally:
            # CPython's is written in C: no frame in the traceback holds the future.
            self = None

    def _error(self):
        """What result() raises, with the traceback that it had when it was set; None where there is a result."""
        if self._state == 'CANCELLED':
            return self._make_cancelled_error()
        self._log_traceback = False
        if self._exception is None:
            return None
        traceback, self._exception_tb = self._exception_tb, None
        return self._exception.with_traceback(traceback)

    def exception(self):
        if self._state == 'CANCELLED':
            raise self._make_cancelled_error()
        if self._state != 'FINISHED':
            raise InvalidStateError('Exception is not set.')
        self._log_traceback = False
        return self._exception

    def add_done_callback(self, fn, *, context=None):
        if self._state != 'PENDING':
            self._loop.call_soon(fn, self)
        else:
            self._callbacks.append(fn)

    def remove_done_callback(self, fn):
        kept = [f for f in self._callbacks if f != fn]
        removed = len(self._callbacks) - len(kept)
        if removed:
            self._callbacks[:] = kept
        return removed

    def set_result(self, result):
        if self._state != 'PENDING':
            raise InvalidStateError('invalid state')
        self._result = result
        self._state = 'FINISHED'
        self._schedule_callbacks()

    def set_exception(self, exception):
        if self._state != 'PENDING':
            raise InvalidStateError('invalid state')
        if isinstance(exception, type):
            exception = exception()
        if isinstance(exception, StopIteration):
            new = RuntimeError('StopIteration interacts badly with generators and cannot be raised into a Future')
            new.__cause__ = new.__context__ = exception
            exception = new
        self._exception = exception
        self._exception_tb = exception.__traceback__
        self._state = 'FINISHED'
        self._schedule_callbacks()
        self._log_traceback = True

    def __await__(self):
        try:
            if self._state == 'PENDING':
                self._asyncio_future_blocking = True
                yield self
            if self._state == 'PENDING':
                raise RuntimeError("await wasn't used with future")
            return self.result()
        finally:
            self = None

    __iter__ = __await__


Future.__module__ = '_asyncio'
