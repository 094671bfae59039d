// `from __future__ import ...` (CPython: Python/future.c).

import type { alias, ImportFrom, Module } from '../parser/ast.ts'
import type { CompilerFacts } from '../profiles/index.ts'
import { CO_FUTURE_ANNOTATIONS } from './code.ts'
import { docstringOf } from './codegen/docstrings.ts'
import { CompilerError } from './errors.ts'
import { type Location, locationOf } from './location.ts'

const CO_FUTURE_BARRY_AS_BDFL = 0x400000

/** Features that became the rule long ago. */
const MANDATORY = new Set([
  'nested_scopes',
  'generators',
  'division',
  'absolute_import',
  'with_statement',
  'print_function',
  'unicode_literals',
  'generator_stop',
])

export interface Futures {
  readonly flags: number
  readonly annotations: boolean
}

/** The flags a module asks for; throws where such an import stands too late or names nothing known. */
export function readFutures(module: Module, facts: CompilerFacts): Futures {
  let flags = 0
  let done = false
  module.body.forEach((s, i) => {
    if (s.nodeType === 'ImportFrom' && s.module === '__future__' && s.level === 0) {
      if (done)
        throw new CompilerError('from __future__ imports must occur at the beginning of the file', locationOf(s))
      for (const alias of s.names) {
        if (alias.name === 'annotations') flags |= CO_FUTURE_ANNOTATIONS
        else if (alias.name === 'barry_as_FLUFL') flags |= CO_FUTURE_BARRY_AS_BDFL
        else if (alias.name === 'braces') throw new CompilerError('not a chance', errorPlace(s, alias, facts))
        else if (!MANDATORY.has(alias.name)) {
          throw new CompilerError(`future feature ${alias.name} is not defined`, errorPlace(s, alias, facts))
        }
      }
    } else if (i > 0 || docstringOf(module.body) === null) {
      done = true
    }
  })
  return { flags, annotations: (flags & CO_FUTURE_ANNOTATIONS) !== 0 }
}

function errorPlace(s: ImportFrom, alias: alias, facts: CompilerFacts): Location {
  if (facts.futureErrorAt === 'alias') return locationOf(alias)
  return { lineno: s.lineno, end_lineno: s.lineno, col: s.col_offset, end_col: -1 }
}
