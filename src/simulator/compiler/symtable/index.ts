// The symbol table of a module (CPython: Python/symtable.c, _PySymtable_Build).

import type { Module } from '../../parser/ast.ts'
import type { CompilerFacts } from '../../profiles/index.ts'
import { NO_LOCATION } from '../location.ts'
import { analyze } from './analyze.ts'
import { SymtableBuilder } from './builder.ts'
import type { Entry } from './entry.ts'
import { startsWithDocstring, visitStmts } from './statements.ts'

/** What codegen asks of the symbol table. */
export interface Symtable {
  readonly top: Entry
  /** Blocks of modules, functions, lambdas, classes and comprehensions by their node; of type parameters by their list. */
  readonly blocks: ReadonlyMap<object, Entry>
  /** Scopes made for annotations, bounds, defaults and aliases: see SymtableBuilder. */
  readonly annotationBlocks: ReadonlyMap<object, Entry>
}

/** Throws CompilerError where the names of the module contradict each other. */
export function buildSymtable(module: Module, facts: CompilerFacts, futureAnnotations: boolean): Symtable {
  const st = new SymtableBuilder(facts, module, NO_LOCATION, futureAnnotations)
  st.top.hasDocstring = startsWithDocstring(module.body)
  visitStmts(st, module.body)
  analyze(st.top, facts)
  return { top: st.top, blocks: st.blocks, annotationBlocks: st.annotationBlocks }
}
