# What a module that is not from a file says of itself: it is built in, frozen, or made by a program.
import _thread
import _weakref
import abc
import atexit
import builtins
import gc
import io
import itertools
import os
import sys
import time
import types

mine = types.ModuleType('mine')
for module in sys, gc, builtins, itertools, time, atexit, _thread, _weakref, abc, io, os, mine:
    print(module, repr(module), [module], f'{module}')
print(gc.get_referents(len), len.__self__, sys.exit.__self__)
for module in sys, gc, builtins, itertools, time, atexit, mine:
    print(module.__name__, hasattr(module, '__file__'))
mine.__file__ = 'here.py'
print(mine)
mine.__file__ = None
print(mine)
del mine.__file__
mine.__name__ = 'other'
print(mine)
