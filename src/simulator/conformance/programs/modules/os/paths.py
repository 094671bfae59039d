# Paths as texts: joining, splitting, normalising.
import os
import os.path
from os import path
import sys


def tried(f, *args):
    try:
        print(repr(f(*args)))
    except Exception as e:
        print(type(e).__name__ + ':', e)


print(os.path is path, sys.modules['os.path'] is path, path.__name__, os.__name__, type(os).__name__)
print(os.name, repr(os.sep), repr(os.linesep), os.altsep, os.curdir, os.pardir, os.extsep, os.pathsep, os.devnull)
NAMES = ('', 'a', 'a/b', '/a', '/', '//', '//a', '///a', 'a/', 'a//b', 'a/b.c', '.a', 'a.b.c', '..', '...c', 'a/.b', 'a.b/c',
         './a', 'a/../b', '../a', '/../a', 'a/./b', 'a/b/../..', 'a.', '.', '/a/../..')
for name in NAMES:
    print(repr(name), path.split(name), path.splitext(name), path.splitdrive(name), path.isabs(name), repr(path.normpath(name)))
    assert path.basename(name) == path.split(name)[1] and path.dirname(name) == path.split(name)[0]
    assert path.normcase(name) is name
    assert path.abspath(name) == path.normpath(path.join(os.getcwd(), name))
for parts in (('a',), ('a', 'b'), ('a/', 'b'), ('a', '/b'), ('', 'b'), ('a', ''), ('/', 'a'), ('a', 'b', '/c', 'd'), ('a', '', 'b'), ('', '')):
    print(parts, repr(path.join(*parts)))
print(path.join(b'a', b'b'), path.split(b'a/b.c'), path.splitext(b'a/b.c'), path.normpath(b'a/../b'), path.basename(b'a/b'))
tried(path.join, 'a', 1)
tried(path.join, 'a', b'b')
tried(path.join, 1)
tried(path.join)
tried(path.split, None)
tried(path.splitext, 1)
tried(path.basename, 1.5)
for names in (['/usr/lib', '/usr/local'], ['a/b', 'a/c'], ['a', 'b'], ['/a', '/a/b'], []):
    tried(path.commonprefix, names)
    tried(path.commonpath, names)
tried(path.commonpath, ['/a', 'b'])
tried(path.commonpath, ['a', b'b'])
for name, start in (('/a/b', '/a'), ('/a', '/a/b'), ('/a/b/c', '/a/x/y'), ('a', 'a'), ('/', '/')):
    print(name, start, path.relpath(name, start))
tried(path.relpath, '')
tried(path.relpath, 'a', b'b')


class Here:
    def __fspath__(self):
        return 'here/it.is'


class Wrong:
    def __fspath__(self):
        return 1


class Proper(os.PathLike):
    def __fspath__(self):
        return b'bytes'


print(os.fspath('a'), os.fspath(b'a'), os.fspath(Here()), os.fspath(Proper()))
print(path.join(Here(), 'x'), path.splitext(Here()), path.basename(Here()))
print(isinstance(Here(), os.PathLike), issubclass(str, os.PathLike), isinstance(Proper(), os.PathLike))
tried(os.fspath, 1)
tried(os.fspath, Wrong())
tried(os.PathLike)
tried(path.normpath, None)
tried(path.abspath, [1])
import sys

R = sys.getrefcount


class Place:
    def __init__(self, text):
        self.text = text

    def __fspath__(self):
        print('fspath', R(self), R(self.text))
        return self.text


text, other = '/'.join(['', 'a', 'b.py']), '/'.join(['c', 'd'])
p = Place(text)
print(os.fspath(p) is text, os.fspath(text) is text, R(p), R(text))
print(R(path.join(text, other)), R(path.join(p, other)), path.join(other, p) is text, R(text), R(other), R(p))
head, tail = path.split(p)
print(R(head), R(tail), R(path.splitext(text)), R(path.basename(p)), R(path.normpath(p)), R(text), R(p))
for wrong in ([text], (text, other), None):
    try:
        path.join(text, wrong)
    except TypeError as e:
        print(R(e), R(text), R(other))
