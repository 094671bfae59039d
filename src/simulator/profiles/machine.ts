// The facts by which the interpreters of the versions differ once the code is compiled: counts, layouts, collector.

import type { BytesFacts } from './bytes.ts'
import type { CollectorFacts } from './collector.ts'
import type { ContainerFacts } from './containers.ts'
import type { CoroutineFacts } from './coroutines.ts'
import type { ExecFacts } from './exec.ts'
import type { GeneratorFacts } from './generators.ts'
import type { GroupFacts } from './groups.ts'
import type { ModuleFacts } from './modules.ts'
import type { NameFacts } from './names.ts'
import type { FreeListFacts, NumberFacts, TextFacts } from './numbers.ts'
import type { StartFacts } from './start.ts'
import type { SuggestionFacts, TracebackFacts } from './tracebacks.ts'

/** What the heap, the objects and the VM ask of a version. */
export interface MachineFacts {
  readonly gc: CollectorFacts
  readonly containers: ContainerFacts
  readonly bytes: BytesFacts
  readonly refcount: RefcountFacts
  readonly layout: LayoutFacts
  readonly freelists: FreeListFacts
  readonly numbers: NumberFacts
  readonly text: TextFacts
  readonly names: NameFacts
  readonly tracebacks: TracebackFacts
  readonly suggestions: SuggestionFacts
  readonly messages: MessageFacts
  readonly frames: FrameFacts
  readonly start: StartFacts
  readonly coroutines: CoroutineFacts
  readonly exec: ExecFacts
  readonly generators: GeneratorFacts
  readonly groups: GroupFacts
  /** Opcodes whose meaning is not the plain one: the name of the handler that runs them. */
  readonly handlers: Readonly<Record<string, string>>
  readonly instances: InstanceFacts
  readonly classes: ClassFacts
  readonly modules: ModuleFacts
  /** How deep native calls (repr, comparison, calls from C) may nest before RecursionError. */
  readonly cRecursionLimit: number
}

/** Struct sizes and offsets, in bytes, where they differ between versions. */
export interface LayoutFacts {
  /** Where a tuple's items start: 24, or 32 since tuples cache their hash. */
  readonly tupleItems: number
  /** Bytes of the collector's head that `sys._debugmallocstats` counts with an object in a free list. */
  readonly freelistHead: 0 | 16
  /** Header of a str of only ASCII characters, and of any other compact str. */
  readonly asciiHeader: number
  readonly compactHeader: number
  /** sizeof(PyFunctionObject), sizeof(PyTypeObject), sizeof(PyHeapTypeObject). */
  readonly function: number
  readonly type: number
  readonly heapType: number
  /** `sys.getsizeof` counts a collector's header for static types, which have none. */
  readonly countsAbsentHeaders: boolean
  /** sizeof(PyModuleObject). */
  readonly module: number
  /** sizeof(PyCodeObject) without the instructions. */
  readonly code: number
  /** A generator without its locals and stack, and a frame object without them. */
  readonly generator: number
  readonly frameObject: number
  /** What `athrow()` of an asynchronous generator gives. */
  readonly athrow: number
  /** Bytes of a bytearray. */
  readonly bytearray: number
}

/** Who counts and who does not. */
export interface RefcountFacts {
  /**
   * How deep deallocators may call each other before the rest waits its turn. Up to 3.12 this is PyTrash_UNWIND_LEVEL.
   * NOT CPYTHON: from 3.13 on the C stack is the measure (thousands of levels); ours is smaller.
   */
  readonly trashcanDepth: number
  /** `null` where nothing is immortal; else the count stored in objects that are immortal from the start, as unsigned 32 bits. */
  readonly immortalStatic: number | null
}

