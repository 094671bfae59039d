// Running a comprehension inside its block: its names must not touch the block's (CPython: push_inlined_comprehension_state,
// _PyCompile_TweakInlinedComprehensionScopes, and their reverse; PEP 709).

import type { Compiler } from '../compiler.ts'
import { type Location, NO_LOCATION } from '../location.ts'
import { DEF_LOCAL, DEF_NONLOCAL, type Entry, type SymbolEntry } from '../symtable/entry.ts'
import { indexOf, type Label } from '../unit.ts'
import { jumpTo } from './jumps.ts'

export interface InlinedState {
  /** Names whose outer value lies on the stack meanwhile. */
  readonly pushed: string[]
  readonly fastHidden: string[]
  readonly symbols: Map<string, SymbolEntry | undefined>
  readonly cleanup: Label
}

export function pushInlinedState(c: Compiler, loc: Location, comp: Entry): InlinedState {
  const { u } = c
  const { entry } = u
  const inClassBody = entry.type === 'class' && u.inlinedComprehensions === 0
  const state: InlinedState = { pushed: [], fastHidden: [], symbols: new Map(), cleanup: c.label() }
  const all = c.facts.inlinedClassNames === 'all'
  u.inlinedComprehensions++
  for (const [name, symbol] of comp.symbols) {
    const outer = entry.symbols.get(name)
    const outerScope = outer?.scope ?? ''
    const isolated = (symbol.flags & DEF_LOCAL && !(symbol.flags & DEF_NONLOCAL)) || (inClassBody && all)
    const differs = symbol.scope !== outerScope && symbol.scope !== 'FREE'
    const given = isolated || c.facts.inlinedScopesOfAll
    if (given && ((differs && !(symbol.scope === 'CELL' && outerScope === 'FREE')) || inClassBody)) {
      state.symbols.set(name, outer)
      entry.symbols.set(name, { ...symbol })
    }
    if (!isolated) continue
    if (!entry.isFunctionLike() && !u.fastHidden.get(name)) {
      u.fastHidden.set(name, true)
      state.fastHidden.push(name)
    }
    c.op(loc, 'LOAD_FAST_AND_CLEAR', indexOf(u.varnames, name))
    if (symbol.scope === 'CELL') {
      c.op(loc, 'MAKE_CELL', indexOf(outerScope === 'FREE' ? u.freevars : u.cellvars, name))
    }
    state.pushed.push(name)
  }
  if (state.pushed.length) {
    c.op(loc, 'SWAP', state.pushed.length + 1)
    c.jump(loc, 'SETUP_FINALLY', state.cleanup)
  }
  return state
}

function restore(c: Compiler, loc: Location, state: InlinedState): void {
  c.op(loc, 'SWAP', state.pushed.length + 1)
  for (let i = state.pushed.length - 1; i >= 0; i--) {
    c.op(loc, 'STORE_FAST_MAYBE_NULL', indexOf(c.u.varnames, state.pushed[i]))
  }
}

export function popInlinedState(c: Compiler, loc: Location, state: InlinedState): void {
  const { u } = c
  u.inlinedComprehensions--
  if (state.pushed.length) {
    const end = c.label()
    c.op(NO_LOCATION, 'POP_BLOCK')
    jumpTo(c, end)
    c.use(state.cleanup)
    // Drop the unfinished result that lies under the exception.
    c.op(NO_LOCATION, 'SWAP', 2)
    c.op(NO_LOCATION, 'POP_TOP')
    restore(c, loc, state)
    c.op(NO_LOCATION, 'RERAISE', 0)
    c.use(end)
    restore(c, loc, state)
  }
  for (const [name, symbol] of state.symbols) {
    if (symbol) u.entry.symbols.set(name, symbol)
    else u.entry.symbols.delete(name)
  }
  // False, not gone: such names are marked CO_FAST_HIDDEN.
  for (const name of state.fastHidden) u.fastHidden.set(name, false)
}
