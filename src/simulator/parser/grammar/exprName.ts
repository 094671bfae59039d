// CPython: Parser/action_helpers.c (_PyPegen_get_expr_name, _PyPegen_get_invalid_target): how errors call an expression.

import type { comprehension, expr } from '../ast.ts'
import type { Parser } from '../pegen.ts'

const names: Record<expr['nodeType'], string> = {
  Attribute: 'attribute',
  Subscript: 'subscript',
  Starred: 'starred',
  Name: 'name',
  List: 'list',
  Tuple: 'tuple',
  Lambda: 'lambda',
  Call: 'function call',
  BoolOp: 'expression',
  BinOp: 'expression',
  UnaryOp: 'expression',
  GeneratorExp: 'generator expression',
  Yield: 'yield expression',
  YieldFrom: 'yield expression',
  Await: 'await expression',
  ListComp: 'list comprehension',
  SetComp: 'set comprehension',
  DictComp: 'dict comprehension',
  Dict: 'dict literal',
  Set: 'set display',
  JoinedStr: 'f-string expression',
  FormattedValue: 'f-string expression',
  TemplateStr: 't-string expression',
  Interpolation: 't-string expression',
  Constant: 'literal',
  Compare: 'comparison',
  IfExp: 'conditional expression',
  NamedExpr: 'named expression',
  Slice: 'slice',
}

export function exprName(node: expr): string {
  if (node.nodeType === 'Constant') {
    if (node.value.type === 'None') return 'None'
    if (node.value.type === 'bool') return node.value.value ? 'True' : 'False'
    if (node.value.type === 'Ellipsis') return 'ellipsis'
  }
  return names[node.nodeType]
}

export type TargetsType = 'star' | 'del' | 'for'

/** The part of `node` that cannot be assigned to or deleted; `null` if it all can. */
export function invalidTarget(node: expr, type: TargetsType): expr | null {
  switch (node.nodeType) {
    case 'List':
    case 'Tuple':
      for (const elt of node.elts) {
        const found = invalidTarget(elt, type)
        if (found) return found
      }
      return null
    case 'Starred':
      return type === 'del' ? node : invalidTarget(node.value, type)
    case 'Compare':
      // `for a in b` without its colon reads as a comparison.
      if (type === 'for') return node.ops[0] === 'In' ? invalidTarget(node.left, type) : null
      return node
    case 'Name':
    case 'Subscript':
    case 'Attribute':
      return null
    default:
      return node
  }
}

/** RAISE_SYNTAX_ERROR_INVALID_TARGET: raises only if something in `node` is wrong. */
export function failInvalidTarget(p: Parser, type: TargetsType, node: expr): void {
  const found = invalidTarget(node, type)
  if (found) p.failAt(found, `cannot ${type === 'del' ? 'delete' : 'assign to'} ${exprName(found)}`)
}

/** _PyPegen_get_last_comprehension_item */
export function lastComprehensionItem(clauses: readonly comprehension[]): expr {
  const last = clauses[clauses.length - 1]
  return last.ifs.at(-1) ?? last.iter
}
