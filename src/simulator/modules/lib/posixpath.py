"""Paths as texts, the way POSIX writes them."""

# CPython: Lib/posixpath.py, Lib/genericpath.py. What would have to look at a file system is refused by name
# (modules/config.ts): there is none.

# `os` asks for these while it is imported from here.
curdir = '.'
pardir = '..'
extsep = '.'
sep = '/'
pathsep = ':'
defpath = '/bin:/usr/bin'
altsep = None
devnull = '/dev/null'

import os
from _profile import (os_join_maps as _join_maps, os_normpath_holds as _normpath_holds,
                      os_normpath_words as _normpath_words, os_prefix_deprecated as _prefix_deprecated)
from _sre import deprecated

__all__ = ['abspath', 'basename', 'commonpath', 'commonprefix', 'dirname', 'expanduser', 'isabs', 'join', 'normcase',
           'normpath', 'relpath', 'split', 'splitdrive', 'splitext']

supports_unicode_filenames = False


def _like(path, text):
    return text.encode() if isinstance(path, bytes) else text


def _check_types(function, *args):
    kinds = set()
    for arg in args:
        if not isinstance(arg, (str, bytes)):
            raise TypeError(f'{function}() argument must be str, bytes, or os.PathLike object, '
                            f'not {arg.__class__.__name__!r}') from None
        kinds.add(isinstance(arg, str))
    if len(kinds) == 2:
        raise TypeError("Can't mix strings and bytes in path components") from None


def normcase(s):
    """Normalize case of pathname.  Has no effect under Posix"""
    return os.fspath(s)


def isabs(s):
    """Test whether a path is absolute"""
    s = os.fspath(s)
    return s.startswith(_like(s, '/'))


def join(a, *p):
    """Join two or more pathname components, inserting '/' as needed."""
    path = os.fspath(a)
    slash = _like(path, '/')
    try:
        for part in map(os.fspath, p) if _join_maps else p:
            if not _join_maps:
                part = os.fspath(part)
            if part.startswith(slash) or not path:
                path = part if part.startswith(slash) else path + part
            elif path.endswith(slash):
                path += part
            else:
                path += slash + part
    except (TypeError, AttributeError):
        _check_types('join', os.fspath(a), *p)
        raise
    return path


def split(p):
    """Split a pathname.  Returns tuple "(head, tail)" where "tail" is everything after the final slash."""
    p = os.fspath(p)
    slash = _like(p, '/')
    at = p.rfind(slash) + 1
    return _without_end(p[:at], slash), p[at:]


def _without_end(head, slash):
    # The root stays what it is.
    return head.rstrip(slash) or head


def splitext(p):
    """Split the extension from a pathname."""
    p = os.fspath(p)
    slash, dot = _like(p, '/'), _like(p, '.')
    start = p.rfind(slash) + 1
    at = p.rfind(dot)
    # The dots that a name begins with belong to it.
    if at > start and p[start:at].strip(dot):
        return p[:at], p[at:]
    return p, p[:0]


def splitdrive(p):
    """Split a pathname into drive and path. On Posix, drive is always empty."""
    p = os.fspath(p)
    return p[:0], p


def basename(p):
    """Returns the final component of a pathname"""
    p = os.fspath(p)
    return p[p.rfind(_like(p, '/')) + 1:]


def dirname(p):
    """Returns the directory component of a pathname"""
    p = os.fspath(p)
    slash = _like(p, '/')
    return _without_end(p[:p.rfind(slash) + 1], slash)


def expanduser(path):
    """Expand ~ constructions.  If user or $HOME is unknown, do nothing."""
    path = os.fspath(path)
    tilde, slash = _like(path, '~'), _like(path, '/')
    if not path.startswith(tilde):
        return path
    name, _, rest = path.partition(slash)
    # Other users are unknown here, as is one's own home without $HOME.
    if name != tilde or 'HOME' not in os.environ:
        return path
    home = _like(path, os.environ['HOME']).rstrip(slash)
    return home + path[1:] or slash


def normpath(path):
    """Normalize path, eliminating double slashes, etc."""
    if _normpath_words and not isinstance(path, (str, bytes)) and not hasattr(type(path), '__fspath__'):
        raise TypeError(_normpath_words + type(path).__name__)
    # Since it is all C code, it holds what it was given until it returns.
    given = path if _normpath_holds else None
    path = os.fspath(path)
    slash, dot, dots = _like(path, '/'), _like(path, '.'), _like(path, '..')
    if not path:
        return dot
    # Exactly two slashes at the beginning mean something of their own.
    lead = path[:len(path) - len(path.lstrip(slash))]
    if len(lead) > 2:
        lead = slash
    parts = []
    for part in path.split(slash):
        if not part or part == dot:
            continue
        if part != dots or (not lead and not parts) or (parts and parts[-1] == dots):
            parts.append(part)
        elif parts:
            parts.pop()
    return lead + slash.join(parts) or dot


def abspath(path):
    """Return an absolute path."""
    path = os.fspath(path)
    if not isabs(path):
        path = join(_like(path, os.getcwd()), path)
    return normpath(path)


def relpath(path, start=None):
    """Return a relative version of a path"""
    path = os.fspath(path)
    if not path:
        raise ValueError('no path specified')
    slash = _like(path, '/')
    start = _like(path, curdir) if start is None else os.fspath(start)
    try:
        there = [x for x in abspath(path).split(slash) if x]
        here = [x for x in abspath(start).split(slash) if x]
        same = len(_common([here, there]))
        return slash.join([_like(path, pardir)] * (len(here) - same) + there[same:]) or _like(path, curdir)
    except (TypeError, AttributeError):
        _check_types('relpath', path, start)
        raise


def commonprefix(m):
    """Given a list of pathnames, returns the longest common leading component"""
    if _prefix_deprecated:
        deprecated('os.path.commonprefix() is deprecated. Use os.path.commonpath() for longest path prefix.')
    return _common(m)


def _common(m):
    if not m:
        return ''
    if not isinstance(m[0], (list, tuple)):
        m = tuple(map(os.fspath, m))
    first, last = min(m), max(m)
    for i, c in enumerate(first):
        if c != last[i]:
            return first[:i]
    return first


def commonpath(paths):
    """Given a sequence of path names, returns the longest common sub-path."""
    paths = tuple(map(os.fspath, paths))
    if not paths:
        raise ValueError('commonpath() arg is an empty sequence')
    _check_types('commonpath', *paths)
    slash, dot = _like(paths[0], '/'), _like(paths[0], '.')
    if len({path.startswith(slash) for path in paths}) == 2:
        raise ValueError("Can't mix absolute and relative paths")
    parts = [[c for c in path.split(slash) if c and c != dot] for path in paths]
    lead = slash if paths[0].startswith(slash) else slash[:0]
    return lead + slash.join(_common(parts))
