// Include/cpython/pyerrors.h: the own fields of some exception classes.

import type { StaticExceptions } from './statictypes.ts'
import { PyBaseExceptionObject as E } from './structs.ts'

const UNICODE_FIELDS = ['encoding', 'object', 'start', 'end', 'reason']

/**
 * Own fields of some classes and of what is derived from them, in struct order after BaseException's, 8 bytes each: an owned
 * reference, but for the numbers, by the name it is shown by. The last ones are not in every version.
 */
export const FIELDS: Partial<Record<keyof StaticExceptions, readonly string[]>> = {
  StopIteration: ['value'],
  BaseExceptionGroup: ['message', 'exceptions', 'exceptions_str'],
  SystemExit: ['code'],
  NameError: ['name'],
  AttributeError: ['obj', 'name'],
  ImportError: ['msg', 'name', 'path', 'name_from'],
  OSError: ['errno', 'strerror', 'filename', 'filename2', 'written'],
  SyntaxError: [
    'msg',
    'filename',
    'lineno',
    'offset',
    'end_lineno',
    'end_offset',
    'text',
    'print_file_and_line',
    '_metadata',
  ],
  UnicodeEncodeError: UNICODE_FIELDS,
  UnicodeDecodeError: UNICODE_FIELDS,
  UnicodeTranslateError: UNICODE_FIELDS,
}
/** Those that are numbers (Py_ssize_t), no references. */
export const NUMBERS: ReadonlySet<string> = new Set(['start', 'end', 'written'])
/** Where the first of them stands. */
export const FIRST_FIELD = E.sizeof