/** Messages whose wording changed; {0}, {1} are filled by `fill`. */
export interface MessageFacts {
  /** {0}: function, {1}: keyword. */
  readonly unexpectedKeyword: string
  /** What is added where another keyword is near; {0}: that one. */
  readonly nearKeyword: string
  /** File and line of a warning that no frame is to blame for, at exit. */
  readonly warnedNowhere: string
  /** Where such a warning is given before the modules are gone, its advice is printed too. */
  readonly adviceNowhere: boolean
  /** {0}: type. */
  readonly notAContainer: string
  /** What stands between "Cannot create a consistent method resolution" and "order (MRO) for bases". */
  readonly mroBreak: string
  /** What is added to "'C' object has no attribute 'x'" when setting fails for want of a `__dict__`. */
  readonly noDictToSet: string
  /** {0}: "instance of" or "type", {1}: its type's name or its own, {2}: the class. */
  readonly superCheck: string
  /**
   * A special method returned something of the wrong type. {0}: name of the class, {1}: name of that type; {2}, {3}: the
   * same with their modules and outer classes.
   */
  readonly returned: Readonly<Record<ReturningMethod, string>>
  /** `__setattr__`, `__setitem__` and `__get__` say their name before "expected 2 arguments"; before, only a space. */
  readonly wrappersNamed: boolean
  /** TypeError of `iter(5, 0)`. */
  readonly iterCallable: string
  /** RuntimeError that replaces one of `__set_name__`, or null where the error itself is raised. {0}: type, {1}: name, {2}: class. */
  readonly setNameError: string | null
  /** A slot without a value; {0}: name of the class, {1}: its full one, {2}: the slot. */
  readonly unsetSlot: string
  /** TypeError of `__slots__ = '__weakref__'` where the base has it. */
  readonly weakrefSlot: string
  /** TypeError for slots in a subclass of int, tuple ...; {0}: the base. */
  readonly slotsNotSupported: string
  /** TypeError of `del C.__name__` and its kin; {0}: attribute, {1}: class. */
  readonly deleteTypeAttribute: string
  /** What comes before "mro() returned a non-class"; {0}: class. */
  readonly mroPrefix: string
  /** What the third argument of `type()` must be. */
  readonly typeDict: string
  /** Whether "too many values to unpack" says how many there were. */
  readonly unpackSaysGot: boolean
  /** What does not follow `*` and `**` in a call; {0}: the function, {1}: type of the value. */
  readonly starArgument: string
  readonly doubleStarArgument: string
  /** TypeError for a mapping whose `keys()` gives no iterable; {0}: its type, {1}: that of what it gives. */
  readonly keysNotIterable: string
  /** TypeError for an object whose `__bool__` is None; {0}: its type; empty where None is called. */
  readonly noTruth: string
  /** {0}: min or max, of nothing. */
  readonly emptyExtreme: string
  /**
   * {0}: the function an ignored exception came from, {1}: what was being done with it. Where {0} is missing, or nothing is
   * said, the function itself is handed to `sys.unraisablehook`.
   */
  readonly unraisable: string | null
  /** The same for a function that atexit called. */
  readonly unraisableAtExit: string
  /** repr of a weak proxy; {0}: where it is, {1}: type of its object, {2}: where that is. */
  readonly proxyRepr: string
  /** repr of one whose object is dead; {0}: where it is, {1}: where None is. */
  readonly deadProxyRepr: string
}

/** The special methods whose result is checked. */
export type ReturningMethod =
  | '__bool__'
  | '__bytes__'
  | '__complex__'
  | '__float__'
  | '__format__'
  | '__index__'
  | '__int__'
  | '__iter__'
  | '__length_hint__'
  | '__repr__'
  | '__str__'

