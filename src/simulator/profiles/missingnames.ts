// Names of CPython's that are missing in modules that are simulated, by version. Only a program that asks for one needs them.

import type { Profile } from './profile.ts'

/** In which minor versions, from the first to the last: the names. */
type Rows = readonly (readonly [first: number, last: number, names: string])[]

const NAMES: Readonly<Record<string, Rows>> = {
  asyncio: [
    [
      11,
      13,
      `
        AbstractChildWatcher AbstractEventLoopPolicy DefaultEventLoopPolicy FastChildWatcher MultiLoopChildWatcher
        PidfdChildWatcher SafeChildWatcher ThreadedChildWatcher get_child_watcher set_child_watcher
      `,
    ],
    [
      11,
      15,
      `
        ALL_COMPLETED AbstractServer Barrier BaseEventLoop BaseProtocol BaseTransport BrokenBarrierError
        BufferedProtocol Condition DatagramProtocol DatagramTransport FIRST_COMPLETED FIRST_EXCEPTION Handle
        IncompleteReadError LimitOverrunError Protocol ReadTransport Runner SelectorEventLoop
        SendfileNotAvailableError Server StreamReader StreamReaderProtocol StreamWriter SubprocessProtocol
        SubprocessTransport TaskGroup TimerHandle Transport WriteTransport as_completed base_futures base_subprocess
        base_tasks constants coroutines create_subprocess_exec create_subprocess_shell events format_helpers
        get_event_loop_policy log mixins open_connection open_unix_connection protocols run_coroutine_threadsafe
        selector_events set_event_loop_policy shield sslproto staggered start_server start_unix_server streams
        subprocess sys taskgroups threads to_thread transports trsock unix_events wait wrap_future
      `,
    ],
    [12, 15, 'create_eager_task_factory eager_task_factory'],
    [13, 15, 'EventLoop QueueShutDown'],
    [
      14,
      15,
      `
        FrameCallGraphEntry FutureCallGraph capture_call_graph format_call_graph future_add_to_awaited_by
        future_discard_from_awaited_by graph print_call_graph
      `,
    ],
  ],
  builtins: [
    [11, 15, 'copyright credits help license open'],
    [15, 15, 'frozendict sentinel'],
  ],
  collections: [
    [11, 11, 'abc'],
    [14, 14, 'heapq'],
    [14, 15, 'abc'],
  ],
  'collections.abc': [
    [11, 14, 'ByteString'],
    [
      13,
      15,
      `
        ABCMeta EllipsisType FunctionType GenericAlias abstractmethod async_generator bytearray_iterator
        bytes_iterator coroutine dict_itemiterator dict_items dict_keyiterator dict_keys dict_valueiterator
        dict_values framelocalsproxy generator list_iterator list_reverseiterator longrange_iterator mappingproxy
        range_iterator set_iterator str_iterator sys tuple_iterator zip_iterator
      `,
    ],
  ],
  contextlib: [
    [11, 14, 'MethodType'],
    [11, 15, 'GenericAlias chdir deque os'],
  ],
  copyreg: [
    [11, 15, 'add_extension clear_extension_cache pickle_complex pickle_union remove_extension'],
    [14, 15, 'pickle_super'],
  ],
  ctypes: [
    [11, 14, 'SetPointerType'],
    [
      11,
      15,
      `
        ARRAY ArgumentError BigEndianStructure BigEndianUnion CDLL CFUNCTYPE DEFAULT_MODE LibraryLoader
        LittleEndianStructure LittleEndianUnion POINTER PYFUNCTYPE PyDLL RTLD_GLOBAL RTLD_LOCAL Structure Union
        addressof byref c_char_p c_void_p c_voidp c_wchar_p cast cdll create_unicode_buffer get_errno memmove memset
        pointer py_object pydll pythonapi resize set_errno string_at util wintypes wstring_at
      `,
    ],
    [12, 15, 'SIZEOF_TIME_T c_time_t'],
    [14, 15, 'CField c_double_complex c_float_complex c_longdouble_complex memoryview_at'],
  ],
  dataclasses: [
    [11, 11, 'builtins'],
    [11, 12, 'FunctionType GenericAlias functools'],
    [11, 14, 'inspect'],
    [11, 15, 'copy itertools keyword re'],
    [13, 15, 'recursive_repr'],
    [14, 15, 'annotationlib'],
  ],
  dis: [
    [11, 12, 'FORMAT_VALUE FORMAT_VALUE_CONVERTERS MAKE_FUNCTION MAKE_FUNCTION_FLAGS spec_op specialized'],
    [11, 13, 'LOAD_CONST'],
    [11, 15, 'BINARY_OP JUMP_BACKWARD LOAD_GLOBAL deoptmap main'],
    [12, 13, 'RETURN_CONST'],
    [12, 15, 'CALL_INTRINSIC_1 CALL_INTRINSIC_2 FOR_ITER LOAD_ATTR LOAD_SUPER_ATTR SEND'],
    [
      13,
      15,
      `
        ArgResolver CONVERT_VALUE ENTER_EXECUTOR FUNCTION_ATTR_FLAGS Formatter LOAD_FAST_LOAD_FAST
        SET_FUNCTION_ATTRIBUTE STORE_FAST_LOAD_FAST STORE_FAST_STORE_FAST get_executor name op print_instructions
      `,
    ],
    [
      14,
      15,
      `
        CONTAINS_OP END_ASYNC_FOR IS_OP LOAD_COMMON_CONSTANT LOAD_FAST_BORROW_LOAD_FAST_BORROW LOAD_SMALL_INT
        LOAD_SPECIAL
      `,
    ],
    [15, 15, 'IMPORT_NAME'],
  ],
  enum: [
    [11, 12, 'reduce'],
    [
      11,
      15,
      `
        CONTINUOUS EnumCheck MappingProxyType NAMED_FLAGS UNIQUE bin bltns global_enum global_enum_repr
        global_flag_repr global_str pickle_by_enum_name pickle_by_global_name show_flag_values sys verify
      `,
    ],
  ],
  functools: [
    [11, 15, 'GenericAlias RLock recursive_repr'],
    [14, 15, 'MappingProxyType MethodType Placeholder UnionType itemgetter'],
    [15, 15, 'FunctionType'],
  ],
  io: [
    [
      11,
      15,
      `
        BlockingIOError BufferedIOBase BufferedRWPair BufferedRandom BufferedReader BufferedWriter BytesIO FileIO
        IncrementalNewlineDecoder RawIOBase open open_code text_encoding
      `,
    ],
    [14, 15, 'GenericAlias Reader Writer'],
  ],
  json: [[11, 15, 'codecs decoder detect_encoding encoder scanner']],
  math: [[15, 15, 'fmax fmin integer isnormal issubnormal signbit']],
  os: [
    [
      11,
      15,
      `
        CLD_CONTINUED CLD_DUMPED CLD_EXITED CLD_KILLED CLD_STOPPED CLD_TRAPPED DirEntry EFD_CLOEXEC EFD_NONBLOCK
        EFD_SEMAPHORE EX_CANTCREAT EX_CONFIG EX_DATAERR EX_IOERR EX_NOHOST EX_NOINPUT EX_NOPERM EX_NOUSER EX_OK
        EX_OSERR EX_OSFILE EX_PROTOCOL EX_SOFTWARE EX_TEMPFAIL EX_UNAVAILABLE EX_USAGE F_LOCK F_OK F_TEST F_TLOCK
        F_ULOCK GRND_NONBLOCK GRND_RANDOM GenericAlias MFD_ALLOW_SEALING MFD_CLOEXEC MFD_HUGETLB MFD_HUGE_16GB
        MFD_HUGE_16MB MFD_HUGE_1GB MFD_HUGE_1MB MFD_HUGE_256MB MFD_HUGE_2GB MFD_HUGE_2MB MFD_HUGE_32MB MFD_HUGE_512KB
        MFD_HUGE_512MB MFD_HUGE_64KB MFD_HUGE_8MB MFD_HUGE_MASK MFD_HUGE_SHIFT Mapping NGROUPS_MAX O_ACCMODE O_APPEND
        O_ASYNC O_CLOEXEC O_CREAT O_DIRECT O_DIRECTORY O_DSYNC O_EXCL O_FSYNC O_LARGEFILE O_NDELAY O_NOATIME O_NOCTTY
        O_NOFOLLOW O_NONBLOCK O_PATH O_RDONLY O_RDWR O_RSYNC O_SYNC O_TMPFILE O_TRUNC O_WRONLY POSIX_FADV_DONTNEED
        POSIX_FADV_NOREUSE POSIX_FADV_NORMAL POSIX_FADV_RANDOM POSIX_FADV_SEQUENTIAL POSIX_FADV_WILLNEED
        POSIX_SPAWN_CLOSE POSIX_SPAWN_DUP2 POSIX_SPAWN_OPEN PRIO_PGRP PRIO_PROCESS PRIO_USER P_ALL P_NOWAIT P_NOWAITO
        P_PGID P_PID P_PIDFD P_WAIT RTLD_DEEPBIND RTLD_GLOBAL RTLD_LAZY RTLD_LOCAL RTLD_NODELETE RTLD_NOLOAD RTLD_NOW
        RWF_APPEND RWF_DSYNC RWF_HIPRI RWF_NOWAIT RWF_SYNC R_OK SCHED_BATCH SCHED_FIFO SCHED_IDLE SCHED_OTHER
        SCHED_RESET_ON_FORK SCHED_RR SEEK_CUR SEEK_DATA SEEK_END SEEK_HOLE SEEK_SET SPLICE_F_MORE SPLICE_F_MOVE
        SPLICE_F_NONBLOCK ST_APPEND ST_MANDLOCK ST_NOATIME ST_NODEV ST_NODIRATIME ST_NOEXEC ST_NOSUID ST_RDONLY
        ST_RELATIME ST_SYNCHRONOUS ST_WRITE TMP_MAX WCONTINUED WCOREDUMP WEXITED WEXITSTATUS WIFCONTINUED WIFEXITED
        WIFSIGNALED WIFSTOPPED WNOHANG WNOWAIT WSTOPPED WSTOPSIG WTERMSIG WUNTRACED W_OK XATTR_CREATE XATTR_REPLACE
        XATTR_SIZE_MAX X_OK _exit abort access chdir chmod chown chroot close closerange confstr confstr_names
        copy_file_range cpu_count ctermid device_encoding dup dup2 environb eventfd eventfd_read eventfd_write execl
        execle execlp execlpe execv execve execvp execvpe fchdir fchmod fchown fdatasync fdopen fork forkpty fpathconf
        fsdecode fsencode fstat fstatvfs fsync ftruncate fwalk get_blocking get_exec_path get_inheritable
        get_terminal_size getcwdb getegid getenvb geteuid getgid getgrouplist getgroups getloadavg getlogin getpgid
        getpgrp getppid getpriority getrandom getresgid getresuid getsid getuid getxattr initgroups isatty kill killpg
        lchown link listdir listxattr lockf login_tty lseek lstat major makedev makedirs memfd_create minor mkdir
        mkfifo mknod nice open openpty pathconf pathconf_names pidfd_open pipe pipe2 popen posix_fadvise
        posix_fallocate posix_spawn posix_spawnp pread preadv putenv pwrite pwritev read readlink readv
        register_at_fork remove removedirs removexattr rename renames replace rmdir scandir sched_get_priority_max
        sched_get_priority_min sched_getaffinity sched_getparam sched_getscheduler sched_param sched_rr_get_interval
        sched_setaffinity sched_setparam sched_setscheduler sched_yield sendfile set_blocking set_inheritable setegid
        seteuid setgid setgroups setpgid setpgrp setpriority setregid setresgid setresuid setreuid setsid setuid
        setxattr spawnl spawnle spawnlp spawnlpe spawnv spawnve spawnvp spawnvpe splice st stat stat_result statvfs
        statvfs_result strerror supports_bytes_environ supports_dir_fd supports_effective_ids supports_fd
        supports_follow_symlinks symlink sync sysconf sysconf_names system tcgetpgrp tcsetpgrp terminal_size times
        times_result truncate ttyname umask uname uname_result unlink unsetenv urandom utime wait wait3 wait4 waitid
        waitid_result waitpid waitstatus_to_exitcode walk write writev
      `,
    ],
    [
      12,
      15,
      `
        CLONE_FILES CLONE_FS CLONE_NEWCGROUP CLONE_NEWIPC CLONE_NEWNET CLONE_NEWNS CLONE_NEWPID CLONE_NEWTIME
        CLONE_NEWUSER CLONE_NEWUTS CLONE_SIGHAND CLONE_SYSVSEM CLONE_THREAD CLONE_VM setns unshare
      `,
    ],
    [
      13,
      15,
      `
        POSIX_SPAWN_CLOSEFROM TFD_CLOEXEC TFD_NONBLOCK TFD_TIMER_ABSTIME TFD_TIMER_CANCEL_ON_SET grantpt posix_openpt
        process_cpu_count ptsname timerfd_create timerfd_gettime timerfd_gettime_ns timerfd_settime timerfd_settime_ns
        unlockpt
      `,
    ],
    [14, 15, 'PIDFD_NONBLOCK SCHED_DEADLINE SCHED_NORMAL readinto reload_environ'],
    [
      15,
      15,
      `
        AT_NO_AUTOMOUNT AT_STATX_DONT_SYNC AT_STATX_FORCE_SYNC AT_STATX_SYNC_AS_STAT NODEV RWF_ATOMIC RWF_DONTCACHE
        STATX_ATIME STATX_BASIC_STATS STATX_BLOCKS STATX_BTIME STATX_CTIME STATX_DIOALIGN STATX_DIO_READ_ALIGN
        STATX_GID STATX_INO STATX_MNT_ID STATX_MNT_ID_UNIQUE STATX_MODE STATX_MTIME STATX_NLINK STATX_SIZE
        STATX_SUBVOL STATX_TYPE STATX_UID STATX_WRITE_ATOMIC statx statx_result
      `,
    ],
  ],
  pdb: [
    [11, 12, 'Union functools'],
    [
      11,
      15,
      `
        Pdb Restart TESTCMD bdb cmd code dis find_function glob help inspect io lasti2lineno line_prefix linecache
        main os pm post_mortem pprint re run runcall runctx runeval signal sys test tokenize traceback
      `,
    ],
    [13, 13, 'Completer'],
    [13, 15, 'CodeType codeop contextmanager find_first_executable_line textwrap token types'],
    [
      14,
      15,
      `
        ExitStack asyncio atexit attach builtins closing deprecated exit_with_permission_help_text get_default_backend
        itertools json parse_args selectors set_default_backend set_trace_async socket stat tempfile threading typing
        weakref
      `,
    ],
    [15, 15, 'PdbPyReplInput'],
  ],
  posixpath: [
    [
      11,
      15,
      `
        exists expandvars genericpath getatime getctime getmtime getsize isdir isfile islink ismount lexists realpath
        samefile sameopenfile samestat stat sys
      `,
    ],
    [12, 15, 'isjunction splitroot'],
    [13, 15, 'isdevdrive'],
    [14, 15, 'ALLOW_MISSING errno'],
    [15, 15, 'ALL_BUT_LAST'],
  ],
  queue: [[11, 15, 'types']],
  random: [
    [11, 15, 'BPF RECIP_BPF SystemRandom'],
    [13, 15, 'main'],
  ],
  re: [
    [11, 12, 'template'],
    [11, 15, 'Scanner _casefix _compiler _constants _parser'],
  ],
  sys: [
    [
      11,
      15,
      `
        _clear_internal_caches abiflags addaudithook api_version audit base_exec_prefix base_prefix
        builtin_module_names call_tracing copyright displayhook dont_write_bytecode excepthook exec_prefix executable
        flags float_info float_repr_style get_asyncgen_hooks get_coroutine_origin_tracking_depth
        get_int_max_str_digits getdefaultencoding getdlopenflags getfilesystemencodeerrors getfilesystemencoding
        getprofile gettrace hash_info hexversion int_info is_finalizing maxunicode meta_path orig_argv path path_hooks
        path_importer_cache platlibdir prefix pycache_prefix set_asyncgen_hooks set_coroutine_origin_tracking_depth
        set_int_max_str_digits setdlopenflags setprofile settrace stdin stdlib_module_names thread_info warnoptions
      `,
    ],
    [
      12,
      15,
      `
        activate_stack_trampoline deactivate_stack_trampoline getunicodeinternedsize is_stack_trampoline_active
        monitoring
      `,
    ],
    [14, 15, 'is_remote_debug_enabled remote_exec'],
    [
      15,
      15,
      `
        abi_info get_lazy_imports get_lazy_imports_filter lazy_modules set_lazy_imports set_lazy_imports_filter
      `,
    ],
  ],
  textwrap: [[11, 15, 're']],
  threading: [
    [11, 12, 'functools'],
    [11, 15, 'WeakSet activeCount currentThread getprofile gettrace setprofile settrace stack_size'],
    [12, 15, 'setprofile_all_threads settrace_all_threads'],
    [13, 13, 'warnings'],
    [15, 15, 'concurrent_tee serialize_iterator synchronized_iterator'],
  ],
  time: [
    [
      11,
      15,
      `
        CLOCK_BOOTTIME CLOCK_MONOTONIC CLOCK_MONOTONIC_RAW CLOCK_PROCESS_CPUTIME_ID CLOCK_REALTIME CLOCK_TAI
        CLOCK_THREAD_CPUTIME_ID clock_getres clock_gettime clock_gettime_ns clock_settime clock_settime_ns
        get_clock_info pthread_getcpuclockid strptime tzset
      `,
    ],
  ],
  timeit: [
    [11, 15, 'dummy_src_name main reindent sys template time'],
    [15, 15, 'default_target_time'],
  ],
  traceback: [
    [11, 15, 'collections itertools linecache print_last suppress textwrap'],
    [13, 13, 'ANSIColors'],
    [13, 15, 'BUILTIN_EXCEPTION_LIMIT warnings'],
    [14, 15, 'io keyword tokenize'],
    [15, 15, 'functools importlib os pathlib re types'],
  ],
  tracemalloc: [[11, 15, 'Iterable Sequence fnmatch linecache os pickle total_ordering']],
  types: [
    [14, 15, 'CapsuleType'],
    [15, 15, 'FrameLocalsProxyType LazyImportType'],
  ],
  typing: [
    [11, 12, 'AsyncContextManager Match Pattern contextlib io re stdlib_re warnings'],
    [11, 13, 'MethodDescriptorType MethodWrapperType WrapperDescriptorType'],
    [11, 14, 'ByteString no_type_check_decorator'],
    [
      11,
      15,
      `
        BinaryIO CT_co EXCLUDED_ATTRIBUTES GenericAlias IO KT T T_co T_contra TextIO VT VT_co V_co clear_overloads
        functools operator
      `,
    ],
    [12, 15, 'TypeAliasType copyreg'],
    [13, 15, 'NoDefault'],
    [14, 15, 'evaluate_forward_ref'],
    [15, 15, 'NoExtraItems TypeForm annotationlib disjoint_base'],
  ],
  weakref: [[11, 15, 'itertools']],
  zlib: [
    [
      11,
      15,
      `
        ZLIB_RUNTIME_VERSION ZLIB_VERSION Z_BLOCK Z_DEFAULT_STRATEGY Z_FILTERED Z_FINISH Z_FIXED Z_FULL_FLUSH
        Z_HUFFMAN_ONLY Z_NO_FLUSH Z_PARTIAL_FLUSH Z_RLE Z_SYNC_FLUSH Z_TREES compressobj decompressobj
      `,
    ],
    [15, 15, 'adler32_combine crc32_combine'],
  ],
}

/** The names that a version's module has and the simulator's does not. */
export function missingIn({ version }: Pick<Profile, 'version'>, module: string): ReadonlySet<string> {
  const [, minor] = version
  const rows = (Object.hasOwn(NAMES, module) ? NAMES[module] : []).filter(
    ([first, last]) => first <= minor && minor <= last,
  )
  return new Set(rows.flatMap(([, , names]) => names.trim().split(/\s+/)))
}

/** The same of every module. */
export function missingNames(profile: Pick<Profile, 'version'>): ReadonlyMap<string, ReadonlySet<string>> {
  return new Map(Object.keys(NAMES).map((module) => [module, missingIn(profile, module)]))
}
