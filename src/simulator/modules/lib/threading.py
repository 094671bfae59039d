"""Threads, as far as they can take turns: one runs to its end when it is started."""
# NOT CPYTHON: there is one thread, and start() runs what another would do before it returns. What could only go on if
# two threads ran in turns (waiting for a lock that is held, for an event nobody has set) is refused. Locks are objects
# of Python here, and native there.

import sys
from _thread import _refuse

_ident = 139637976000000
_counter = 0


def _never(what):
    _refuse('switching threads: ' + what)


class lock:
    """Held by one at a time."""

    __slots__ = ('_held', '__weakref__')

    def __init__(self):
        self._held = False

    def acquire(self, blocking=True, timeout=-1):
        if not blocking and timeout != -1:
            raise ValueError("can't specify a timeout for a non-blocking call")
        if timeout < 0 and timeout != -1:
            raise ValueError('timeout value must be a non-negative number')
        if not self._held:
            self._held = True
            return True
        if not blocking:
            return False
        if timeout == -1:
            _never('a lock that is held is acquired')
        from time import sleep
        sleep(timeout)
        return False

    def release(self):
        if not self._held:
            raise RuntimeError('release unlocked lock')
        self._held = False

    def locked(self):
        return self._held

    def __enter__(self):
        return self.acquire()

    def __exit__(self, *exc_info):
        self.release()

    def __repr__(self):
        state = 'locked' if self._held else 'unlocked'
        return '<%s _thread.lock object at %#x>' % (state, id(self))


lock.__module__ = '_thread'
Lock = lock


class RLock:
    """Held by one thread at a time, as often as it likes."""

    __slots__ = ('_owner', '_count', '__weakref__')

    def __init__(self):
        self._owner = None
        self._count = 0

    def acquire(self, blocking=True, timeout=-1):
        me = get_ident()
        if self._count and self._owner != me:
            if not blocking:
                return False
            _never('a lock that another thread holds is acquired')
        self._owner = me
        self._count += 1
        return True

    def release(self):
        if not self._count or self._owner != get_ident():
            raise RuntimeError('cannot release un-acquired lock')
        self._count -= 1
        if not self._count:
            self._owner = None

    def __enter__(self):
        return self.acquire()

    def __exit__(self, *exc_info):
        self.release()

    def __repr__(self):
        state = 'locked' if self._count else 'unlocked'
        return '<%s _thread.RLock object owner=%s count=%d at %#x>' % (state, self._owner or 0, self._count, id(self))


RLock.__module__ = '_thread'


class Event:
    """Something that happens."""

    def __init__(self):
        self._flag = False

    def __repr__(self):
        return '<threading.Event at %#x: %s>' % (id(self), 'set' if self._flag else 'unset')

    def is_set(self):
        return self._flag

    def set(self):
        self._flag = True

    def clear(self):
        self._flag = False

    def wait(self, timeout=None):
        if not self._flag:
            if timeout is None:
                _never('an event that is not set is waited for')
            from time import sleep
            sleep(timeout)
        return self._flag


class local:
    """Attributes of each thread's own."""

    def __init__(self):
        object.__setattr__(self, '_of', {})

    def _mine(self):
        return object.__getattribute__(self, '_of').setdefault(get_ident(), {})

    def __getattr__(self, name):
        try:
            return local._mine(self)[name]
        except KeyError:
            raise AttributeError('%r object has no attribute %r' % ('_thread._local', name)) from None

    def __setattr__(self, name, value):
        local._mine(self)[name] = value

    def __delattr__(self, name):
        try:
            del local._mine(self)[name]
        except KeyError:
            raise AttributeError('%r object has no attribute %r' % ('_thread._local', name)) from None


class ExceptHookArgs(tuple):
    """What excepthook is told."""

    __slots__ = ()
    exc_type = property(lambda self: self[0])
    exc_value = property(lambda self: self[1])
    exc_traceback = property(lambda self: self[2])
    thread = property(lambda self: self[3])


def excepthook(args, /):
    """Prints what a thread has not caught."""
    if args.exc_type is SystemExit:
        return
    import traceback
    print('Exception in thread %s:' % args.thread.name, file=sys.stderr, flush=True)
    traceback.print_exception(args.exc_type, args.exc_value, args.exc_traceback)


__excepthook__ = excepthook


class Thread:
    """Something to be run beside the rest; here it is run when it is started."""

    _initialized = False

    def __init__(self, group=None, target=None, name=None, args=(), kwargs=None, *, daemon=None, context=None):
        global _counter
        assert group is None, 'group argument must be None for now'
        if name is None:
            _counter += 1
            name = 'Thread-%d' % _counter
            if target is not None and hasattr(target, '__name__'):
                name += ' (%s)' % target.__name__
        self._target = target
        self._name = str(name)
        self._args = args
        self._kwargs = {} if kwargs is None else kwargs
        self._daemonic = current_thread().daemon if daemon is None else daemon
        self._ident = None
        self._started = False
        self._stopped = False
        self._initialized = True

    def __repr__(self):
        status = 'stopped' if self._stopped else 'started' if self._started else 'initial'
        if self._daemonic:
            status += ' daemon'
        if self._ident is not None:
            status += ' %s' % self._ident
        return '<%s(%s, %s)>' % (self.__class__.__name__, self._name, status)

    def start(self):
        global _ident, _now
        if not self._initialized:
            raise RuntimeError('thread.__init__() not called')
        if self._started:
            raise RuntimeError('threads can only be started once')
        _ident += 4096
        self._ident = _ident
        self._started = True
        before = _now
        _now = self
        _active.append(self)
        try:
            self.run()
        except BaseException as e:
            excepthook(ExceptHookArgs((type(e), e, e.__traceback__, self)))
        finally:
            _active.remove(self)
            _now = before
            self._stopped = True

    def run(self):
        try:
            if self._target is not None:
                self._target(*self._args, **self._kwargs)
        finally:
            del self._target, self._args, self._kwargs

    def join(self, timeout=None):
        if not self._initialized:
            raise RuntimeError('Thread.__init__() not called')
        if not self._started:
            raise RuntimeError('cannot join thread before it is started')
        if self is _now:
            raise RuntimeError('cannot join current thread')
        if not self._stopped:
            _never('a thread that is not done is waited for')

    def is_alive(self):
        return self._started and not self._stopped

    @property
    def name(self):
        return self._name

    @name.setter
    def name(self, name):
        self._name = str(name)

    @property
    def ident(self):
        return self._ident

    native_id = ident

    @property
    def daemon(self):
        return self._daemonic

    @daemon.setter
    def daemon(self, daemonic):
        if self._started:
            raise RuntimeError('cannot set daemon status of active thread')
        self._daemonic = daemonic


class _MainThread(Thread):
    def __init__(self):
        self._name = 'MainThread'
        self._daemonic = False
        self._ident = _ident
        self._started = self._initialized = True
        self._stopped = False


_main = _now = _MainThread()
_active = [_main]


def current_thread():
    return _now


def main_thread():
    return _main


def get_ident():
    return _now._ident


def active_count():
    return len(_active)


def enumerate():
    return list(_active)
