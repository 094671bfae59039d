// Python/pythonrun.c (up to 3.12) and Lib/traceback.py (3.13+): an exception as the interpreter prints it, with its causes
// and contexts, its notes, and the members of a group. The exception is only read: nothing of the program runs but
// `__str__`, `__repr__` and what suggestions ask for.

import type { ThreadState } from '../heap/pystate.ts'
import { DECREF, Py_TYPE } from '../heap/refcount.ts'
import { PyBaseExceptionObject as E } from '../heap/structs.ts'
import type { Borrowed } from '../heap/typeslots.ts'
import { PyErr_Clear } from '../objects/errors.ts'
import { getField } from '../objects/exceptionfields.ts'
import { PyLong_AsNumber, PyLong_Check } from '../objects/longobject.ts'
import { PyObject_Str, PyType_IsSubtype, PyUnicode_Check } from '../objects/object.ts'
import { PyException_GetTraceback } from '../objects/traceback.ts'
import { PyTuple_Check, PyTuple_GET_ITEM, PyTuple_GET_SIZE } from '../objects/tupleobject.ts'
import { typeModule, typeQualname } from '../objects/typenames.ts'
import { textOf } from '../objects/unicodeobject.ts'
import { notesOf } from './exceptionnotes.ts'
import { formatPlace } from './printsyntaxerror.ts'
import { formatTraceback } from './printtraceback.ts'
import { suggestion } from './suggestions.ts'

const CAUSE = '\nThe above exception was the direct cause of the following exception:\n\n'
const CONTEXT = '\nDuring handling of the above exception, another exception occurred:\n\n'
/** Members of a group printed at most, and how deep groups in groups are. */
const MAX_GROUP_WIDTH = 15
const MAX_GROUP_DEPTH = 10

/** What is known while the parts of one exception are printed. */
interface Context {
  readonly seen: Set<Borrowed>
  /** How deep in groups we are. */
  depth: number
  /** The line below the last member of a group is still to be drawn. */
  needsClosing: boolean
}

/** The text of an uncaught exception, ending in a newline. */
export function formatException(ts: ThreadState, exception: Borrowed): string {
  return formatChain(ts, exception, { seen: new Set(), depth: 0, needsClosing: false })
}

/** `Type: message`, the last line of a traceback. */
export function exceptionLine(ts: ThreadState, exception: Borrowed): string {
  const name = exceptionName(ts, exception)
  const text = safely(ts, exception, PyObject_Str, '<exception str() failed>')
  return text === '' ? name : `${name}: ${text}`
}

/** The class of an exception as its last line names it. */
export function exceptionName(ts: ThreadState, exception: Borrowed): string {
  return className(ts, Py_TYPE(ts, exception))
}

/** A class as the last line of a traceback names it. */
export function className(ts: ThreadState, type: Borrowed): string {
  const module = typeModule(ts, type)
  const qualname = typeQualname(ts, type)
  return module === 'builtins' || module === '__main__' ? qualname : `${module ?? '<unknown>'}.${qualname}`
}

/** str(o) or repr(o); `otherwise` where it raises. */
export function safely(ts: ThreadState, o: Borrowed, convert: typeof PyObject_Str, otherwise: string): string {
  const converted = convert(ts, o)
  if (converted === 0) {
    PyErr_Clear(ts)
    return otherwise
  }
  const text = textOf(ts, converted)
  DECREF(ts, converted)
  return text
}

/** The exception, after those it came from: the oldest first. */
function formatChain(ts: ThreadState, exception: Borrowed, context: Context): string {
  let text = ''
  for (let e = exception; e !== 0; ) {
    context.seen.add(e)
    const [link, older] = cameFrom(ts, e, context)
    const at = context.depth
    text = indented(link, at) + formatOne(ts, e, context) + text
    e = older
  }
  return text
}

/** What an exception came from, unless it has been printed, and the words between. */
function cameFrom(ts: ThreadState, e: Borrowed, context: Context): [link: string, older: Borrowed] {
  const cause = ts.mem.load(e + E.cause)
  if (cause !== 0 && !context.seen.has(cause)) return [CAUSE, cause]
  const before = ts.mem.load(e + E.context)
  const shown = before !== 0 && ts.mem.load(e + E.suppress_context) === 0 && !context.seen.has(before)
  return shown ? [CONTEXT, before] : ['', 0]
}

