// Lib/re/_compiler.py, _compile_info: what is known of a match beforehand, so that a search can skip.

import { asciiFolding, type Folding, unicodeFolding } from './characters.ts'
import { emitCharset, isEverything, optimizeCharset } from './charset.ts'
import {
  FLAG_IGNORECASE,
  FLAG_UNICODE,
  INFO,
  INFO_CHARSET,
  INFO_LITERAL,
  INFO_PREFIX,
  LITERAL,
  MAXCODE,
  RANGE,
  TYPE_FLAGS,
} from './constants.ts'
import type { PatternState, Sequence, SetItem } from './node.ts'

/** The flags within parentheses. */
export function combineFlags(flags: number, add: number, del: number): number {
  return ((add & TYPE_FLAGS ? flags & ~TYPE_FLAGS : flags) | add) & ~del
}

/** How cases are ignored, `null` where they are not. */
export function foldingOf(flags: number): Folding | null {
  if (!(flags & FLAG_IGNORECASE)) return null
  return flags & FLAG_UNICODE ? unicodeFolding : asciiFolding
}

interface Prefix {
  readonly codes: number[]
  /** How many stand before the first group; `null`: there is none. */
  readonly skip: number | null
  readonly isAll: boolean
}

function literalPrefix(body: Sequence, flags: number): Prefix {
  const codes: number[] = []
  let skip: number | null = null
  const folding = foldingOf(flags)
  for (const node of body.items) {
    if (node.op === 'literal' && !folding?.isCased(node.code)) codes.push(node.code)
    else if (node.op === 'subpattern') {
      const inner = literalPrefix(node.body, combineFlags(flags, node.add, node.del))
      if (skip === null) {
        if (node.group !== 0) skip = codes.length
        else if (inner.skip !== null) skip = codes.length + inner.skip
      }
      for (const code of inner.codes) codes.push(code)
      if (!inner.isAll) return { codes, skip, isAll: false }
    } else return { codes, skip, isAll: false }
  }
  return { codes, skip, isAll: true }
}

function charsetPrefix(whole: Sequence, wholeFlags: number): readonly SetItem[] | null {
  let body = whole
  let flags = wholeFlags
  let node = body.items.at(0)
  while (node?.op === 'subpattern') {
    flags = combineFlags(flags, node.add, node.del)
    body = node.body
    node = body.items.at(0)
  }
  const isCased = foldingOf(flags)?.isCased ?? (() => false)
  if (node?.op === 'literal') return isCased(node.code) ? null : [[LITERAL, node.code]]
  if (node?.op === 'branch') {
    const set: SetItem[] = []
    for (const branch of node.branches) {
      const first = branch.items.at(0)
      if (first?.op !== 'literal' || isCased(first.code)) return null
      set.push([LITERAL, first.code])
    }
    return set
  }
  if (node?.op !== 'in') return null
  const cased = ([op, low, high]: SetItem) => {
    if (op === LITERAL) return isCased(low)
    if (op !== RANGE || !foldingOf(flags)) return false
    if (high > 0xffff) return true
    for (let code = low; code <= high; code++) if (isCased(code)) return true
    return false
  }
  return node.set.some(cased) ? null : node.set
}

/** For the search: a piece of a text is its own beginning again after so many characters. */
function overlapTable(prefix: readonly number[]): number[] {
  const table = new Array<number>(prefix.length).fill(0)
  for (let i = 1; i < prefix.length; i++) {
    let k = table[i - 1]
    while (k > 0 && prefix[i] !== prefix[k]) k = table[k - 1]
    table[i] = prefix[i] === prefix[k] ? k + 1 : 0
  }
  return table
}

/** Emits the block that every pattern begins with. */
export function emitInfo(code: number[], body: Sequence, state: PatternState, flags: number, examined: boolean): void {
  const [low, widest] = body.width(state)
  const high = Math.min(widest, MAXCODE)
  if (low === 0) {
    code.push(INFO, 4, 0, 0, high)
    return
  }
  const prefix = literalPrefix(body, flags)
  const found = prefix.codes.length === 0 ? charsetPrefix(body, flags) : null
  let charset = found && found.length > 0 ? optimizeCharset(found, null, examined).set : null
  if (charset && examined && isEverything(charset)) charset = null
  code.push(INFO)
  const skip = code.length
  const literal = prefix.skip === null && prefix.isAll ? INFO_LITERAL : 0
  const hasCharset = charset !== null && (charset.length > 0 || !examined)
  const mask = prefix.codes.length > 0 ? INFO_PREFIX | literal : hasCharset ? INFO_CHARSET : 0
  code.push(0, mask, Math.min(low, MAXCODE), high)
  if (prefix.codes.length > 0) {
    code.push(prefix.codes.length, prefix.skip ?? prefix.codes.length)
    for (const c of prefix.codes) code.push(c)
    for (const k of overlapTable(prefix.codes)) code.push(k)
  } else if (charset && hasCharset) emitCharset(code, charset, flags)
  code[skip] = code.length - skip
}
