// CPython: Grammar/python.gram, "ASSIGNMENT TARGETS" and "Targets for del statements".

import type { Attribute, expr, expr_context, Name, Subscript } from '../ast.ts'
import { memo, type Parser, type Rule } from '../pegen.ts'
import { atom } from './atoms.ts'
import { callArguments } from './calls.ts'
import { genexp } from './comprehensions.ts'
import { slices } from './slices.ts'

/** _PyPegen_set_expr_context: a copy with another context, all through tuples and lists. */
export function setContext<T extends expr>(node: T, ctx: expr_context): T
export function setContext(node: expr, ctx: expr_context): expr {
  switch (node.nodeType) {
    case 'Name':
    case 'Attribute':
    case 'Subscript':
      return { ...node, ctx }
    case 'Starred':
      return { ...node, value: setContext(node.value, ctx), ctx }
    case 'Tuple':
    case 'List':
      return { ...node, elts: node.elts.map((elt) => setContext(elt, ctx)), ctx }
    default:
      return node
  }
}

export function starTargets(p: Parser): expr | null {
  const start = p.peek()
  const elts = p.gather(starTarget)
  if (!elts) return null
  const comma = p.take(',')
  if (elts.length === 1 && !comma) return elts[0]
  return { nodeType: 'Tuple', elts, ctx: 'Store', ...p.span(start) }
}

export const starTarget: Rule<expr> = memo((p) => {
  const { mark } = p
  const start = p.take('*')
  if (start && !p.at('*')) {
    const value = starTarget(p)
    if (value) return { nodeType: 'Starred', value: setContext(value, 'Store'), ctx: 'Store', ...p.span(start) }
  }
  p.mark = mark
  return targetWithStarAtom(p)
})

const targetWithStarAtom: Rule<expr> = memo((p) => p.maybe((q) => subscriptOrAttribute(q, 'Store')) ?? starAtom(p))

function starAtom(p: Parser): expr | null {
  const name = p.name()
  if (name) return setContext(name, 'Store')
  const start = p.peek()
  const { mark } = p
  if (p.take('(')) {
    const inner = targetWithStarAtom(p)
    if (inner && p.take(')')) return setContext(inner, 'Store')
    p.mark = mark + 1
    const elts = p.maybe(starTargetsTupleSeq) ?? []
    if (p.take(')')) return { nodeType: 'Tuple', elts, ctx: 'Store', ...p.span(start) }
  } else if (p.take('[')) {
    const elts = p.maybe(starTargetsListSeq) ?? []
    if (p.take(']')) return { nodeType: 'List', elts, ctx: 'Store', ...p.span(start) }
  }
  p.mark = mark
  return null
}

function starTargetsTupleSeq(p: Parser): expr[] | null {
  const elts = p.gather(starTarget)
  if (!elts) return null
  const comma = p.take(',')
  return elts.length > 1 || comma ? elts : null
}

function starTargetsListSeq(p: Parser): expr[] | null {
  const elts = p.gather(starTarget)
  if (elts) p.take(',')
  return elts
}

export function singleTarget(p: Parser): Name | Attribute | Subscript | null {
  const found = p.maybe(singleSubscriptAttributeTarget)
  if (found) return found
  const name = p.name()
  if (name) return setContext(name, 'Store')
  return p.maybe(parenthesizedSingleTarget)
}

export function parenthesizedSingleTarget(p: Parser): Name | Attribute | Subscript | null {
  if (!p.take('(')) return null
  const target = singleTarget(p)
  return target && p.take(')') ? target : null
}

export function singleSubscriptAttributeTarget(p: Parser): Attribute | Subscript | null {
  return subscriptOrAttribute(p, 'Store')
}

/** `t_primary '.' NAME !t_lookahead | t_primary '[' slices ']' !t_lookahead` */
function subscriptOrAttribute(p: Parser, ctx: expr_context): Attribute | Subscript | null {
  const start = p.peek()
  const value = tPrimary(p)
  if (!value) return null
  if (p.take('.')) {
    const attr = p.name()
    if (!attr || tLookahead(p)) return null
    return { nodeType: 'Attribute', value, attr: attr.id, ctx, ...p.span(start) }
  }
  if (!p.take('[')) return null
  const slice = slices(p)
  if (!slice || !p.take(']') || tLookahead(p)) return null
  return { nodeType: 'Subscript', value, slice, ctx, ...p.span(start) }
}

/** What stands before the last `.name` or `[...]` of a target. */
const tPrimary: Rule<expr> = memo((p) => {
  const start = p.peek()
  let node = atom(p)
  if (!node || !tLookahead(p)) return null
  for (;;) {
    const { mark } = p
    const longer = trailer(p, node)
    if (!longer || !tLookahead(p)) {
      p.mark = mark
      return node
    }
    node = { ...longer, ...p.span(start) }
  }
})

function trailer(p: Parser, node: expr): expr | null {
  const nowhere = { lineno: 0, col_offset: 0, end_lineno: 0, end_col_offset: 0 }
  if (p.take('.')) {
    const attr = p.name()
    return attr && { nodeType: 'Attribute', value: node, attr: attr.id, ctx: 'Load', ...nowhere }
  }
  if (p.take('[')) {
    const slice = slices(p)
    return slice && p.take(']') ? { nodeType: 'Subscript', value: node, slice, ctx: 'Load', ...nowhere } : null
  }
  if (!p.at('(')) return null
  const generator = p.maybe(genexp)
  if (generator) return { nodeType: 'Call', func: node, args: [generator], keywords: [], ...nowhere }
  const call = callArguments(p)
  return call && { nodeType: 'Call', func: node, ...call, ...nowhere }
}

function tLookahead(p: Parser): boolean {
  const { type } = p.peek()
  return type === '(' || type === '[' || type === '.'
}

/** del_targets, with a comma at the end or without. */
export function delTargets(p: Parser): expr[] | null {
  const targets = p.gather(delTarget)
  if (targets) p.take(',')
  return targets
}

const delTarget: Rule<expr> = memo((p) => p.maybe((q) => subscriptOrAttribute(q, 'Del')) ?? delTAtom(p))

function delTAtom(p: Parser): expr | null {
  const name = p.name()
  if (name) return setContext(name, 'Del')
  const start = p.peek()
  const { mark } = p
  if (p.take('(')) {
    const inner = delTarget(p)
    if (inner && p.take(')')) return setContext(inner, 'Del')
    p.mark = mark + 1
    const elts = p.maybe(delTargets) ?? []
    if (p.take(')')) return { nodeType: 'Tuple', elts, ctx: 'Del', ...p.span(start) }
  } else if (p.take('[')) {
    const elts = p.maybe(delTargets) ?? []
    if (p.take(']')) return { nodeType: 'List', elts, ctx: 'Del', ...p.span(start) }
  }
  p.mark = mark
  return null
}
