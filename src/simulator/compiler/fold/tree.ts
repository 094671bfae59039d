// Folding on the tree (CPython: Python/ast_opt.c up to 3.13; the little that stays of it in 3.14's ast_preprocess.c).
// The tree given is not changed: what changes is copied.

import type * as ast from '../../parser/ast.ts'
import type { CompilerFacts } from '../../profiles/index.ts'
import type { Constant } from '../code.ts'
import { constantOf, TRUE, tupleConstant } from '../constants.ts'
import { formatToJoinedStr } from './format.ts'
import { foldBinop, foldSubscript, foldUnaryop } from './operations.ts'

/** A constant the parser cannot write: the result of folding. */
interface Folded extends ast.Constant {
  readonly folded: Constant
}

/** The value of a folded constant; null for a literal as the parser made it. */
export function constantValue(e: ast.Constant): Constant | null {
  return (e as Folded).folded ?? null
}

/** The value of any Constant node. */
export function constantNode(e: ast.Constant): Constant {
  return constantValue(e) ?? constantOf(e.value)
}

/** The values, if all elements are constants. */
export function constantItems(elts: readonly (ast.expr | null)[]): Constant[] | null {
  const items: Constant[] = []
  for (const elt of elts) {
    if (elt?.nodeType !== 'Constant') return null
    items.push(constantNode(elt))
  }
  return items
}

type AnyNode = { nodeType: string } & Record<string, unknown>

/** _PyAST_Optimize / _PyAST_Preprocess. */
export function preprocess(module: ast.Module, facts: CompilerFacts): ast.Module {
  const rules = { mixedComplex: facts.mixedComplex, invertBool: facts.invertBool }
  const onTree = facts.folding === 'tree'

  function walk(value: unknown): unknown {
    if (Array.isArray(value)) {
      let copy: unknown[] | null = null
      for (let i = 0; i < value.length; i++) {
        const there = walk(value[i])
        if (there === value[i]) continue
        copy ??= value.slice()
        copy[i] = there
      }
      return copy ?? value
    }
    if (typeof value !== 'object' || value === null || !('nodeType' in value)) return value
    const node = value as AnyNode
    let copy: AnyNode | null = null
    for (const key in node) {
      const child = node[key]
      if (typeof child !== 'object' || child === null) continue
      const there = walk(child)
      if (there === child) continue
      copy ??= { ...node }
      copy[key] = there
    }
    return fold((copy ?? node) as unknown as ast.AST, node as unknown as ast.AST)
  }

  function fold(node: ast.AST, before: ast.AST): ast.AST {
    switch (node.nodeType) {
      case 'Name':
        return node.id === '__debug__' && node.ctx === 'Load' ? makeConstant(node, TRUE) : node
      case 'BinOp':
        return foldBinOpNode(node)
      case 'MatchValue':
        return onTree ? node : { ...node, value: foldPatternValue(node.value) }
      case 'MatchMapping':
        return onTree ? node : { ...node, keys: node.keys.map(foldPatternValue) }
      case 'Module':
      case 'FunctionDef':
      case 'AsyncFunctionDef':
      case 'ClassDef':
        return onTree ? protectBody(node, before as typeof node) : node
    }
    return onTree ? foldOnTree(node) : node
  }

  function foldBinOpNode(node: ast.BinOp): ast.expr {
    if (node.op === 'Mod' && node.left.nodeType === 'Constant' && node.right.nodeType === 'Tuple') {
      const format = constantNode(node.left)
      const joined = format.kind === 'str' ? formatToJoinedStr(node, format.value, node.right) : null
      if (joined) return joined
    }
    if (!onTree || node.left.nodeType !== 'Constant' || node.right.nodeType !== 'Constant') return node
    const value = foldBinop(node.op, constantNode(node.left), constantNode(node.right), rules)
    return value ? makeConstant(node, asLiteral(value)) : node
  }

  function foldOnTree(node: ast.AST): ast.AST {
    switch (node.nodeType) {
      case 'UnaryOp': {
        if (node.operand.nodeType === 'Constant') {
          const value = foldUnaryop(node.op, constantNode(node.operand), rules)
          return value ? makeConstant(node, asLiteral(value)) : node
        }
        return node.op === 'Not' ? invertComparison(node) : node
      }
      case 'Compare': {
        const last = node.ops.length - 1
        if (node.ops[last] !== 'In' && node.ops[last] !== 'NotIn') return node
        const there = foldIter(node.comparators[last])
        if (there === node.comparators[last]) return node
        return { ...node, comparators: [...node.comparators.slice(0, last), there] }
      }
      case 'For':
      case 'comprehension': {
        const there = foldIter(node.iter)
        return there === node.iter ? node : { ...node, iter: there }
      }
      case 'Subscript': {
        if (node.ctx !== 'Load' || node.value.nodeType !== 'Constant' || node.slice.nodeType !== 'Constant') return node
        const value = foldSubscript(constantNode(node.value), constantNode(node.slice))
        return value ? makeConstant(node, asLiteral(value)) : node
      }
      case 'Tuple': {
        if (node.ctx !== 'Load') return node
        const items = constantItems(node.elts)
        return items ? makeConstant(node, tupleConstant(items, true)) : node
      }
    }
    return node
  }

  /** Numbers that patterns may write with a sign or as a sum. */
  function foldPatternValue(e: ast.expr): ast.expr {
    if (e.nodeType === 'UnaryOp' && e.op === 'USub' && e.operand.nodeType === 'Constant') {
      const value = foldUnaryop('USub', constantNode(e.operand), rules)
      return value ? makeConstant(e, asLiteral(value)) : e
    }
    if (e.nodeType === 'BinOp' && (e.op === 'Add' || e.op === 'Sub')) {
      const left = foldPatternValue(e.left)
      const right = foldPatternValue(e.right)
      if (left.nodeType !== 'Constant' || right.nodeType !== 'Constant') return e
      const value = foldBinop(e.op, constantNode(left), constantNode(right), rules)
      return value ? makeConstant(e, asLiteral(value)) : e
    }
    return e
  }

  return walk(module) as ast.Module
}

