// import, from ... import (CPython: codegen_import, codegen_from_import).

import type * as ast from '../../parser/ast.ts'
import type { Compiler } from '../compiler.ts'
import { intConstant, NONE, strConstant, tupleConstant } from '../constants.ts'
import { type Location, locationOf, NO_LOCATION } from '../location.ts'
import { type FBlockType, indexOf } from '../unit.ts'
import { nameop } from './names.ts'

/** IMPORT_NAME: since 3.15 the low bits say whether the import is, or must not be, lazy. */
function importName(c: Compiler, loc: Location, name: string, isLazy: number, isStar: boolean): void {
  const index = indexOf(c.u.names, c.u.mangle(name))
  if (c.facts.importNameShift === 0) return c.op(loc, 'IMPORT_NAME', index)
  const isEager = isStar || c.u.type !== 'module' || c.u.fblocks.some((it) => HANDLING.has(it.type))
  c.op(loc, 'IMPORT_NAME', (index << 2) | (isLazy ? IMPORT_LAZY : isEager ? IMPORT_EAGER : 0))
}

const IMPORT_LAZY = 1
const IMPORT_EAGER = 2

/** Blocks that may handle an error of the import, which must therefore happen there. */
const HANDLING = new Set<FBlockType>([
  'try_except',
  'finally_try',
  'finally_end',
  'handler_cleanup',
  'exception_handler',
  'exception_group_handler',
])

export function visitImport(c: Compiler, s: ast.Import): void {
  const loc = locationOf(s)
  for (const alias of s.names) {
    c.loadConst(loc, intConstant(0))
    c.loadConst(loc, NONE)
    importName(c, loc, alias.name, s.is_lazy, false)
    if (alias.asname) importAs(c, loc, alias.name, alias.asname)
    else nameop(c, loc, alias.name.split('.')[0], 'Store')
  }
}

/** `import a.b.c as d`: walk down to the last part. */
function importAs(c: Compiler, loc: Location, name: string, asname: string): void {
  const parts = name.split('.').slice(1)
  if (!parts.length) return nameop(c, loc, asname, 'Store')
  parts.forEach((part, i) => {
    c.op(loc, 'IMPORT_FROM', indexOf(c.u.names, part))
    if (i === parts.length - 1) return
    c.op(loc, 'SWAP', 2)
    c.op(loc, 'POP_TOP')
  })
  nameop(c, loc, asname, 'Store')
  c.op(loc, 'POP_TOP')
}

export function visitImportFrom(c: Compiler, s: ast.ImportFrom): void {
  const loc = locationOf(s)
  c.loadConst(loc, intConstant(s.level))
  c.loadConst(loc, tupleConstant(s.names.map((alias) => strConstant(alias.name))))
  importName(c, loc, s.module ?? '', s.is_lazy, s.names[0].name === '*')
  for (const alias of s.names) {
    if (alias.name === '*') {
      c.intrinsic1(loc, 'INTRINSIC_IMPORT_STAR', 'IMPORT_STAR')
      if (!c.has('IMPORT_STAR')) c.op(NO_LOCATION, 'POP_TOP')
      return
    }
    c.opName(loc, 'IMPORT_FROM', alias.name)
    nameop(c, loc, alias.asname ?? alias.name, 'Store')
  }
  c.op(loc, 'POP_TOP')
}
