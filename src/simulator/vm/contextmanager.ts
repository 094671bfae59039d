// Python/ceval.c and Python/specialmethods: what `with` and `async with` say about an object they cannot use.

import type { ThreadState } from '../heap/pystate.ts'
import { DECREF } from '../heap/refcount.ts'
import type { Borrowed } from '../heap/typeslots.ts'
import { typeName } from '../objects/object.ts'
import { lookupSpecial } from '../objects/typeobject.ts'

/** The error for an object that lacks the special method `missing`. */
export function contextManagerError(ts: ThreadState, o: Borrowed, missing: string): string {
  const asynchronous = missing.startsWith('__a')
  const leaves = missing.endsWith('exit__')
  const protocol = asynchronous ? 'the asynchronous context manager protocol' : 'the context manager protocol'
  const message = `'${typeName(ts, o)}' object does not support ${protocol}${leaves ? ` (missed ${missing} method)` : ''}`
  if (!ts.profile.coroutines.contextHints) return message
  const [other, keyword] = asynchronous ? ['', 'with'] : ['a', 'async with']
  if (!has(ts, o, `__${other}enter__`) || !has(ts, o, `__${other}exit__`)) return message
  const supported = asynchronous ? 'the context manager protocol' : 'the asynchronous context manager protocol'
  return `${message} but it supports ${supported}. Did you mean to use '${keyword}'?`
}

function has(ts: ThreadState, o: Borrowed, name: string): boolean {
  const method = lookupSpecial(ts, o, name)
  if (method !== 0) DECREF(ts, method)
  return method !== 0
}
