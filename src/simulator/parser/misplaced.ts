// CPython: Python/symtable.c and Python/codegen.c, as far as keywordTypo.ts needs them: statements that are in the wrong place
// however well they are written. The compiler decides this for programs that run.

import type { AST, pattern, stmt } from './ast.ts'

/**
 * Is there a `return`, `yield` or `await` outside a function, a `nonlocal` outside one, a `break` outside a loop, or a pattern
 * that leaves nothing to those after it?
 */
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
  if (leavesNothing(value as AST)) return true
  const isFunction = functions.has(nodeType)
  const inBody = !isFunction && nodeType !== 'ClassDef' && (inLoop || loops.has(nodeType))
  return Object.values(value).some((child) =>
    found(child, (inFunction || isFunction) && nodeType !== 'ClassDef', inBody),
  )
}

/** Whether a pattern before the last one of its `match`, or its alternatives, takes whatever comes. */
function leavesNothing(node: AST): boolean {
  if (node.nodeType === 'Match') return node.cases.slice(0, -1).some((each) => !each.guard && takesAll(each.pattern))
  return node.nodeType === 'MatchOr' && node.patterns.slice(0, -1).some(takesAll)
}

function takesAll(node: pattern): boolean {
  if (node.nodeType === 'MatchOr') return node.patterns.some(takesAll)
  return node.nodeType === 'MatchAs' && (node.pattern === null || takesAll(node.pattern))
}
