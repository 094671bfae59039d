// The names of CPython's standard library and of its built-ins, by version: what "Did you forget to import" and "Did you
// mean" choose from, whether we simulate them or not.

/** Names of both kinds in one version. */
export interface NameFacts {
  /** `sys.stdlib_module_names`; only a program that asks for a module it does not find needs them. */
  readonly standardModules: () => ReadonlySet<string>
  /** The built-ins, in the order of their dict. */
  readonly builtins: readonly string[]
}

const words = (text: string): readonly string[] => text.split(/\s+/).filter((word) => word !== '')

const modules311 = `
  __future__ _abc _aix_support _ast _asyncio _bisect _blake2 _bootsubprocess _bz2 _codecs _codecs_cn _codecs_hk
  _codecs_iso2022 _codecs_jp _codecs_kr _codecs_tw _collections _collections_abc _compat_pickle _compression
  _contextvars _crypt _csv _ctypes _curses _curses_panel _datetime _dbm _decimal _elementtree _frozen_importlib
  _frozen_importlib_external _functools _gdbm _hashlib _heapq _imp _io _json _locale _lsprof _lzma _markupbase _md5
  _msi _multibytecodec _multiprocessing _opcode _operator _osx_support _overlapped _pickle _posixshmem
  _posixsubprocess _py_abc _pydecimal _pyio _queue _random _scproxy _sha1 _sha256 _sha3 _sha512 _signal _sitebuiltins
  _socket _sqlite3 _sre _ssl _stat _statistics _string _strptime _struct _symtable _thread _threading_local _tkinter
  _tokenize _tracemalloc _typing _uuid _warnings _weakref _weakrefset _winapi _zoneinfo abc aifc antigravity argparse
  array ast asynchat asyncio asyncore atexit audioop base64 bdb binascii bisect builtins bz2 cProfile calendar cgi
  cgitb chunk cmath cmd code codecs codeop collections colorsys compileall concurrent configparser contextlib
  contextvars copy copyreg crypt csv ctypes curses dataclasses datetime dbm decimal difflib dis distutils doctest
  email encodings ensurepip enum errno faulthandler fcntl filecmp fileinput fnmatch fractions ftplib functools gc
  genericpath getopt getpass gettext glob graphlib grp gzip hashlib heapq hmac html http idlelib imaplib imghdr imp
  importlib inspect io ipaddress itertools json keyword lib2to3 linecache locale logging lzma mailbox mailcap marshal
  math mimetypes mmap modulefinder msilib msvcrt multiprocessing netrc nis nntplib nt ntpath nturl2path numbers opcode
  operator optparse os ossaudiodev pathlib pdb pickle pickletools pipes pkgutil platform plistlib poplib posix
  posixpath pprint profile pstats pty pwd py_compile pyclbr pydoc pydoc_data pyexpat queue quopri random re readline
  reprlib resource rlcompleter runpy sched secrets select selectors shelve shlex shutil signal site smtpd smtplib
  sndhdr socket socketserver spwd sqlite3 sre_compile sre_constants sre_parse ssl stat statistics string stringprep
  struct subprocess sunau symtable sys sysconfig syslog tabnanny tarfile telnetlib tempfile termios textwrap this
  threading time timeit tkinter token tokenize tomllib trace traceback tracemalloc tty turtle turtledemo types typing
  unicodedata unittest urllib uu uuid venv warnings wave weakref webbrowser winreg winsound wsgiref xdrlib xml xmlrpc
  zipapp zipfile zipimport zlib zoneinfo
`

/** Every built-in of any version. */
const everyBuiltin = words(`
  __name__ __doc__ __package__ __loader__ __spec__ __build_class__ __import__ __lazy_import__ abs all any ascii bin
  breakpoint callable chr compile delattr dir divmod eval exec format getattr globals hasattr hash hex id input
  isinstance issubclass iter aiter len locals max min next anext oct ord pow print repr round setattr sorted sum vars
  None Ellipsis NotImplemented False True bool memoryview bytearray bytes classmethod complex dict enumerate filter
  float frozendict frozenset property int list map object range reversed sentinel set slice staticmethod str super
  tuple type zip __debug__ BaseException BaseExceptionGroup Exception GeneratorExit KeyboardInterrupt SystemExit
  ArithmeticError AssertionError AttributeError BufferError EOFError ImportError LookupError MemoryError NameError
  OSError ReferenceError RuntimeError StopAsyncIteration StopIteration SyntaxError SystemError TypeError ValueError
  Warning FloatingPointError OverflowError ZeroDivisionError BytesWarning DeprecationWarning EncodingWarning
  FutureWarning ImportWarning PendingDeprecationWarning ResourceWarning RuntimeWarning SyntaxWarning UnicodeWarning
  UserWarning BlockingIOError ChildProcessError ConnectionError FileExistsError FileNotFoundError InterruptedError
  IsADirectoryError NotADirectoryError PermissionError ProcessLookupError TimeoutError IndentationError
  _IncompleteInputError IndexError KeyError ImportCycleError ModuleNotFoundError NotImplementedError
  PythonFinalizationError RecursionError UnboundLocalError UnicodeError BrokenPipeError ConnectionAbortedError
  ConnectionRefusedError ConnectionResetError TabError UnicodeDecodeError UnicodeEncodeError UnicodeTranslateError
  ExceptionGroup EnvironmentError IOError open quit exit copyright credits license help
`)

/** The names of a text that are not among those of another. */
const without = (names: readonly string[], gone: string) => names.filter((name) => !words(gone).includes(name))

const modules312 = () => [
  ...without(words(modules311), '_bootsubprocess _sha256 _sha512 asynchat asyncore distutils imp smtpd'),
  ...words('_pydatetime _pylong _sha2'),
]

const modules313 = () => [
  ...without(
    modules312(),
    `
      _crypt _msi aifc audioop cgi cgitb chunk crypt imghdr lib2to3 mailcap msilib nis nntplib ossaudiodev pipes sndhdr
      spwd sunau telnetlib uu xdrlib
    `,
  ),
  ...words(`
    _android_support _colorize _interpchannels _interpqueues _interpreters _ios_support _opcode_metadata _pyrepl
    _suggestions _sysconfig _wmi
  `),
]

const modules314 = () => [
  ...without(modules313(), '_compression'),
  ...words(`
    _apple_support _ast_unparse _hmac _py_warnings _remote_debugging _types _zstd annotationlib compression
  `),
]

const modules315 = () => [
  ...without(modules314(), 'sre_compile sre_constants sre_parse'),
  ...words('_math_integer profiling'),
]

export const names311: NameFacts = {
  standardModules: () => new Set(words(modules311)),
  builtins: without(
    everyBuiltin,
    '__lazy_import__ frozendict sentinel _IncompleteInputError ImportCycleError PythonFinalizationError',
  ),
}
export const names312: NameFacts = { ...names311, standardModules: () => new Set(modules312()) }
export const names313: NameFacts = {
  standardModules: () => new Set(modules313()),
  builtins: without(everyBuiltin, '__lazy_import__ frozendict sentinel ImportCycleError'),
}
export const names314: NameFacts = { ...names313, standardModules: () => new Set(modules314()) }
export const names315: NameFacts = { standardModules: () => new Set(modules315()), builtins: everyBuiltin }
