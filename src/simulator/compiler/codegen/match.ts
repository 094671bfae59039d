// match (CPython: codegen_match_inner).

import type * as ast from '../../parser/ast.ts'
import type { Compiler } from '../compiler.ts'
import { locationOf, NEXT_LOCATION } from '../location.ts'
import { jumpIf } from './jumps.ts'
import { nameop } from './names.ts'
import { emitFailPops, ensureFailPops, isWildcard, newPatternContext, visitPattern } from './patterns.ts'

export function visitMatch(c: Compiler, s: ast.Match): void {
  c.visit(s.subject)
  const end = c.label()
  const { cases } = s
  const lastCase = cases[cases.length - 1]
  const hasDefault = isWildcard(lastCase.pattern) && cases.length > 1
  const tested = hasDefault ? cases.length - 1 : cases.length
  for (let i = 0; i < tested; i++) {
    const m = cases[i]
    const loc = locationOf(m.pattern)
    const isLast = i === tested - 1
    if (!isLast) c.op(loc, 'COPY', 1)
    const pc = newPatternContext(m.guard !== null || i === cases.length - 1, {
      loc: c.facts.placeIsVariable ? loc : null,
    })
    visitPattern(c, m.pattern, pc)
    let place = pc.place.loc ?? loc
    for (const name of pc.stores) nameop(c, place, name, 'Store')
    if (m.guard) {
      ensureFailPops(c, pc, 0)
      place = jumpIf(c, place, m.guard, pc.failPop[0], false)
    }
    if (!isLast) c.op(c.facts.matchPopAt === 'next' ? NEXT_LOCATION : place, 'POP_TOP')
    c.body(m.body)
    c.jump({ lineno: -1, end_lineno: -1, col: -1, end_col: -1 }, 'JUMP', end)
    if (pc.place.loc) pc.place.loc = loc
    emitFailPops(c, loc, pc)
  }
  if (hasDefault) {
    const loc = locationOf(lastCase.pattern)
    c.op(loc, cases.length === 1 ? 'POP_TOP' : 'NOP')
    if (lastCase.guard) jumpIf(c, loc, lastCase.guard, end, false)
    c.body(lastCase.body)
  }
  c.use(end)
}
