// What the compiler warns of (CPython: check_compare, check_caller, check_subscripter, check_index in codegen.c): comparisons
// of identity with a literal, and what looks like a list that lacks a comma.

import type * as ast from '../../parser/ast.ts'
import type { Compiler } from '../compiler.ts'
import { constantNode } from '../fold/tree.ts'
import { locationOf } from '../location.ts'

/** The type of what a display or literal makes; `null` where only the run can say. */
function inferType(e: ast.expr): string | null {
  switch (e.nodeType) {
    case 'Tuple':
      return 'tuple'
    case 'List':
    case 'ListComp':
      return 'list'
    case 'Dict':
    case 'DictComp':
      return 'dict'
    case 'Set':
    case 'SetComp':
      return 'set'
    case 'GeneratorExp':
      return 'generator'
    case 'Lambda':
      return 'function'
    case 'JoinedStr':
    case 'FormattedValue':
      return 'str'
    case 'TemplateStr':
      return 'string.templatelib.Template'
    case 'Interpolation':
      return 'string.templatelib.Interpolation'
    case 'Constant': {
      const { kind } = constantNode(e)
      return CONSTANT_TYPES[kind] ?? kind
    }
    default:
      return null
  }
}

const CONSTANT_TYPES: Readonly<Record<string, string>> = { None: 'NoneType', Ellipsis: 'ellipsis' }

/** Whether identity says something about it: nothing but the four constants that exist once. */
function isFitForIdentity(e: ast.expr): boolean {
  // A tuple that is going to be a constant; one with tuples in it is not looked into.
  if (e.nodeType === 'Tuple') return e.elts.some((elt) => elt.nodeType !== 'Constant')
  if (e.nodeType !== 'Constant') return true
  const { kind } = constantNode(e)
  return kind === 'None' || kind === 'bool' || kind === 'Ellipsis'
}

/** `x is 5`. */
export function checkCompare(c: Compiler, e: ast.Compare): void {
  let left = e.left
  for (let i = 0; i < e.ops.length; i++) {
    const op = e.ops[i]
    const right = e.comparators[i]
    const wrong = [left, right].find((side) => !isFitForIdentity(side))
    if (wrong && (op === 'Is' || op === 'IsNot')) {
      const what = c.facts.namesLiteralType ? `'${inferType(wrong)}' literal` : 'a literal'
      const [is, equals] = op === 'Is' ? ['is', '=='] : ['is not', '!=']
      return c.warn(`"${is}" with ${what}. Did you mean "${equals}"?`, locationOf(e))
    }
    left = right
  }
}

const NOT_CALLABLE = new Set(
  'Constant Tuple List ListComp Dict DictComp Set SetComp GeneratorExp JoinedStr FormattedValue TemplateStr Interpolation'.split(
    ' ',
  ),
)

/** `[1](2)`. */
export function checkCaller(c: Compiler, e: ast.expr): void {
  if (NOT_CALLABLE.has(e.nodeType))
    c.warn(`'${inferType(e)}' object is not callable; perhaps you missed a comma?`, locationOf(e))
}

const NOT_SUBSCRIPTABLE = new Set(['Set', 'SetComp', 'GeneratorExp', 'TemplateStr', 'Interpolation', 'Lambda'])
const CONSTANTS_WITHOUT_ITEMS = new Set(['None', 'Ellipsis', 'bool', 'int', 'float', 'complex', 'frozenset'])

/** `{1}[2]` */
export function checkSubscripter(c: Compiler, e: ast.expr): void {
  const isWrong =
    e.nodeType === 'Constant' ? CONSTANTS_WITHOUT_ITEMS.has(constantNode(e).kind) : NOT_SUBSCRIPTABLE.has(e.nodeType)
  if (isWrong) c.warn(`'${inferType(e)}' object is not subscriptable; perhaps you missed a comma?`, locationOf(e))
}

const SEQUENCES = new Set(['Tuple', 'List', 'ListComp', 'JoinedStr', 'FormattedValue'])
const CONSTANT_SEQUENCES = new Set(['str', 'bytes', 'tuple'])

/** `[1]['a']` */
export function checkIndex(c: Compiler, e: ast.expr, slice: ast.expr): void {
  const index = inferType(slice)
  if (index === null || index === 'int' || index === 'bool' || index === 'slice') return
  const isSequence =
    e.nodeType === 'Constant' ? CONSTANT_SEQUENCES.has(constantNode(e).kind) : SEQUENCES.has(e.nodeType)
  if (!isSequence) return
  const type = inferType(e)
  c.warn(`${type} indices must be integers or slices, not ${index}; perhaps you missed a comma?`, locationOf(e))
}

/** `assert (x, 'message')`, which is never false. */
export function checkAssert(c: Compiler, s: ast.Assert): void {
  const { test } = s
  const constant = test.nodeType === 'Constant' ? constantNode(test) : null
  const isFull =
    (test.nodeType === 'Tuple' && test.elts.length > 0) || (constant?.kind === 'tuple' && constant.items.length > 0)
  if (isFull) c.warn('assertion is always true, perhaps remove parentheses?', locationOf(s))
}
