"""The debugger's one function that a program calls in its own text (modules/breakpoint.ts says what it does here)."""

# CPython: Lib/pdb.py. Left out, and refused by name: everything that reads commands.

from sys import __breakpointhook__ as _stop

__all__ = ['set_trace']


def set_trace(*, header=None):
    if header is not None:
        print(header)
    _stop()
