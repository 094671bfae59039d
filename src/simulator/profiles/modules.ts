// The facts by which the modules of the library differ between versions.

import type { ArrayFacts } from './array.ts'
import type { ReFacts } from './re.ts'

/** How modules and their types differ. */
export interface ModuleFacts {
  /** Modules whose types are made at import on the heap (their instances hold them); elsewhere they are static. */
  readonly heapTypes: readonly string[]
  /** What the modules in modules/lib/ ask, by name. */
  readonly library: LibraryFacts
  /** How patterns are read and matched. */
  readonly re: ReFacts
  /** Type codes of arrays, and messages. */
  readonly array: ArrayFacts
  /** Locks of threads lie in their objects, and `threading.Lock` is their class; what they say of a time below zero. */
  readonly locksInline: boolean
  readonly lockIsClass: boolean
  readonly negativeTimeout: string
  /** The first argument of a lock's `acquire` is a whole number; a truth from 3.12 on. */
  readonly lockBlockingIsInt: boolean
  /** It is parsed by PyArg_ParseTupleAndKeywords; Argument Clinic does it from 3.15 on. */
  readonly lockVarargs: boolean
  /** Bytes of a union type (`int | str`). */
  readonly unionSize: number
  /** What it is called; `typing.Union` is the type itself where it is called so. */
  readonly unionName: string
  /** What `dir(list[int])` has besides what all versions' has. */
  readonly aliasNames: readonly string[]
  /** `SimpleNamespace` takes a mapping too. */
  readonly namespaceTakesMapping: boolean
  /** Names (`math.fma`, `float.from_number`) that modules and types of other versions have and this one's do not. */
  readonly missing: readonly string[]
  /** Modules whose file is an `__init__.py`, where ours is not. */
  readonly packages: readonly string[]
  /** `itertools.cycle` notes whether it is in its first round. */
  readonly cycleNotesFirstPass: boolean
  /** `itertools.pairwise` fills its last result anew where nobody else has it. */
  readonly pairwiseKeepsResult: boolean
  /** `itertools.batched` has `strict`. */
  readonly batchedStrict: boolean
  /** ValueErrors of `bisect`, `combinations` and `tee`. */
  readonly negativeLo: string
  /** ValueError of `random.getrandbits`. */
  readonly negativeBits: string
  readonly negativeR: string
  readonly negativeTee: string
  /** ValueError of `zlib.decompress` for a buffer of less than nothing. */
  readonly negativeBufsize: string
  /** ValueErrors of `deque.index` and `deque.remove`; {0}: repr of the value. */
  readonly dequeNotFound: string
  readonly dequeRemove: string
  /** The repr of an OrderedDict shows a dict; before, a list of pairs. */
  readonly odictReprDict: boolean
  /** Clearing an OrderedDict is noticed by its iterators, and a change while two are compared (3.13+). */
  readonly odictNoticesChanges: boolean
  /** TypeError for an OrderedDict of two things: `argument` or `arguments`. */
  readonly odictOneArgument: string
  /** `itertools.groupby` holds the keys it compares (3.14+). */
  readonly groupbyHoldsKeys: boolean
  /** `deque.index` holds the item it compares (3.13+). */
  readonly dequeIndexHolds: boolean
  /** `operator.methodcaller` keeps its arguments ready for a vectorcall. */
  readonly methodcallerVectorcall: boolean
  /** Where there are keywords: from the start, and not from its first call on. */
  readonly methodcallerReadyAtOnce: boolean
  /** A `defaultdict` keeps what its factory has put there meanwhile (3.14.5+). */
  readonly defaultdictKeepsFound: boolean
  /** PyArg_ParseTupleAndKeywords holds what it makes a number or a truth of (3.13+). */
  readonly parsedArgumentHeld: boolean
  /** The repr of a SimpleNamespace holds the value it shows (3.14+). */
  readonly namespaceReprHolds: boolean
  /** The repr of `list[[int]]` names what is in the list (3.12+), and holds it meanwhile (3.14+). */
  readonly aliasShowsLists: boolean
  readonly aliasListItemHeld: boolean
  /** The repr of `list[type(None)]` says None (3.14+). */
  readonly aliasShowsNone: boolean
  /** The repr of a partial holds its function (3.14.5+). */
  readonly partialReprHolds: boolean
  /** `functools.partial` knows placeholders, and binds as a method. */
  readonly partialKnowsPlaceholders: boolean
  /** The repr of a partial of a subclass names its module. */
  readonly partialReprQualified: boolean
  /** A partial with keywords of its own packs all arguments into a tuple and a dict, and unpacks them for the call. */
  readonly partialPacks: boolean
  /** `functools.reduce` takes `initial` by name, and its TypeError for nothing to reduce. */
  readonly reduceKeyword: boolean
  readonly emptyReduce: string
  /** `itertools.tee` of a tee iterator does not hand out the iterator itself, and no other iterator is asked for `__copy__`. */
  readonly teeAlwaysCopies: boolean
  /** `dis.stack_effect` wants an argument for opcodes from this on, and none for those before; `null`: it takes both. */
  readonly stackEffectOpargFrom: number | null
  /** A StringIO that is only written at its end keeps what was written; else it has a buffer of its own. */
  readonly stringioKeepsPieces: boolean
  /** `math.log` gets its arguments in a tuple. */
  readonly mathLogPacks: boolean
  /** `math.nextafter` takes `steps` (3.12). */
  readonly mathSteps: boolean
  /** gcd, comb, factorial and their kin live in `math.integer` (3.15). */
  readonly mathInteger: boolean
  /** TypeError for a time that is no number, where it is not that for what is no whole number; {0}: the full type's name. */
  readonly timeArgument: string | null
  /** OverflowErrors for a float and for an int of too many seconds. */
  readonly timeOverflows: readonly [string, string]
  /** Any real number is a time (3.15); before, floats and whole numbers. */
  readonly realTimes: boolean
  /** Argument Clinic counts the arguments of deque's methods (3.13). */
  readonly dequeClinic: boolean
  /** atexit holds a function once more while it calls it. */
  readonly atexitHoldsFunction: boolean
  /** `atexit.unregister` asks what it is given whether it equals the callbacks, not them (3.14+). */
  readonly atexitAsksGiven: boolean
  /** Functions of `math` say what they expected and got. */
  readonly mathExplains: boolean
}

