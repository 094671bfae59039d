// Made by scripts/library.ts from the files in lib/, without their comments: modules in Python.
// biome-ignore-all format: one line for each file

/** Text by file name. */
export const texts: Readonly<Record<string, string>> = {
  'io.py': "\"\"\"The io module provides the Python interfaces to stream handling: here text in memory.\"\"\"\n\nimport abc\nimport _io\nfrom _io import StringIO, UnsupportedOperation, TextIOWrapper\n\n__all__ = ['IOBase', 'StringIO', 'TextIOBase', 'TextIOWrapper', 'UnsupportedOperation', 'SEEK_SET', 'SEEK_CUR', 'SEEK_END']\n\nDEFAULT_BUFFER_SIZE = 8192\nSEEK_SET = 0\nSEEK_CUR = 1\nSEEK_END = 2\n\n\nclass IOBase(_io._IOBase, metaclass=abc.ABCMeta):\n    pass\n\n\nclass TextIOBase(_io._TextIOBase, IOBase):\n    pass\n\n\nTextIOBase.register(StringIO)\nTextIOBase.register(TextIOWrapper)\n",
}
