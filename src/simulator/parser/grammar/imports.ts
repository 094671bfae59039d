// CPython: Grammar/python.gram, "Import statements".

import type { alias, stmt } from '../ast.ts'
import { memo, type Parser, type Rule } from '../pegen.ts'
import type { Token } from '../token.ts'
import { invalidAsName, invalidImport, invalidImportFromTargets } from './invalidStatements.ts'

export const importStmt: Rule<stmt> = memo((p) => {
  if (p.invalid) {
    const { mark } = p
    invalidImport(p)
    p.mark = mark
  }
  const start = p.peek()
  const is_lazy = p.facts.lazyImports && p.takeSoft('lazy') ? 1 : 0
  if (p.take('import')) {
    const names = p.gather(dottedAsName)
    return names && { nodeType: 'Import', names, is_lazy, ...p.span(start) }
  }
  return importFrom(p, start, is_lazy)
})

function importFrom(p: Parser, start: Token, is_lazy: 0 | 1): stmt | null {
  if (!p.take('from')) return null
  let level = 0
  for (let dots = p.takeOneOf('.', '...'); dots; dots = p.takeOneOf('.', '...')) level += dots.type.length
  const module = p.maybe(dottedName)
  if ((!module && level === 0) || !p.take('import')) return null
  const names = importFromTargets(p)
  return names && { nodeType: 'ImportFrom', module, names, level, is_lazy, ...p.span(start) }
}

function importFromTargets(p: Parser): alias[] | null {
  const { mark } = p
  const start = p.peek()
  if (p.take('(')) {
    const names = p.gather(importFromAsName)
    if (names) {
      p.take(',')
      if (p.take(')')) return names
    }
  } else if (p.take('*')) return [{ nodeType: 'alias', name: '*', asname: null, ...p.span(start) }]
  else {
    const names = p.gather(importFromAsName)
    if (names && !p.at(',')) return names
  }
  if (p.invalid) {
    p.mark = mark
    invalidImportFromTargets(p)
  }
  return null
}

export function importFromAsName(p: Parser): alias | null {
  return asName(p, (q) => q.name()?.id ?? null)
}

function dottedAsName(p: Parser): alias | null {
  return asName(p, dottedName)
}

function asName(p: Parser, rule: Rule<string>): alias | null {
  if (p.invalid && p.facts.importTargetError) {
    const { mark } = p
    invalidAsName(p, rule)
    p.mark = mark
  }
  const start = p.peek()
  const name = rule(p)
  if (!name) return null
  const asname = p.maybe((q) => q.take('as') && q.name())
  return { nodeType: 'alias', name, asname: asname?.id ?? null, ...p.span(start) }
}

export function dottedName(p: Parser): string | null {
  const names = p.gather((q) => q.name(), '.')
  return names?.map((name) => name.id).join('.') ?? null
}