function formatOne(ts: ThreadState, e: Borrowed, context: Context): string {
  const members = groupMembers(ts, e)
  if (members) return formatGroup(ts, e, members, context)
  const traceback = tracebackOf(ts, e)
  const header = traceback === '' ? '' : 'Traceback (most recent call last):\n'
  return indented(header + traceback + lastLines(ts, e), context.depth)
}

function tracebackOf(ts: ThreadState, e: Borrowed): string {
  const traceback = PyException_GetTraceback(ts, e)
  return traceback === 0 ? '' : formatTraceback(ts, traceback, 'marks')
}

/** What the exception says: its place if it is a SyntaxError, its class and message, its notes. */
export function lastLines(ts: ThreadState, e: Borrowed): string {
  const own = PyType_IsSubtype(ts, Py_TYPE(ts, e), ts.exc.SyntaxError)
    ? syntaxErrorLines(ts, e)
    : `${exceptionLine(ts, e)}${suggestion(ts, e)}\n`
  return own + notesOf(ts, e)
}

function syntaxErrorLines(ts: ThreadState, e: Borrowed): string {
  const facts = ts.profile.tracebacks
  const number = (name: string) => {
    const value = getField(ts, e, name)
    return value !== 0 && PyLong_Check(ts, value) ? PyLong_AsNumber(ts, value) : null
  }
  const string = (name: string) => {
    const value = getField(ts, e, name)
    return value !== 0 && PyUnicode_Check(ts, value) ? textOf(ts, value) : null
  }
  const lineno = number('lineno')
  const filename = string('filename')
  if (lineno === null && facts.syntaxErrorText === 'interpreter') return `${exceptionLine(ts, e)}\n`
  const place = formatPlace(
    {
      filename,
      lineno,
      offset: number('offset'),
      end_lineno: number('end_lineno') ?? (facts.syntaxErrorText === 'interpreter' ? lineno : null),
      end_offset: number('end_offset'),
      text: string('text'),
    },
    facts,
  )
  const suffix = lineno === null && filename !== null ? ` (${filename})` : ''
  const message = getField(ts, e, 'msg')
  const said = message === 0 || message === ts.none ? '' : safely(ts, message, PyObject_Str, '')
  return `${place}${exceptionName(ts, e)}: ${said === '' ? '<no detail available>' : said}${suffix}\n`
}

/** The members of an exception group, or `null` for any other exception. */
function groupMembers(ts: ThreadState, e: Borrowed): Borrowed[] | null {
  const members = getField(ts, e, 'exceptions')
  if (members === 0 || !PyTuple_Check(ts, members)) return null
  return Array.from({ length: PyTuple_GET_SIZE(ts, members) }, (_, i) => PyTuple_GET_ITEM(ts, members, i))
}

function formatGroup(ts: ThreadState, e: Borrowed, members: readonly Borrowed[], context: Context): string {
  if (context.depth > MAX_GROUP_DEPTH) return indented(`... (max_group_depth is ${MAX_GROUP_DEPTH})\n`, context.depth)
  const isTop = context.depth === 0
  if (isTop) context.depth = 1
  const traceback = tracebackOf(ts, e)
  const header = traceback === '' ? '' : 'Exception Group Traceback (most recent call last):\n'
  let text = indented(header, context.depth, isTop ? '+' : '|') + indented(traceback + lastLines(ts, e), context.depth)
  const shown = Math.min(members.length, MAX_GROUP_WIDTH + 1)
  context.needsClosing = false
  for (let i = 0; i < shown; i++) {
    const isLast = i === shown - 1
    // The line below may be drawn by a group within.
    if (isLast) context.needsClosing = true
    const more = i < MAX_GROUP_WIDTH ? 0 : members.length - MAX_GROUP_WIDTH
    const indent = ' '.repeat(2 * context.depth)
    text += `${indent}${i === 0 ? '+-' : '  '}+---------------- ${more > 0 ? '...' : i + 1} ----------------\n`
    context.depth++
    if (more > 0) text += indented(`and ${more} more exception${more > 1 ? 's' : ''}\n`, context.depth)
    else text += formatChain(ts, members[i], context)
    if (isLast && context.needsClosing) {
      text += `${' '.repeat(2 * context.depth)}+------------------------------------\n`
      context.needsClosing = false
    }
    context.depth--
  }
  if (isTop) context.depth = 0
  return text
}

/** Each line behind the margin of the groups around it. */
function indented(text: string, depth: number, margin = '|'): string {
  if (depth === 0 || text === '') return text
  const before = `${' '.repeat(2 * depth)}${margin} `
  return text
    .slice(0, -1)
    .split('\n')
    .map((line) => `${before}${line}\n`)
    .join('')
}
