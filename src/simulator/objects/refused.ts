// What CPython's types have and ours do not: a program that uses it is refused by name.

import { Stop } from '../heap/pystate.ts'
import type { GetSetSpec, MethodSpec } from './object.ts'

function refuse(name: string): never {
  throw new Stop({ kind: 'unsupported', feature: `\`${name}\`` })
}

/** A method that is refused when it is called. */
export function refusedMethod(type: string, name: string): MethodSpec {
  return { name, kind: 'O', call: () => refuse(`${type}.${name}`) }
}

/** An attribute that is refused when it is read. */
export function refusedAttribute(type: string, name: string): GetSetSpec {
  return { name, get: () => refuse(`${type}.${name}`) }
}