/** Facts for the modules written in Python. */
export interface LibraryFacts {
  readonly [name: string]: string | boolean | readonly string[]
  /** What `functools.wraps` takes over besides the name, the docstring and their like. */
  readonly wrapper_assignments: readonly string[]
  /**
   * ValueErrors of `random.randrange` of one argument; {0} start, {1} stop, {2} width; with a step; of `randint` or
   * ''; of wrong seeds (TypeError); of `sample` where no counts are left, or ''.
   */
  readonly random_messages: readonly string[]
  /** `random.binomialvariate` (3.12+). */
  readonly random_binomial: boolean
  /** `random.randrange` makes whole numbers of its arguments, with a warning (3.11). */
  readonly random_rounds: boolean
  /** `copy.replace` is there, and named tuples and data classes have `__replace__`; the error for unknown fields. */
  readonly copy_replace: boolean
  /** `__init__` of a dataclass asks its class for its annotations, and holds it (3.15). */
  readonly init_annotates: boolean
  readonly namedtuple_error: string
  readonly softkwlist: readonly string[]
  /**
   * What `dis` has: `caches` shows what inline caches hold, `labels` where jumps go instead of offsets, options by name,
   * `flags` names HAS_DOCSTRING and METHOD, `make` of Instruction, `constants` as values, `frozen` an opmap.
   */
  readonly dis_facts: readonly string[]
  /** The names `dis` takes over from `opcode`, in order; the first instructions of `opmap`, before those by number. */
  readonly dis_names: readonly string[]
  readonly dis_first: readonly string[]
  readonly dis_have_argument: string
  /** What `ctypes` says of no character, whether its objects are wider ('' not), and of a number that is none or ''. */
  readonly ctypes_messages: readonly string[]
  /** Queues can be shut down (3.13+). */
  readonly queue_shutdown: boolean
  /** `TracebackException` keeps the names of a type, and warns of who asks for the type (3.13+). */
  readonly traceback_keeps_names: boolean
  /** A thread runs in a context, which holds its method meanwhile. */
  readonly threading_context: boolean
  /** It is waited for in C (3.13+). */
  readonly threading_handles: boolean
  /** `asyncio.wait_for` makes a task of what it waits for. */
  readonly asyncio_wait_for: boolean
  /** A future holds the tasks that wait for it (3.14+). */
  readonly asyncio_awaited_by: boolean
  /** When a `gather` fails, those of its futures that go on forget who waited for all of them (3.14.5+). */
  readonly asyncio_forgets_waiter: boolean
  /** `gather` does not wait for the loop where a future is done already (3.12+). */
  readonly asyncio_gathers_done: boolean
  /** `asyncio.run` takes anything that can be awaited (3.14+). */
  readonly asyncio_wraps_awaitables: boolean
  /** `heapq` has heaps with the largest first. */
  readonly heapq_max: boolean
  /** `os.path.commonprefix` warns. */
  readonly os_prefix_deprecated: boolean
  /** What `os.path.normpath` says of what is no path, up to its type; empty where it says what `os.fspath` does. */
  readonly os_normpath_words: string
  /** `json` says which float is out of range; of a comma too many that it is one; in a note what it was busy with. */
  readonly json_nan_repr: boolean
  /** `os.path.join` goes through its arguments with `map`. */
  readonly os_join_maps: boolean
  /** `os.path.normpath` is a function of C, which holds its argument. */
  readonly os_normpath_holds: boolean
  /** An enumeration keeps the values of its members that cannot be hashed by name, too (3.13+). */
  readonly enum_unhashable_map: boolean
  /** An enumeration keeps the values of its members that can be hashed in a list, too. */
  readonly enum_hashable_values: boolean
  /** An enumeration finds members by `__getattr__`, and `in` asks only for members: anything else is a TypeError (3.11). */
  readonly enum_finds_members: boolean
  /** `dir()` of a Flag lists every name of it, not only those of its single bits (3.15). */
  readonly enum_dir_flags: boolean
  /** Parameters that `make_dataclass` has got since 3.11. */
  readonly make_dataclass: readonly string[]
  /** The repr of a dataclass field shows its doc (3.14+), and MISSING is a sentinel (3.15). */
  readonly field_doc: boolean
  /** Names by which the methods of a dataclass know it, which are bound anew to the class with slots. */
  readonly slots_rebind: readonly string[]
  readonly missing_is_sentinel: boolean
  /** A text of one character that json encodes is the one kept for it. */
  readonly json_writer: boolean
  /** `UserDict.popitem` takes what the dict takes, its last item (3.15). */
  readonly userdict_pops_last: boolean
  /** Counters have a symmetric difference (3.15+). */
  readonly counter_xor: boolean
  /** What a `singledispatchmethod` makes of a method: a `function`, an `object`, `object, second` where the class is asked. */
  readonly singledispatchmethod_binds: string
  /** It remembers the function it made for an object (3.13). */
  readonly singledispatchmethod_remembers: boolean
  /** `string.Formatter` numbers fields that begin with an attribute or an item, too (3.14+). */
  readonly string_fields_split: boolean
  /** `copy.deepcopy` keeps a list of the arguments it copied for what makes the object. */
  readonly copy_lists_args: boolean
  /** `contextlib`: how exit stacks pass exceptions on (`details`), and what it has: `groups` suppressed, `slots`, `kinds` of functions, methods `bound` first. */
  readonly contextlib: readonly string[]
  readonly json_trailing_comma: boolean
  readonly json_notes: boolean
  /** What `re` has: a second cache, `count` and `flags` by name, PatternError, prefixmatch, the flag TEMPLATE. */
  readonly re: readonly string[]
  /** What `typing` has: forms by name, the words `at least`, and a Union that is the type of `int | str`. */
  readonly typing: readonly string[]
}

