// CPython: control_flow_in_finally_warning in Python/ast_preprocess.c (PEP 765): what leaves a `finally` block swallows the
// exception that is on its way.

import type * as ast from '../parser/ast.ts'
import type { SourceWarning } from '../parser/index.ts'

/** What a statement stands in, since the innermost `finally`. */
interface Around {
  readonly inFinally: boolean
  readonly inFunction: boolean
  readonly inLoop: boolean
}

/** The warnings of a module, in the order of its text. */
export function finallyWarnings(module: ast.Module): SourceWarning[] {
  const found: SourceWarning[] = []
  const warn = (s: ast.stmt, word: string) =>
    found.push({ lineno: s.lineno, message: `'${word}' in a 'finally' block` })

  function visit(body: readonly ast.stmt[], around: Around): void {
    for (const s of body) {
      if (s.nodeType === 'Return' && around.inFinally && !around.inFunction) warn(s, 'return')
      if (s.nodeType === 'Break' && around.inFinally && !around.inLoop) warn(s, 'break')
      if (s.nodeType === 'Continue' && around.inFinally && !around.inLoop) warn(s, 'continue')
      descend(s, around)
    }
  }

  function descend(s: ast.stmt, around: Around): void {
    switch (s.nodeType) {
      case 'FunctionDef':
      case 'AsyncFunctionDef':
        return visit(s.body, { ...around, inFunction: true })
      case 'For':
      case 'AsyncFor':
      case 'While':
        visit(s.body, { ...around, inLoop: true })
        return visit(s.orelse, around)
      case 'If':
        visit(s.body, around)
        return visit(s.orelse, around)
      case 'With':
      case 'AsyncWith':
      case 'ClassDef':
        return visit(s.body, around)
      case 'Match':
        for (const { body } of s.cases) visit(body, around)
        return
      case 'Try':
      case 'TryStar':
        visit(s.body, around)
        for (const { body } of s.handlers) visit(body, around)
        visit(s.orelse, around)
        return visit(s.finalbody, { inFinally: true, inFunction: false, inLoop: false })
    }
  }

  visit(module.body, { inFinally: false, inFunction: false, inLoop: false })
  return found
}
