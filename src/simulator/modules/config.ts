// Modules/config.c: the table of modules. What is not in it is either unknown (ModuleNotFoundError) or known and refused
// by name; the page "Which Python runs here" is rendered from this table.
//
// The table names the modules and holds none of them: a page's worker fetches only the parts a program asks for
// (ondemand.ts), everyone else has them all (everything.ts).

import type { PythonModule } from './module.ts'

/** Modules that come together, when a program first imports one of them. */
interface PartEntry {
  /** Those written natively, in `parts/`. */
  readonly natives: readonly string[]
  /** Those written in Python, in `lib/`. */
  readonly python: readonly PythonModule[]
  /** Parts whose modules these import as they start. */
  readonly needs: readonly LoadedPart[]
}

/** A part that is not there from the start. */
export type LoadedPart =
  | 'itertools'
  | 'operator'
  | 'math'
  | 'abc'
  | 'collections'
  | 'types'
  | 'weakref'
  | 'copy'
  | 'contextlib'
  | 'dataclasses'
  | 'typing'
  | 'heapq'
  | 'random'
  | 're'
  | 'string'
  | 'text'
  | 'io'
  | 'time'
  | 'process'
  | 'traceback'
  | 'dis'
  | 'pdb'
  | 'ctypes'
  | 'threading'
  | 'asyncio'
  | 'zlib'
  | 'array'
  | 'rare'

/** Any part; `core` belongs to the machine and is always there. */
export type PartName = 'core' | LoadedPart

/** The modules of each part. */
export const parts: Readonly<Record<PartName, PartEntry>> = {
  core: { natives: ['builtins', 'sys', 'atexit', 'gc', '_profile'], python: [], needs: [] },
  itertools: { natives: ['itertools'], python: [], needs: [] },
  operator: { natives: ['operator'], python: [], needs: [] },
  math: { natives: ['math'], python: [], needs: [] },
  abc: {
    natives: ['_abc'],
    python: [
      { name: 'abc', file: 'abc.py', origin: 'frozen' },
      { name: '_collections_abc', file: '_collections_abc.py', origin: 'frozen' },
    ],
    needs: [],
  },
  collections: {
    natives: ['_collections', '_functools'],
    python: [
      { name: 'functools', file: 'functools.py' },
      { name: 'collections', file: 'collections/__init__.py', isPackage: true },
      { name: 'collections.abc', file: 'collections/abc.py' },
      { name: 'keyword', file: 'keyword.py' },
    ],
    needs: ['abc', 'itertools', 'operator'],
  },
  types: {
    natives: [],
    python: [
      { name: 'types', file: 'types.py' },
      { name: 'enum', file: 'enum.py' },
    ],
    needs: ['operator'],
  },
  weakref: {
    natives: ['_weakref'],
    python: [
      { name: 'weakref', file: 'weakref.py' },
      { name: '_weakrefset', file: '_weakrefset.py' },
    ],
    needs: [],
  },
  copy: {
    natives: [],
    python: [
      { name: 'copy', file: 'copy.py' },
      { name: 'copyreg', file: 'copyreg.py' },
    ],
    needs: ['operator', 'types', 'weakref'],
  },
  contextlib: {
    natives: [],
    python: [{ name: 'contextlib', file: 'contextlib.py' }],
    needs: ['abc', 'collections', 'types'],
  },
  dataclasses: {
    natives: [],
    python: [{ name: 'dataclasses', file: 'dataclasses.py' }],
    needs: ['abc', 'copy', 'types'],
  },
  typing: {
    natives: ['_typing'],
    python: [{ name: 'typing', file: 'typing.py' }],
    needs: ['abc', 'collections', 'contextlib', 'types'],
  },
  heapq: { natives: ['_heapq', 'bisect'], python: [{ name: 'heapq', file: 'heapq.py' }], needs: [] },
  random: {
    natives: ['_random'],
    python: [{ name: 'random', file: 'random.py' }],
    needs: ['heapq', 'itertools', 'math', 'operator'],
  },
  re: { natives: ['_sre'], python: [{ name: 're', file: 're.py' }], needs: ['collections', 'copy', 'types'] },
  text: {
    natives: [],
    python: [
      { name: 'textwrap', file: 'textwrap.py' },
      { name: 'json', file: 'json.py' },
    ],
    needs: [],
  },
  string: { natives: [], python: [{ name: 'string', file: 'string.py' }], needs: ['collections', 're'] },
  io: { natives: ['_io'], python: [{ name: 'io', file: 'io.py', origin: 'frozen' }], needs: ['abc'] },
  time: {
    natives: ['_time'],
    python: [
      { name: 'time', file: 'time.py', origin: 'built-in' },
      { name: 'timeit', file: 'timeit.py' },
    ],
    needs: ['itertools'],
  },
  process: {
    natives: ['_process'],
    python: [
      { name: 'psutil', file: 'psutil.py' },
      { name: 'os', file: 'os.py', origin: 'frozen' },
      { name: 'posixpath', file: 'posixpath.py', origin: 'frozen' },
    ],
    needs: ['abc', 're'],
  },
  traceback: {
    natives: ['_traceback', '_tracemalloc'],
    python: [
      { name: 'traceback', file: 'traceback.py' },
      { name: 'tracemalloc', file: 'tracemalloc.py' },
    ],
    needs: [],
  },
  dis: { natives: ['_opcode'], python: [{ name: 'dis', file: 'dis.py' }], needs: ['collections', 'io', 'types'] },
  pdb: { natives: [], python: [{ name: 'pdb', file: 'pdb.py' }], needs: [] },
  ctypes: { natives: [], python: [{ name: 'ctypes', file: 'ctypes.py' }], needs: ['math'] },
  threading: {
    natives: ['_thread'],
    python: [
      { name: 'threading', file: 'threading.py' },
      { name: 'queue', file: 'queue.py' },
    ],
    needs: ['collections', 'heapq', 'time', 'traceback', 'weakref'],
  },
  asyncio: {
    natives: ['_asyncgenhooks'],
    python: [
      { name: 'asyncio', file: 'asyncio/__init__.py', isPackage: true },
      { name: 'asyncio.exceptions', file: 'asyncio/exceptions.py' },
      { name: 'asyncio.base_events', file: 'asyncio/base_events.py' },
      { name: 'asyncio.futures', file: 'asyncio/futures.py' },
      { name: 'asyncio.tasks', file: 'asyncio/tasks.py' },
      { name: 'asyncio.timeouts', file: 'asyncio/timeouts.py' },
      { name: 'asyncio.locks', file: 'asyncio/locks.py' },
      { name: 'asyncio.queues', file: 'asyncio/queues.py' },
      { name: 'asyncio.runners', file: 'asyncio/runners.py' },
    ],
    needs: ['collections', 'heapq', 'time', 'weakref'],
  },
  zlib: { natives: ['zlib'], python: [], needs: [] },
  array: { natives: ['array'], python: [], needs: ['collections'] },
  // No modules: what few programs ask of the built-in types (objects/late.ts).
  rare: { natives: [], python: [], needs: [] },
}

