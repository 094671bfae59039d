"""How long a small piece of code takes, run many times with the collector switched off."""

import gc
import itertools
from time import perf_counter as default_timer

__all__ = ['Timer', 'timeit', 'repeat', 'default_timer']

_FILE = '<timeit-src>'
default_number = 1000000
default_repeat = 5

# What the statement and the preparation are set into.
_TEMPLATE = """
def inner(_it, _timer{more}):
    {setup}
    _t0 = _timer()
    for _i in _it:
        {stmt}
        pass
    _t1 = _timer()
    return _t1 - _t0
"""


class Timer:
    """Times a statement, or a call, given as text or as something to call."""

    def __init__(self, stmt='pass', setup='pass', timer=default_timer, globals=None):
        self.timer = timer
        names = {}
        namespace = _namespace() if globals is None else globals
        more = ''
        # Each must be right by itself, or quotes left open in one could swallow the other.
        if isinstance(setup, str):
            compile(setup, _FILE, 'exec')
            before = setup + '\n'
            setup = setup.replace('\n', '\n    ')
        elif callable(setup):
            names['_setup'] = setup
            more += ', _setup=_setup'
            before = ''
            setup = '_setup()'
        else:
            raise ValueError('setup is neither a string nor callable')
        if isinstance(stmt, str):
            compile(before + stmt, _FILE, 'exec')
            stmt = stmt.replace('\n', '\n        ')
        elif callable(stmt):
            names['_stmt'] = stmt
            more += ', _stmt=_stmt'
            stmt = '_stmt()'
        else:
            raise ValueError('stmt is neither a string nor callable')
        text = _TEMPLATE.format(more=more, setup=setup, stmt=stmt)
        self.src = text
        exec(compile(text, _FILE, 'exec'), namespace, names)
        self.inner = names['inner']

    def timeit(self, number=default_number):
        """The seconds that so many runs take."""
        it = itertools.repeat(None, number)
        gcold = gc.isenabled()
        gc.disable()
        try:
            timing = self.inner(it, self.timer)
        finally:
            if gcold:
                gc.enable()
        return timing

    def repeat(self, repeat=default_repeat, number=default_number):
        """timeit(), several times: a list."""
        r = []
        for i in range(repeat):
            t = self.timeit(number)
            r.append(t)
        return r

    def autorange(self, callback=None):
        """The number of runs, of 1, 2, 5, 10, 20, ..., that take long enough to be measured, and their time."""
        i = 1
        while True:
            for j in 1, 2, 5:
                number = i * j
                time_taken = self.timeit(number)
                if callback:
                    callback(number, time_taken)
                if time_taken >= 0.2:
                    return (number, time_taken)
            i *= 10


def _namespace():
    return globals()


def timeit(stmt='pass', setup='pass', timer=default_timer, number=default_number, globals=None):
    """Makes a Timer and calls its timeit()."""
    return Timer(stmt, setup, timer, globals).timeit(number)


def repeat(stmt='pass', setup='pass', timer=default_timer, repeat=default_repeat, number=default_number, globals=None):
    """Makes a Timer and calls its repeat()."""
    return Timer(stmt, setup, timer, globals).repeat(repeat, number)
