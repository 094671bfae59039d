// The compiler's state while it walks a module, and how it emits (CPython: struct compiler, codegen_addop_*).
// What to do for each node is in codegen/; this file only knows that somebody will visit expressions and statements.

import type * as ast from '../parser/ast.ts'
import type { SourceWarning } from '../parser/index.ts'
import type { CompilerFacts } from '../profiles/index.ts'
import type { Code, Constant, WideLines } from './code.ts'
import { ConstantCache, NONE } from './constants.ts'
import { CompilerError, UnsupportedFeature } from './errors.ts'
import { type Location, NO_LOCATION } from './location.ts'
import type { Opcodes } from './opcodes/table.ts'
import type { Entry } from './symtable/entry.ts'
import type { Symtable } from './symtable/index.ts'
import { type FBlock, type FBlockType, indexOf, type Label, type ScopeType, Unit } from './unit.ts'

/** The two walks and the back end, given from outside so that the files of codegen/ need not import each other in rings. */
export interface Visitors {
  visitExpr(c: Compiler, e: ast.expr): void
  visitStmt(c: Compiler, s: ast.stmt): void
  /** Flow graph and assembler: the finished unit as a code object. */
  finish(c: Compiler, unit: Unit): Code
}

interface PlacedWarning extends SourceWarning {
  readonly col: number
}

export interface Metadata {
  argcount?: number
  posonlyargcount?: number
  kwonlyargcount?: number
}

export class Compiler {
  readonly filename: string
  readonly facts: CompilerFacts
  readonly opcodes: Opcodes
  readonly symtable: Symtable
  readonly futureFlags: number
  readonly wideLines: WideLines
  readonly constants = new ConstantCache()
  /** SyntaxWarnings, in the order in which they are printed. */
  readonly warnings: PlacedWarning[] = []
  private readonly visitors: Visitors
  u!: Unit
  /** The current place, in versions where that is a variable of the compiler: left by one statement for the next. */
  place: Location = NO_LOCATION

  constructor(
    filename: string,
    facts: CompilerFacts,
    opcodes: Opcodes,
    symtable: Symtable,
    futureFlags: number,
    visitors: Visitors,
    wideLines: WideLines,
  ) {
    this.filename = filename
    this.facts = facts
    this.opcodes = opcodes
    this.symtable = symtable
    this.futureFlags = futureFlags
    this.visitors = visitors
    this.wideLines = wideLines
  }

  visit(e: ast.expr): void {
    this.visitors.visitExpr(this, e)
  }

  visitAll(list: readonly ast.expr[]): void {
    for (const e of list) this.visitors.visitExpr(this, e)
  }

  body(list: readonly ast.stmt[]): void {
    for (const s of list) this.visitors.visitStmt(this, s)
  }

  /** Whether the version has an instruction of that name. */
  has(op: string): boolean {
    return this.opcodes.byName.has(op)
  }

  // Units

  enterScope(
    type: ScopeType,
    entry: Entry,
    name: string,
    lineno: number,
    privateName: string | null = null,
    metadata: Metadata = {},
  ): void {
    const parent: Unit | null = this.u ?? null
    this.u = new Unit(type, entry, name, parent, privateName ?? parent?.privateName ?? null, lineno)
    this.u.argcount = metadata.argcount ?? 0
    this.u.posonlyargcount = metadata.posonlyargcount ?? 0
    this.u.kwonlyargcount = metadata.kwonlyargcount ?? 0
    this.op({ lineno: type === 'module' ? 0 : lineno, end_lineno: lineno, col: 0, end_col: 0 }, 'RESUME')
    if (type === 'module') this.u.annotationsPlaceholder = this.u.code.length
  }

  /** Finish the unit and go back to the one around it. `addNone`: it returns None where it falls off its end. */
  exitScope(addNone: boolean): Code {
    const unit = this.u
    this.returnAtEnd(addNone)
    const code = this.visitors.finish(this, unit)
    if (unit.parent) this.u = unit.parent
    return code
  }

  private returnAtEnd(addNone: boolean): void {
    if (this.facts.returnAtEnd === 'if-needed' && this.endsWithReturn()) return
    if (addNone) this.loadConst(NO_LOCATION, NONE)
    this.op(NO_LOCATION, 'RETURN_VALUE')
  }

