// Objects/exceptions.c: the exception classes as a table.

import type { StaticExceptions } from '../heap/statictypes.ts'
import { FIELDS } from '../heap/structsofexceptions.ts'
import type { Profile } from '../profiles/index.ts'

/** Every class with its base, bases first, in the order in which they are readied. */
export const TREE: readonly (readonly [keyof StaticExceptions, (keyof StaticExceptions | 'object')?])[] = [
  ['BaseException', 'object'],
  ['BaseExceptionGroup', 'BaseException'],
  ['Exception', 'BaseException'],
  ['GeneratorExit', 'BaseException'],
  ['KeyboardInterrupt', 'BaseException'],
  ['SystemExit', 'BaseException'],
  ['ArithmeticError'],
  ['AssertionError'],
  ['AttributeError'],
  ['BufferError'],
  ['EOFError'],
  ['ImportError'],
  ['LookupError'],
  ['MemoryError'],
  ['NameError'],
  ['OSError'],
  ['ReferenceError'],
  ['RuntimeError'],
  ['StopAsyncIteration'],
  ['StopIteration'],
  ['SyntaxError'],
  ['SystemError'],
  ['TypeError'],
  ['ValueError'],
  ['Warning'],
  ['FloatingPointError', 'ArithmeticError'],
  ['OverflowError', 'ArithmeticError'],
  ['ZeroDivisionError', 'ArithmeticError'],
  ['BytesWarning', 'Warning'],
  ['DeprecationWarning', 'Warning'],
  ['EncodingWarning', 'Warning'],
  ['FutureWarning', 'Warning'],
  ['ImportWarning', 'Warning'],
  ['PendingDeprecationWarning', 'Warning'],
  ['ResourceWarning', 'Warning'],
  ['RuntimeWarning', 'Warning'],
  ['SyntaxWarning', 'Warning'],
  ['UnicodeWarning', 'Warning'],
  ['UserWarning', 'Warning'],
  ['BlockingIOError', 'OSError'],
  ['ChildProcessError', 'OSError'],
  ['ConnectionError', 'OSError'],
  ['FileExistsError', 'OSError'],
  ['FileNotFoundError', 'OSError'],
  ['InterruptedError', 'OSError'],
  ['IsADirectoryError', 'OSError'],
  ['NotADirectoryError', 'OSError'],
  ['PermissionError', 'OSError'],
  ['ProcessLookupError', 'OSError'],
  ['TimeoutError', 'OSError'],
  ['IndentationError', 'SyntaxError'],
  ['_IncompleteInputError', 'SyntaxError'],
  ['IndexError', 'LookupError'],
  ['KeyError', 'LookupError'],
  ['ImportCycleError', 'ImportError'],
  ['ModuleNotFoundError', 'ImportError'],
  ['NotImplementedError', 'RuntimeError'],
  ['PythonFinalizationError', 'RuntimeError'],
  ['RecursionError', 'RuntimeError'],
  ['UnboundLocalError', 'NameError'],
  ['UnicodeError', 'ValueError'],
  ['BrokenPipeError', 'ConnectionError'],
  ['ConnectionAbortedError', 'ConnectionError'],
  ['ConnectionRefusedError', 'ConnectionError'],
  ['ConnectionResetError', 'ConnectionError'],
  ['TabError', 'IndentationError'],
  ['UnicodeDecodeError', 'UnicodeError'],
  ['UnicodeEncodeError', 'UnicodeError'],
  ['UnicodeTranslateError', 'UnicodeError'],
]

/** The own fields of a class: those of the nearest base that has any. */
export function fieldsOf(name: string): readonly string[] {
  const fields = FIELDS[name as keyof StaticExceptions]
  const base = TREE.find(([n]) => n === name)?.[1] ?? 'Exception'
  return fields ?? (base === 'Exception' || base === 'BaseException' || base === 'object' ? [] : fieldsOf(base))
}

/** Those that not every version has. They come last in their struct. */
const LATER: Readonly<Record<string, (profile: Profile) => boolean>> = {
  exceptions_str: (profile) => profile.groups.reprKeeps,
  name_from: (profile) => !profile.modules.missing.includes('ImportError.name_from'),
  _metadata: (profile) => !profile.modules.missing.includes('SyntaxError._metadata'),
}

/** Whether the version's struct has a field. */
export function hasField(profile: Profile, field: string): boolean {
  return LATER[field]?.(profile) ?? true
}
