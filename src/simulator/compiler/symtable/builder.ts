// First half of the symbol table: walk the tree, note what every block does with every name
// (CPython: Python/symtable.c, symtable_add_def and the block stack).

import type { CompilerFacts } from '../../profiles/index.ts'
import { CompilerError } from '../errors.ts'
import type { Location } from '../location.ts'
import {
  type BlockType,
  DEF_COMP_ITER,
  DEF_GLOBAL,
  DEF_LOCAL,
  DEF_NONLOCAL,
  DEF_PARAM,
  DEF_TYPE_PARAM,
  Entry,
  mangle,
} from './entry.ts'

/** struct symtable: the blocks found so far and the one we are in. */
export class SymtableBuilder {
  readonly facts: CompilerFacts
  readonly blocks = new Map<object, Entry>()
  /** Annotation scopes of functions, keyed by their `arguments`; of type parameters' bounds and defaults, by the node. */
  readonly annotationBlocks = new Map<object, Entry>()
  readonly futureAnnotations: boolean
  readonly top: Entry
  current: Entry
  /** How many try statements are around us. */
  tries = 0
  private readonly stack: Entry[] = []
  private privateName: string | null = null

  constructor(facts: CompilerFacts, module: object, location: Location, futureAnnotations: boolean) {
    this.facts = facts
    this.futureAnnotations = futureAnnotations
    this.top = new Entry('top', 'module', location)
    this.current = this.top
    this.stack.push(this.top)
    this.blocks.set(module, this.top)
  }

  /** symtable_enter_block. */
  enter(name: string, type: BlockType, key: object, location: Location, table = this.blocks): Entry {
    const previous = this.current
    const entry = new Entry(name, type, location)
    entry.nested = previous.nested || previous.isFunctionLike()
    entry.compIterExpr = previous.compIterExpr
    entry.method = type === 'function' && previous.type === 'class'
    // An annotation scope is no child while it cannot be seen: its parent analyses it in the order of entering.
    previous.children.push(entry)
    table.set(key, entry)
    this.stack.push(entry)
    this.current = entry
    return entry
  }

  /** symtable_enter_existing_block. */
  reenter(entry: Entry): void {
    this.stack.push(entry)
    this.current = entry
  }

  exit(): void {
    this.stack.pop()
    this.current = this.stack[this.stack.length - 1]
  }

  /** Run `body` with the class's name for mangling. */
  withPrivate(name: string | null, body: () => void): void {
    const before = this.privateName
    this.privateName = name
    body()
    this.privateName = before
  }

  mangle(name: string): string {
    return mangle(this.privateName, name)
  }

  lookup(name: string): number {
    return this.current.flagsOf(this.mangle(name))
  }

  /** symtable_add_def. */
  define(name: string, flag: number, location: Location, entry = this.current): void {
    const mangled = this.mangle(name)
    const symbol = entry.symbols.get(mangled)
    let flags = symbol ? symbol.flags : 0
    if (flag & DEF_PARAM && flags & DEF_PARAM) {
      throw new CompilerError(`duplicate ${this.facts.duplicateArgument} '${name}' in function definition`, location)
    }
    if (flag & DEF_TYPE_PARAM && flags & DEF_TYPE_PARAM) {
      throw new CompilerError(`duplicate type parameter '${name}'`, location)
    }
    flags |= flag
    if (entry.compIterTarget) {
      if (flags & (DEF_GLOBAL | DEF_NONLOCAL)) {
        throw new CompilerError(
          `comprehension inner loop cannot rebind assignment expression target '${name}'`,
          location,
        )
      }
      flags |= DEF_COMP_ITER
    }
    if (symbol) symbol.flags = flags
    else entry.symbols.set(mangled, { flags, scope: '' })
    if (flag & DEF_PARAM) entry.varnames.push(mangled)
    else if (flag & DEF_GLOBAL && entry !== this.top) {
      // A name declared global anywhere is known to the module, too.
      const known = this.top.symbols.get(mangled)
      if (known) known.flags |= flag
      else this.top.symbols.set(mangled, { flags: flag, scope: '' })
    }
  }

  /** Names whose `global` or `nonlocal` can turn out wrong when all is known. */
  recordDirective(name: string, location: Location): void {
    this.current.directives.push({ name: this.mangle(name), location })
  }

  /** symtable_extend_namedexpr_scope: `:=` inside a comprehension binds in the block around it. */
  extendNamedExpr(name: string, location: Location): void {
    for (let i = this.stack.length - 1; i >= 0; i--) {
      const entry = this.stack[i]
      if (entry.comprehension !== null) {
        const flags = entry.flagsOf(this.mangle(name))
        if (flags & DEF_COMP_ITER && flags & (DEF_LOCAL | DEF_GLOBAL)) {
          throw new CompilerError(
            `assignment expression cannot rebind comprehension iteration variable '${name}'`,
            location,
          )
        }
        continue
      }
      if (entry.type === 'function') {
        const flags = entry.flagsOf(this.mangle(name))
        this.define(name, flags & DEF_GLOBAL ? DEF_GLOBAL : DEF_NONLOCAL, location)
        this.recordDirective(name, location)
        this.define(name, DEF_LOCAL, location, entry)
        return
      }
      if (entry.type === 'module') {
        this.define(name, DEF_GLOBAL, location)
        this.recordDirective(name, location)
        this.define(name, DEF_GLOBAL, location, entry)
        return
      }
      const where = NAMED_EXPR_PLACES[entry.type]
      throw new CompilerError(`assignment expression within a comprehension cannot be used in ${where}`, location)
    }
  }
}

const NAMED_EXPR_PLACES: Record<string, string> = {
  class: 'a class body',
  annotation: 'an annotation',
  type_alias: 'a type alias',
  type_parameters: 'the definition of a generic',
  type_variable: 'a TypeVar bound',
}
