// CPython: Python/symtable.c and Python/codegen.c, as far as keywordTypo.ts needs them: statements that are in the wrong place
// however well they are written. The compiler decides this for programs that run.

import type { stmt } from './ast.ts'

/** Is there a `return`, `yield` or `await` outside a function, a `nonlocal` outside one, or a `break` outside a loop? */
export function isMisplaced(body: readonly stmt[]): boolean {
  return body.some((statement) => found(statement, false, false))
}

const functions = new Set(['FunctionDef', 'AsyncFunctionDef', 'Lambda'])
const loops = new Set(['For', 'AsyncFor', 'While'])
const inFunctions = new Set(['Return', 'Yield', 'YieldFrom', 'Await', 'AsyncFor', 'AsyncWith', 'Nonlocal'])

function found(value: unknown, inFunction: boolean, inLoop: boolean): boolean {
  if (typeof value !== 'object' || value === null) return false
  if (Array.isArray(value)) return value.some((item) => found(item, inFunction, inLoop))
  const { nodeType } = value as { readonly nodeType?: string }
  if (nodeType === undefined) return false
  if (!inFunction && inFunctions.has(nodeType)) return true
  if (!inLoop && (nodeType === 'Break' || nodeType === 'Continue')) return true
  const isFunction = functions.has(nodeType)
  const inBody = !isFunction && nodeType !== 'ClassDef' && (inLoop || loops.has(nodeType))
  return Object.values(value).some((child) =>
    found(child, (inFunction || isFunction) && nodeType !== 'ClassDef', inBody),
  )
}
