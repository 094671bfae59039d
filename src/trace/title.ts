// What an object is called where it stands for itself.

import type { ObjectState } from './state.ts'

/** `class Node` and `function visit` rather than `type` and `function`: their names are what tells them apart. */
export function titleOf(object: ObjectState): string {
  const { kind, typeName } = object
  // The text of anything else tells of all it holds, which takes long to write.
  if (kind !== 'class' && kind !== 'function') return typeName
  const name = /^<(?:class|function|method|bound method) '?([^'\s]+)/.exec(object.repr)?.[1]?.split('.').at(-1)
  if (name === undefined) return typeName
  return `${kind === 'class' ? 'class' : typeName} ${name}`
}
