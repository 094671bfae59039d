import a
import a.b
import a.b.c
import a as b
import a.b as c
import a.b.c.d as e
import a, b.c, d as f
from a import b
from a import b as c, d
from a.b import c
from . import a
from .a import b
from .. import c as d
from ...x.y import z
from os import *
def f():
    import os
    from os import path as p
    os.getcwd()
    a.f()
    b.f(1)
a.g()