const BUFFER = [
  'bytes.__buffer__',
  'bytearray.__buffer__',
  'bytearray.__release_buffer__',
  'memoryview.__buffer__',
  'memoryview.__release_buffer__',
  'memoryview._from_flags',
] as const

/** What came with each version. */
export const NEW_IN = {
  '3.12': ['math.sumprod', 'itertools.batched', 'ImportError.name_from', 'async_generator.ag_suspended', ...BUFFER],
  '3.13': [
    'math.fma',
    'sys._is_gil_enabled',
    'PythonFinalizationError',
    '_IncompleteInputError',
    'property.__name__',
    'types.SimpleNamespace.__replace__',
    'types.GenericAlias.__bases__',
    'method.__get__',
    'generator.__class_getitem__',
    'coroutine.__class_getitem__',
  ],
  '3.14': [
    'functools.Placeholder',
    'operator.is_none',
    'operator.is_not_none',
    'SyntaxError._metadata',
    'float.from_number',
    'complex.from_number',
    'map.__setstate__',
    'frame.f_generator',
    'memoryview.__class_getitem__',
    'staticmethod.__class_getitem__',
    'classmethod.__class_getitem__',
  ],
  '3.15': [
    'math.fmax',
    'math.fmin',
    'math.isnormal',
    'math.issubnormal',
    'math.signbit',
    'ImportCycleError',
    'slice.__class_getitem__',
    'generator.gi_state',
    'coroutine.cr_state',
    'async_generator.ag_state',
  ],
} as const

