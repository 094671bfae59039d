"""What tasks wait at for one another."""

from collections import deque
from asyncio.base_events import get_running_loop
from asyncio.exceptions import CancelledError


class _Waited:
    """Tasks that wait, in the order they came."""

    def __init__(self):
        self._waiters = deque()

    def _wake_first(self):
        for fut in self._waiters:
            if not fut.done():
                fut.set_result(True)
                return True
        return False

    async def __aenter__(self):
        await self.acquire()
        return None

    async def __aexit__(self, exc_type, exc, tb):
        self.release()

    def __repr__(self):
        state = self._state()
        if self._waiters:
            state += ', waiters:%d' % len(self._waiters)
        return '%s [%s]>' % (object.__repr__(self)[:-1], state)


class Lock(_Waited):
    """One task at a time."""

    def __init__(self):
        super().__init__()
        self._locked = False

    def _state(self):
        return 'locked' if self._locked else 'unlocked'

    def locked(self):
        return self._locked

    async def acquire(self):
        if not self._locked and all(w.cancelled() for w in self._waiters):
            self._locked = True
            return True
        fut = get_running_loop().create_future()
        self._waiters.append(fut)
        try:
            try:
                await fut
            finally:
                self._waiters.remove(fut)
        except CancelledError:
            if not self._locked:
                self._wake_first()
            raise
        self._locked = True
        return True

    def release(self):
        if not self._locked:
            raise RuntimeError('Lock is not acquired.')
        self._locked = False
        # The first in the queue may already be on its way.
        for fut in self._waiters:
            if not fut.done():
                fut.set_result(True)
            break


class Event(_Waited):
    """Something that happens: then all who wait go on."""

    def __init__(self):
        super().__init__()
        self._value = False

    def _state(self):
        return 'set' if self._value else 'unset'

    def is_set(self):
        return self._value

    def set(self):
        if not self._value:
            self._value = True
            for fut in self._waiters:
                if not fut.done():
                    fut.set_result(True)

    def clear(self):
        self._value = False

    async def wait(self):
        if self._value:
            return True
        fut = get_running_loop().create_future()
        self._waiters.append(fut)
        try:
            await fut
            return True
        finally:
            self._waiters.remove(fut)


class Semaphore(_Waited):
    """So many tasks at a time."""

    def __init__(self, value=1):
        if value < 0:
            raise ValueError('Semaphore initial value must be >= 0')
        super().__init__()
        self._value = value

    def _state(self):
        return 'locked' if self.locked() else 'unlocked, value:%d' % self._value

    def locked(self):
        return self._value == 0 or any(not w.cancelled() for w in self._waiters)

    async def acquire(self):
        if not self.locked():
            self._value -= 1
            return True
        fut = get_running_loop().create_future()
        self._waiters.append(fut)
        try:
            try:
                await fut
            finally:
                self._waiters.remove(fut)
        except CancelledError:
            if fut.done() and not fut.cancelled():
                self._value += 1
            raise
        finally:
            while self._value > 0 and self._wake_first():
                self._value -= 1
        return True

    def release(self):
        self._value += 1
        if self._wake_first():
            self._value -= 1


class BoundedSemaphore(Semaphore):
    """One that may not be released more often than it was taken."""

    def __init__(self, value=1):
        self._bound_value = value
        super().__init__(value)

    def release(self):
        if self._value >= self._bound_value:
            raise ValueError('BoundedSemaphore released too many times')
        super().release()