function makeConstant(node: ast.expr, folded: Constant): Folded {
  const { lineno, col_offset, end_lineno, end_col_offset } = node
  const value = { type: 'None' } as const
  return { nodeType: 'Constant', value, kind: null, folded, lineno, col_offset, end_lineno, end_col_offset }
}

/** The arena owns what is folded on the tree, as it owns literals. */
function asLiteral(value: Constant): Constant {
  return 'literal' in value ? { ...value, literal: true } : value
}

/** `not (a in b)` is `a not in b`. */
function invertComparison(node: ast.UnaryOp): ast.expr {
  const { operand } = node
  if (operand.nodeType !== 'Compare' || operand.ops.length !== 1) return node
  const inverted = INVERTED[operand.ops[0]]
  return inverted ? { ...operand, ops: [inverted] } : node
}

const INVERTED: Partial<Record<ast.cmpop, ast.cmpop>> = { Is: 'IsNot', IsNot: 'Is', In: 'NotIn', NotIn: 'In' }

/** A list that is only iterated or searched may as well be a tuple; a set of constants a frozenset. */
function foldIter(e: ast.expr): ast.expr {
  if (e.nodeType === 'List') {
    if (e.elts.some((elt) => elt.nodeType === 'Starred')) return e
    const items = constantItems(e.elts)
    if (items) return makeConstant(e, tupleConstant(items, true))
    return { ...e, nodeType: 'Tuple' }
  }
  if (e.nodeType === 'Set') {
    const items = constantItems(e.elts)
    if (items) return makeConstant(e, { kind: 'frozenset', items })
  }
  return e
}

/** A string that folding has put first is no docstring: it becomes an f-string without fields. */
function protectBody<T extends ast.Module | ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef>(
  node: T,
  before: T,
): T {
  const first = node.body[0]
  if (first === before.body[0] || first?.nodeType !== 'Expr' || first.value.nodeType !== 'Constant') return node
  if (constantValue(first.value)?.kind !== 'str') return node
  const { lineno, col_offset, end_lineno, end_col_offset } = first.value
  const place = { lineno, col_offset, end_lineno, end_col_offset }
  const joined: ast.JoinedStr = { nodeType: 'JoinedStr', values: [first.value], ...place }
  return { ...node, body: [{ ...first, value: joined }, ...node.body.slice(1)] }
}