  private endsWithReturn(): boolean {
    const { code, labels } = this.u
    const last = code[code.length - 1]
    if (labels.some((label) => label.index === code.length)) return false
    return last.op === 'RETURN_VALUE'
  }

  entryOf(node: object): Entry {
    const entry = this.symtable.blocks.get(node)
    if (!entry) throw new Error('a block without symbols')
    return entry
  }

  annotationEntryOf(node: object): Entry | undefined {
    return this.symtable.annotationBlocks.get(node)
  }

  // Emission

  op(loc: Location, op: string, arg = 0): void {
    this.u.code.push({ op, arg, label: null, loc, made: ++this.u.made })
  }

  jump(loc: Location, op: string, label: Label): void {
    this.u.code.push({ op, arg: 0, label, loc, made: ++this.u.made })
  }

  label(): Label {
    return { index: -1, made: ++this.u.made }
  }

  use(label: Label): void {
    label.index = this.u.code.length
    this.u.labels.push(label)
  }

  loadConst(loc: Location, constant: Constant): void {
    this.op(loc, 'LOAD_CONST', this.addConst(constant))
  }

  addConst(constant: Constant): number {
    return this.u.addConst(this.constants.merge(constant))
  }

  /** ADDOP_NAME: an instruction whose argument is a name of `co_names`, mangled. */
  opName(loc: Location, op: string, name: string): void {
    this.op(loc, op, indexOf(this.u.names, this.u.mangle(name)))
  }

  loadAttr(loc: Location, name: string): void {
    const index = indexOf(this.u.names, this.u.mangle(name))
    this.op(loc, 'LOAD_ATTR', this.has('LOAD_METHOD') ? index : index << 1)
  }

  loadMethod(loc: Location, name: string): void {
    const index = indexOf(this.u.names, this.u.mangle(name))
    if (this.has('LOAD_METHOD')) this.op(loc, 'LOAD_METHOD', index)
    else this.op(loc, 'LOAD_ATTR', (index << 1) | 1)
  }

  /** CALL_INTRINSIC_1, or the instruction of its own that did the same before 3.12. */
  intrinsic1(loc: Location, name: string, before: string): void {
    if (this.has('CALL_INTRINSIC_1')) this.op(loc, 'CALL_INTRINSIC_1', this.opcodes.table.intrinsic1.indexOf(name))
    else this.op(loc, before)
  }

  intrinsic2(loc: Location, name: string, before = ''): void {
    if (this.has('CALL_INTRINSIC_2')) this.op(loc, 'CALL_INTRINSIC_2', this.opcodes.table.intrinsic2.indexOf(name))
    else this.op(loc, before)
  }

  commonConstant(loc: Location, name: string): void {
    this.op(loc, 'LOAD_COMMON_CONSTANT', this.opcodes.table.commonConstants.indexOf(name))
  }

  binary(loc: Location, name: string): void {
    this.op(loc, 'BINARY_OP', this.opcodes.table.nbOps.indexOf(name))
  }

  /** TO_BOOL where the version has it: before conditional jumps since 3.13. */
  toBool(loc: Location): void {
    if (this.has('TO_BOOL')) this.op(loc, 'TO_BOOL')
  }

  call(loc: Location, args: number): void {
    if (this.has('PRECALL')) this.op(loc, 'PRECALL', args)
    this.op(loc, 'CALL', args)
  }

  // Blocks to unwind

  pushFBlock(
    type: FBlockType,
    loc: Location,
    block: Label | null,
    exit: Label | null = null,
    more: Partial<FBlock> = {},
  ): void {
    if (this.u.fblocks.length >= 20) throw new CompilerError('too many statically nested blocks', loc)
    this.u.fblocks.push({ type, loc, block, exit, ...more })
  }

  popFBlock(): void {
    this.u.fblocks.pop()
  }

  /** Notes a SyntaxWarning. A `finally` block is compiled twice; since 3.14 it warns once. */
  warn(message: string, loc: Location): void {
    const { lineno, col } = loc
    const isSame = (one: PlacedWarning) => one.message === message && one.lineno === lineno && one.col === col
    if (!this.facts.warnsOnce || !this.warnings.some(isSame)) this.warnings.push({ lineno, col, message })
  }

  error(message: string, loc: Location): never {
    throw new CompilerError(message, loc)
  }

  unsupported(feature: string, node: { lineno: number }): never {
    throw new UnsupportedFeature(feature, node.lineno)
  }
}
