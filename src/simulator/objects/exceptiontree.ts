// Objects/exceptions.c: the exception classes as a table, and the own fields of some.

import type { StaticExceptions } from '../heap/statictypes.ts'
import { PyBaseExceptionObject as E } from '../heap/structs.ts'

/** Own fields of some classes, in struct order after BaseException's: each an owned reference shown by its name. */
export const FIELDS: Partial<Record<keyof StaticExceptions, readonly string[]>> = {
  StopIteration: ['value'],
  BaseExceptionGroup: ['message', 'exceptions'],
  SystemExit: ['code'],
  NameError: ['name'],
  AttributeError: ['obj', 'name'],
  ImportError: ['msg', 'name', 'path', 'name_from'],
  OSError: ['errno', 'strerror', 'filename', 'filename2'],
  SyntaxError: ['msg', 'filename', 'lineno', 'offset', 'end_lineno', 'end_offset', 'text', 'print_file_and_line'],
}
/** Where the first of them stands. */
export const FIRST_FIELD = E.sizeof

/** Every class with its base, bases first. */
export const TREE: readonly (readonly [keyof StaticExceptions, (keyof StaticExceptions | 'object')?])[] = [
  ['BaseException', 'object'],
  ['Exception', 'BaseException'],
  ['TypeError'],
  ['StopAsyncIteration'],
  ['StopIteration'],
  ['GeneratorExit', 'BaseException'],
  ['SystemExit', 'BaseException'],
  ['KeyboardInterrupt', 'BaseException'],
  ['BaseExceptionGroup', 'BaseException'],
  ['ImportError'],
  ['ModuleNotFoundError', 'ImportError'],
  ['OSError'],
  ['FileNotFoundError', 'OSError'],
  ['PermissionError', 'OSError'],
  ['TimeoutError', 'OSError'],
  ['ConnectionError', 'OSError'],
  ['BlockingIOError', 'OSError'],
  ['ChildProcessError', 'OSError'],
  ['FileExistsError', 'OSError'],
  ['InterruptedError', 'OSError'],
  ['IsADirectoryError', 'OSError'],
  ['NotADirectoryError', 'OSError'],
  ['ProcessLookupError', 'OSError'],
  ['BrokenPipeError', 'ConnectionError'],
  ['ConnectionAbortedError', 'ConnectionError'],
  ['ConnectionRefusedError', 'ConnectionError'],
  ['ConnectionResetError', 'ConnectionError'],
  ['EOFError'],
  ['RuntimeError'],
  ['RecursionError', 'RuntimeError'],
  ['NotImplementedError', 'RuntimeError'],
  ['NameError'],
  ['UnboundLocalError', 'NameError'],
  ['AttributeError'],
  ['SyntaxError'],
  ['IndentationError', 'SyntaxError'],
  ['TabError', 'IndentationError'],
  ['LookupError'],
  ['IndexError', 'LookupError'],
  ['KeyError', 'LookupError'],
  ['ValueError'],
  ['UnicodeError', 'ValueError'],
  ['UnicodeEncodeError', 'UnicodeError'],
  ['UnicodeDecodeError', 'UnicodeError'],
  ['AssertionError'],
  ['ArithmeticError'],
  ['FloatingPointError', 'ArithmeticError'],
  ['OverflowError', 'ArithmeticError'],
  ['ZeroDivisionError', 'ArithmeticError'],
  ['SystemError'],
  ['ReferenceError'],
  ['MemoryError'],
  ['BufferError'],
  ['Warning'],
  ['UserWarning', 'Warning'],
  ['DeprecationWarning', 'Warning'],
  ['SyntaxWarning', 'Warning'],
  ['RuntimeWarning', 'Warning'],
  ['FutureWarning', 'Warning'],
  ['ResourceWarning', 'Warning'],
  ['EncodingWarning', 'Warning'],
  ['BytesWarning', 'Warning'],
  ['ImportWarning', 'Warning'],
  ['PendingDeprecationWarning', 'Warning'],
  ['UnicodeWarning', 'Warning'],
]

/** The own fields of a class: those of the nearest base that has any. */
export function fieldsOf(name: string): readonly string[] {
  for (let at: string | undefined = name; at; at = TREE.find(([n]) => n === at)?.[1] ?? 'Exception') {
    const fields = FIELDS[at as keyof StaticExceptions]
    if (fields) return fields
    if (at === 'BaseException' || at === 'object' || at === 'Exception') return []
  }
  return []
}