const OPCODE_NAMES =
  'cmp_op stack_effect hascompare opname opmap HAVE_ARGUMENT EXTENDED_ARG hasarg hasconst hasname hasjump hasjrel hasjabs hasfree haslocal hasexc'

/** What `random` of a version has and says. */
export const RANDOM = {
  '3.11': {
    random_binomial: false,
    random_rounds: true,
    random_messages: [
      'empty range for randrange()',
      'empty range for randrange() ({0}, {1}, {2})',
      'empty range for randrange()',
      '',
      'The only supported seed types are: None,\nint, float, str, bytes, and bytearray.',
      'Total of counts must be greater than zero',
    ],
  },
}

/** What `dis` of each version has, where it differs from the one before. */
export const DIS = {
  '3.11': {
    dis_facts: [],
    dis_names:
      'cmp_op hasconst hasname hasjrel hasjabs haslocal hascompare hasfree opname opmap HAVE_ARGUMENT EXTENDED_ARG hasnargs stack_effect'.split(
        ' ',
      ),
    dis_first: [],
    dis_have_argument: '90',
  },
  '3.12': {
    dis_facts: ['caches'],
    dis_names:
      'cmp_op hasarg hasconst hasname hasjrel hasjabs haslocal hascompare hasfree hasexc opname opmap HAVE_ARGUMENT EXTENDED_ARG stack_effect'.split(
        ' ',
      ),
  },
  '3.13': {
    dis_facts: ['caches', 'labels', 'show_offsets'],
    dis_names: OPCODE_NAMES.split(' '),
    dis_first: ['CACHE', 'RESERVED', 'RESUME', 'INSTRUMENTED_LINE'],
    dis_have_argument: '44',
  },
  '3.14': {
    dis_facts: ['caches', 'labels', 'show_offsets', 'show_positions', 'flags', 'make'],
    dis_first: ['CACHE', 'RESERVED', 'RESUME', 'INSTRUMENTED_LINE', 'ENTER_EXECUTOR'],
    dis_have_argument: '43',
  },
  '3.15': {
    dis_facts: ['caches', 'labels', 'show_offsets', 'show_positions', 'flags', 'make', 'constants', 'frozen'],
    dis_first: ['CACHE', 'RESERVED', 'RESUME', 'INSTRUMENTED_LINE', 'ENTER_EXECUTOR', 'TRACE_RECORD'],
    dis_have_argument: '41',
  },
} as const
