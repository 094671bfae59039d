"""What a process knows of its surroundings. Here there is no machine around it: no files, no other processes."""

# CPython: Lib/os.py, Modules/posixmodule.c. What has no honest answer is refused by name (modules/config.ts).

import abc
import sys
from _collections_abc import MutableMapping
from _process import fspath, getpid

__all__ = ['PathLike', 'altsep', 'curdir', 'defpath', 'devnull', 'environ', 'error', 'extsep', 'fspath', 'getcwd',
           'getenv', 'getpid', 'linesep', 'name', 'pardir', 'path', 'pathsep', 'sep']

error = OSError
name = 'posix'
linesep = '\n'

# NOT CPYTHON: the directory and the variables are the same for everyone.
_CWD = '/home/learner'


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


def _encoded(value):
    # The machine knows bytes only: what is given out is a str made anew.
    if not isinstance(value, str):
        raise TypeError('str expected, not %s' % type(value).__name__)
    return value.encode('utf-8', 'surrogateescape')


def _checked(value):
    value = _encoded(value)
    if b'\0' in value:
        raise ValueError('embedded null byte')
    return value


def _decoded(value):
    return value.decode('utf-8', 'surrogateescape')


class _Environ(MutableMapping):
    def __init__(self, data):
        self._data = data

    def __getitem__(self, key):
        try:
            value = self._data[_encoded(key)]
        except KeyError:
            # Without the error of the dict as its cause.
            raise KeyError(key) from None
        return _decoded(value)

    def __setitem__(self, key, value):
        key = _checked(key)
        value = _checked(value)
        if not key or b'=' in key:
            _putenv_error(key)
        self._data[key] = value

    def __delitem__(self, key):
        encoded = _checked(key)
        if encoded not in self._data:
            raise KeyError(key) from None
        del self._data[encoded]

    def __iter__(self):
        # A list, so that the variables may change meanwhile.
        for key in list(self._data):
            yield _decoded(key)

    def __len__(self):
        return len(self._data)

    def __repr__(self):
        return 'environ({%s})' % ', '.join(f'{key!r}: {value!r}' for key, value in self.items())

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


environ = _Environ({_encoded(key): _encoded(value) for key, value in {
    'HOME': _CWD,
    'LANG': 'C.UTF-8',
    'PATH': '/usr/local/bin:/usr/bin:/bin',
    'PWD': _CWD,
    'PYTHONHASHSEED': '0',
}.items()})


def getenv(key, default=None):
    """Get an environment variable, return None if it doesn't exist."""
    return environ.get(key, default)