/** A module of the table, with the part that brings it. */
type Row<Module> = Module & { readonly part: PartName }

const entries = Object.entries(parts) as [part: PartName, entry: PartEntry][]

/** Every module a program can import that is written natively. */
export const builtinModules: readonly Row<{ readonly name: string }>[] = entries.flatMap(([part, { natives }]) =>
  natives.map((name) => ({ name, part })),
)

/** Those that are written in Python, in `lib/`. */
export const pythonModules: readonly Row<PythonModule>[] = entries.flatMap(([part, { python }]) =>
  python.map((module) => ({ ...module, part })),
)

/** A module of the table by its full name. */
export function findModule(name: string): Row<{ readonly name: string } | PythonModule> | undefined {
  return builtinModules.find((module) => module.name === name) ?? pythonModules.find((module) => module.name === name)
}

/** The parts named and what they need, and so on. */
export function withNeeds(names: Iterable<LoadedPart>): Set<LoadedPart> {
  const found = new Set(names)
  for (const name of found) for (const needed of parts[name].needs) found.add(needed)
  return found
}

/** Modules of the library that are there on Windows only: elsewhere they are not found. */
export const windowsModules: ReadonlySet<string> = new Set([
  '_msi',
  '_overlapped',
  '_winapi',
  '_wmi',
  'msilib',
  'msvcrt',
  'nt',
  'winreg',
  'winsound',
])

