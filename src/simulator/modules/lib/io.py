"""The io module provides the Python interfaces to stream handling: here text in memory."""
# What is left out: files, and streams of bytes.
import abc
import _io
from _io import StringIO, UnsupportedOperation, TextIOWrapper

__all__ = ['IOBase', 'StringIO', 'TextIOBase', 'TextIOWrapper', 'UnsupportedOperation', 'SEEK_SET', 'SEEK_CUR', 'SEEK_END']

DEFAULT_BUFFER_SIZE = 8192
SEEK_SET = 0
SEEK_CUR = 1
SEEK_END = 2


class IOBase(_io._IOBase, metaclass=abc.ABCMeta):
    pass


class TextIOBase(_io._TextIOBase, IOBase):
    pass


TextIOBase.register(StringIO)
TextIOBase.register(TextIOWrapper)
