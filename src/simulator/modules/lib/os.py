"""What a process knows of its surroundings. Here there is no machine around it: no files, no other processes."""

# CPython: Lib/os.py, Modules/posixmodule.c. What has no honest answer is refused by name (modules/config.ts).

import abc
import sys
from _collections_abc import MutableMapping
from _process import getpid

__all__ = ['PathLike', 'altsep', 'curdir', 'defpath', 'devnull', 'environ', 'error', 'extsep', 'fspath', 'getcwd',
           'getenv', 'getpid', 'linesep', 'name', 'pardir', 'path', 'pathsep', 'sep']

error = OSError
name = 'posix'
linesep = '\n'

# NOT CPYTHON: the directory and the variables are the same for everyone.
_CWD = '/home/learner'


def fspath(path):
    """Return the file system path representation of the object."""
    if isinstance(path, (str, bytes)):
        return path
    kind = type(path)
    method = getattr(kind, '__fspath__', None)
    if method is None:
        raise TypeError(f'expected str, bytes or os.PathLike object, not {kind.__name__}')
    result = method(path)
    if isinstance(result, (str, bytes)):
        return result
    raise TypeError(f'expected {kind.__name__}.__fspath__() to return str or bytes, not {type(result).__name__}')


fspath.__module__ = 'posix'


class PathLike(abc.ABC):
    """Abstract base class for implementing the file system path protocol."""

    __slots__ = ()

    @abc.abstractmethod
    def __fspath__(self):
        """Return the file system path representation of the object."""
        raise NotImplementedError

    @classmethod
    def __subclasshook__(cls, subclass):
        if cls is not PathLike:
            return NotImplemented
        for base in subclass.__mro__:
            if '__fspath__' in base.__dict__:
                return NotImplemented if base.__dict__['__fspath__'] is None else True
        return NotImplemented


def getcwd():
    """Return a unicode string representing the current working directory."""
    return _CWD


import posixpath as path
from posixpath import altsep, curdir, defpath, devnull, extsep, pardir, pathsep, sep

sys.modules['os.path'] = path


def _checked(value):
    if not isinstance(value, str):
        raise TypeError('str expected, not %s' % type(value).__name__)
    if '\0' in value:
        raise ValueError('embedded null byte')
    return value


class _Environ(MutableMapping):
    def __init__(self, data):
        self._data = data

    def __getitem__(self, key):
        if not isinstance(key, str):
            _checked(key)
        try:
            return self._data[key]
        except KeyError:
            # Without the error of the dict as its cause.
            raise KeyError(key) from None

    def __setitem__(self, key, value):
        key, value = _checked(key), _checked(value)
        if not key or '=' in key:
            _putenv_error(key)
        self._data[key] = value

    def __delitem__(self, key):
        _checked(key)
        if key not in self._data:
            raise KeyError(key) from None
        del self._data[key]

    def __iter__(self):
        # A list, so that the variables may change meanwhile.
        yield from list(self._data)

    def __len__(self):
        return len(self._data)

    def __repr__(self):
        return 'environ({%s})' % ', '.join(f'{key!r}: {value!r}' for key, value in self._data.items())

    def copy(self):
        return dict(self)

    def setdefault(self, key, value):
        if key not in self:
            self[key] = value
        return self[key]

    def __ior__(self, other):
        self.update(other)
        return self

    def __or__(self, other):
        from _collections_abc import Mapping
        if not isinstance(other, Mapping):
            return NotImplemented
        return {**self, **other}

    def __ror__(self, other):
        from _collections_abc import Mapping
        if not isinstance(other, Mapping):
            return NotImplemented
        return {**other, **self}


def _putenv_error(key):
    if key:
        raise ValueError('illegal environment variable name')
    raise OSError(22, 'Invalid argument')


environ = _Environ({
    'HOME': _CWD,
    'LANG': 'C.UTF-8',
    'PATH': '/usr/local/bin:/usr/bin:/bin',
    'PWD': _CWD,
    'PYTHONHASHSEED': '0',
})


def getenv(key, default=None):
    """Get an environment variable, return None if it doesn't exist."""
    return environ.get(key, default)