/** Names of CPython's that are missing in modules that are simulated. */
export const missingNames: ReadonlyMap<string, ReadonlySet<string>> = new Map<string, ReadonlySet<string>>([
  [
    'io',
    new Set(
      'BytesIO open open_code FileIO RawIOBase BufferedIOBase BufferedReader BufferedWriter text_encoding'.split(' '),
    ),
  ],
  [
    'asyncio',
    new Set(
      'TaskGroup Runner Barrier BrokenBarrierError Condition shield wait as_completed to_thread run_coroutine_threadsafe wrap_future eager_task_factory create_eager_task_factory QueueShutDown start_server open_connection create_subprocess_exec create_subprocess_shell get_event_loop_policy set_event_loop_policy FIRST_COMPLETED FIRST_EXCEPTION ALL_COMPLETED'.split(
        ' ',
      ),
    ),
  ],
  [
    'ctypes',
    new Set(
      'CDLL PyDLL LibraryLoader cdll pydll pythonapi CFUNCTYPE PYFUNCTYPE POINTER pointer byref cast addressof string_at wstring_at memmove memset memoryview_at resize get_errno set_errno Structure Union BigEndianStructure LittleEndianStructure ARRAY ArgumentError c_char_p c_wchar_p c_void_p c_voidp py_object create_unicode_buffer util wintypes'.split(
        ' ',
      ),
    ),
  ],
  [
    'threading',
    new Set(
      'settrace settrace_all_threads gettrace setprofile setprofile_all_threads getprofile stack_size currentThread activeCount serialize_iterator synchronized_iterator concurrent_tee'.split(
        ' ',
      ),
    ),
  ],
  [
    'pdb',
    new Set(
      'Pdb run runeval runctx runcall post_mortem pm main help Restart set_trace_async set_default_backend get_default_backend'.split(
        ' ',
      ),
    ),
  ],
  ['dis', new Set('Formatter ArgResolver print_instructions main deoptmap'.split(' '))],
  ['re', new Set('template Scanner _parser _compiler _constants _casefix'.split(' '))],
  [
    'os',
    new Set(
      'abort access chdir chmod chown chroot close closerange confstr confstr_names copy_file_range cpu_count ctermid device_encoding dup dup2 environb eventfd eventfd_read eventfd_write execl execle execlp execlpe execv execve execvp execvpe fchdir fchmod fchown fdatasync fdopen fork forkpty fpathconf fsdecode fsencode fstat fstatvfs fsync ftruncate fwalk get_blocking get_exec_path get_inheritable get_terminal_size getcwdb getegid getenvb geteuid getgid getgrouplist getgroups getloadavg getlogin getpgid getpgrp getppid getpriority getrandom getresgid getresuid getsid getuid getxattr grantpt initgroups isatty kill killpg lchown link listdir listxattr lockf login_tty lseek lstat major makedev makedirs memfd_create minor mkdir mkfifo mknod nice open openpty pathconf pathconf_names pidfd_open pipe pipe2 popen posix_fadvise posix_fallocate posix_openpt posix_spawn posix_spawnp pread preadv process_cpu_count ptsname putenv pwrite pwritev read readinto readlink readv register_at_fork reload_environ remove removedirs removexattr rename renames replace rmdir scandir sched_get_priority_max sched_get_priority_min sched_getaffinity sched_getparam sched_getscheduler sched_param sched_rr_get_interval sched_setaffinity sched_setparam sched_setscheduler sched_yield sendfile set_blocking set_inheritable setegid seteuid setgid setgroups setns setpgid setpgrp setpriority setregid setresgid setresuid setreuid setsid setuid setxattr spawnl spawnle spawnlp spawnlpe spawnv spawnve spawnvp spawnvpe splice stat stat_result statvfs statvfs_result strerror supports_bytes_environ supports_dir_fd supports_effective_ids supports_fd supports_follow_symlinks symlink sync sysconf sysconf_names system tcgetpgrp tcsetpgrp terminal_size timerfd_create timerfd_gettime timerfd_gettime_ns timerfd_settime timerfd_settime_ns times times_result truncate ttyname umask uname uname_result unlink unlockpt unsetenv unshare urandom utime wait wait3 wait4 waitid waitid_result waitpid waitstatus_to_exitcode walk write writev statx statx_result DirEntry _exit'.split(
        ' ',
      ),
    ),
  ],
  [
    'posixpath',
    new Set(
      'exists lexists isfile isdir islink ismount isjunction isreserved isdevdrive getsize getmtime getatime getctime realpath samefile sameopenfile samestat expandvars splitroot genericpath'.split(
        ' ',
      ),
    ),
  ],
  ['zlib', new Set('compressobj decompressobj ZLIB_VERSION ZLIB_RUNTIME_VERSION'.split(' '))],
  [
    'sys',
    new Set(
      'abi_info abiflags activate_stack_trampoline addaudithook api_version audit base_exec_prefix base_prefix builtin_module_names call_tracing deactivate_stack_trampoline displayhook dont_write_bytecode excepthook exec_prefix executable flags float_info float_repr_style get_asyncgen_hooks get_coroutine_origin_tracking_depth get_int_max_str_digits getdefaultencoding getdlopenflags getfilesystemencodeerrors getfilesystemencoding getprofile gettrace getunicodeinternedsize hash_info hexversion int_info is_finalizing is_stack_trampoline_active maxunicode meta_path monitoring orig_argv path path_hooks path_importer_cache platlibdir prefix pycache_prefix set_asyncgen_hooks set_coroutine_origin_tracking_depth set_int_max_str_digits setdlopenflags setprofile settrace stdin stdlib_module_names thread_info warnoptions _clear_internal_caches'.split(
        ' ',
      ),
    ),
  ],
  [
    'time',
    new Set(
      'clock_getres clock_gettime clock_gettime_ns clock_settime clock_settime_ns get_clock_info pthread_getcpuclockid strptime tzset'.split(
        ' ',
      ),
    ),
  ],
  [
    'random',
    new Set(
      'SystemRandom betavariate binomialvariate gammavariate paretovariate vonmisesvariate weibullvariate'.split(' '),
    ),
  ],
  [
    'enum',
    new Set(
      'CONTINUOUS EnumCheck NAMED_FLAGS UNIQUE global_enum global_enum_repr global_flag_repr global_str pickle_by_enum_name pickle_by_global_name show_flag_values verify'.split(
        ' ',
      ),
    ),
  ],
  ['functools', new Set(['recursive_repr', 'RLock'])],
  ['types', new Set(['CapsuleType', 'FrameLocalsProxyType', 'LazyImportType'])],
])
