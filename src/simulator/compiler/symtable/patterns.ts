// The names of `match` patterns (CPython: symtable_visit_pattern).

import type * as ast from '../../parser/ast.ts'
import { locationOf } from '../location.ts'
import type { SymtableBuilder } from './builder.ts'
import { DEF_LOCAL } from './entry.ts'
import { visitExpr, visitExprs } from './visit.ts'

/** symtable_visit_pattern. */
export function visitPattern(st: SymtableBuilder, p: ast.pattern): void {
  switch (p.nodeType) {
    case 'MatchValue':
      return visitExpr(st, p.value)
    case 'MatchSingleton':
      return
    case 'MatchSequence':
    case 'MatchOr':
      for (const it of p.patterns) visitPattern(st, it)
      return
    case 'MatchMapping':
      visitExprs(st, p.keys)
      for (const it of p.patterns) visitPattern(st, it)
      if (p.rest) st.define(p.rest, DEF_LOCAL, locationOf(p))
      return
    case 'MatchClass':
      visitExpr(st, p.cls)
      for (const it of p.patterns) visitPattern(st, it)
      for (const it of p.kwd_patterns) visitPattern(st, it)
      return
    case 'MatchStar':
      if (p.name) st.define(p.name, DEF_LOCAL, locationOf(p))
      return
    case 'MatchAs':
      if (p.pattern) visitPattern(st, p.pattern)
      if (p.name) st.define(p.name, DEF_LOCAL, locationOf(p))
  }
}