/** How frames and calls behave. */
export interface FrameFacts {
  /** In which order a returning frame gives up its locals. */
  readonly clearOrder: 'ascending' | 'descending'
  /** While a frame waits for a call made without leaving the loop, its place is behind the caches of the call. */
  readonly lastiBehindCaches: boolean
  /** Which operand of a binary operation is given up first. */
  readonly operandsClosed: 'left-first' | 'right-first'
  /** The same where the operation raised. */
  readonly failedOperandsClosed: 'left-first' | 'right-first'
  /** The same for a comparison, `in` and `is`. */
  readonly comparedClosed: 'left-first' | 'right-first'
  /** In which order `o[key] = value`, `o[i:j] = value`, `del o[key]` and `o.name = value` give up what lies on the stack. */
  readonly subscrClosed: 'value-container-key' | 'from-the-top'
  /** In which order a call to a native gives up what lies on the stack. */
  readonly callInputsClosed: 'callable-first' | 'from-the-top'
  /** A KeyError that a mapping after `**` raises itself is reported as a keyword given twice. */
  readonly mergeTakesAnyKeyError: boolean
  /** An AttributeError of a mapping after `**` that has `keys` is its own; before, the mapping was none then. */
  readonly mergeAsksForKeys: boolean
  /** How far below the dict being filled by DICT_MERGE the callable lies, for its messages. */
  readonly dictMergeCallable: number
  /** Whether `f(*args, **kwargs)` on a Python function becomes a frame of the same loop. */
  readonly starCallsInline: boolean
  /** _PyStack_UnpackDict holds positional arguments too, not only the values of the keywords. */
  readonly unpackHoldsAll: boolean
  /** Executions of an instruction before it may be specialised: `code` counts calls and rounds of loops of the whole, `instruction` its own. */
  readonly warmUp: {
    readonly counts: 'code' | 'instruction'
    readonly executions: number
    /** How often it runs after it could not be specialised, by the back-off before (3.15+); `null`: 2**back-off - 1 of the next. */
    readonly waits: readonly number[] | null
  }
  /** The dict of a function's variables that `locals()` gives: one that the frame keeps, or a new one each time. */
  readonly locals: 'kept' | 'fresh'
  /** What `f_locals` overwrites in a function's frame stays with the frame object: somebody may have borrowed it. */
  readonly overwrittenKept: boolean
  /** Which opcodes have a specialised form that changes what is owned during the call. */
  readonly specialised: readonly ('property' | 'called-property' | 'init' | 'getitem' | 'getattribute' | 'str')[]
  /** `list.append` has a form of CALL of its own only where what it returns is dropped (up to 3.14). */
  readonly appendNeedsDrop: boolean
  /** After a call of native code with keywords a collection that is due runs, or only where the call is specialised (3.14+). */
  readonly keywordCallsAsk: 'always' | 'when-specialised'
  /** A call of a class is only specialised for as many arguments as its `__init__` has parameters. */
  readonly initNeedsArgcount: boolean
  /** A call of a class is only specialised where its instances have values inline (up to 3.13). */
  readonly initNeedsInlineValues: boolean
  /**
   * Whoever gives a function another code, qualified name or other defaults asks which machine code was made of the old
   * ones, and gets them in a list: an empty one, which goes where dead lists go.
   */
  readonly functionChangeListsTraces: boolean
}

/** How instances of Python classes are laid out. */
export interface InstanceFacts {
  /** The head of the weak reference list stands before the object (MANAGED_WEAKREF); else in a field behind the base's. */
  readonly managedWeakref: boolean
  /**
   * Where the attribute values stand: in a block of their own that `object.__new__` makes (`separate`), behind the object
   * where it is no larger than `object()` (`plain`), or behind every object without items (`all`).
   */
  readonly inlineValues: 'separate' | 'plain' | 'all'
}

/** How classes are made and called. */
export interface ClassFacts {
  /** All classes share the descriptors of `__dict__` and `__weakref__`, which belong to `object`. */
  readonly sharedDescriptors: boolean
  /** Static types called without packing the arguments into a tuple (those with a tp_vectorcall). */
  readonly vectorcall: readonly string[]
  /** A property without a name is called as its getter is, in what it says of a missing function (3.13+). */
  readonly propertyNamedByGetter: boolean
  /** What is looked up in a class to be called or bound is held meanwhile (_PyType_LookupRef, 3.13+). */
  readonly lookupHolds: boolean
  /** `__getattr__` and `__getattribute__` are called through a bound method object. */
  readonly getattrHookBinds: boolean
  /** Subclasses of int, tuple and their kin may have `__dict__` and `__weakref__` in `__slots__`. */
  readonly extrasInVariableSlots: boolean
  /** `round`, `math.ceil`, `math.floor` and `math.trunc` call a special method without making a bound one. */
  readonly roundingCallsUnbound: boolean
  /** `staticmethod` and `classmethod` copy a function's `__annotations__`; since 3.14 they ask for them when asked. */
  readonly wrappersCopyAnnotations: boolean
  /** `classmethod` binds what it wraps by its own `__get__`. */
  readonly classmethodChains: boolean
  /** In what words a class with abstract methods refuses to be called, and how it quotes their names. */
  readonly abstract: { readonly about: string; readonly quote: string }
}
