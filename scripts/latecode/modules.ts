// The modules of the worker, cut into their top-level statements, and who uses which of them.

import { readFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { parseSync } from 'vite'
import { isFunction, type Node, namesIn, outermostFunctions } from './syntax.ts'

/** A top-level statement that is there when the program runs. */
export interface Item {
  readonly module: Module
  /** The whole statement, and what it declares: the same but for `export`. */
  readonly statement: Node
  readonly declaration: Node
  readonly isExported: boolean
  /** The names it gives. */
  readonly names: readonly string[]
  /** Its functions, without those inside others. */
  readonly functions: readonly Node[]
  /** Whether it is a function and nothing else. */
  readonly isFunction: boolean
}

/** What a name that is imported is: a name of another file, or of a package; `*` is all of it. */
export interface Imported {
  readonly from: string
  readonly name: string
}

export interface Module {
  /** The absolute path. */
  readonly file: string
  readonly code: string
  readonly imports: ReadonlyMap<string, Imported>
  /** Import statements, and exports of what other files have. */
  readonly importing: readonly Node[]
  readonly passingOn: readonly Node[]
  readonly items: readonly Item[]
  readonly byName: ReadonlyMap<string, Item>
  /** Names that are exported apart from where they are declared. */
  readonly exportedApart: readonly string[]
  /** Whether it is fetched only when asked for. */
  readonly isLater: boolean
}

/** The modules a worker is made of. */
export class Modules {
  readonly byFile = new Map<string, Module>()
  readonly #later: string[] = []

  /** Reads the file a worker begins with, and all it imports. Throws where one cannot be read. */
  constructor(entry: string) {
    this.#read(entry, false)
    for (let file = this.#later.pop(); file !== undefined; file = this.#later.pop()) this.#read(file, true)
  }

  all(): Iterable<Module> {
    return this.byFile.values()
  }

  *items(): Iterable<Item> {
    for (const { items } of this.all()) yield* items
  }

  /** The item a name in a module means; undefined for what is declared nowhere, or in a package. */
  meant(module: Module, name: string): Item | undefined {
    const imported = module.imports.get(name)
    if (!imported) return module.byName.get(name)
    const from = this.byFile.get(imported.from)
    return from && this.exported(from, imported.name)
  }

  /** The item that a module exports under a name. */
  exported(module: Module, name: string): Item | undefined {
    const own = this.meant(module, name)
    if (own) return own
    for (const statement of module.passingOn) {
      const from = this.byFile.get(this.pathOf(module, statement.source.value)) as Module
      if (statement.type === 'ExportAllDeclaration') {
        const found = this.exported(from, name)
        if (found) return found
      } else
        for (const { local, exported } of statement.specifiers)
          if (exported.name === name) return this.exported(from, local.name)
    }
    return undefined
  }

  /** What a node of a module uses: every item that a name in it may mean. */
  *used(module: Module, node: Node, without?: ReadonlySet<Node>): Iterable<Item> {
    for (const name of namesIn(node, without)) {
      const imported = module.imports.get(name)
      const whole = imported?.name === '*' ? this.byFile.get(imported.from) : undefined
      if (whole) yield* whole.items
      const item = this.meant(module, name)
      if (item) yield item
    }
  }

  /** The file that a module names, by its absolute path; the name of a package as it is. */
  pathOf({ file }: Module, source: string): string {
    return source.startsWith('.') ? resolve(dirname(file), source) : source
  }

  #read(file: string, isLater: boolean): void {
    if (this.byFile.has(file)) return
    const code = readFileSync(file, 'utf8')
    const { program, errors } = parseSync(file, code, { lang: 'ts' })
    if (errors.length > 0) throw new Error(`${file}: ${errors[0].message}`)
    const imports = new Map<string, Imported>()
    const importing: Node[] = []
    const passingOn: Node[] = []
    const items: Item[] = []
    const byName = new Map<string, Item>()
    const exportedApart: string[] = []
    const module: Module = { file, code, imports, importing, passingOn, items, byName, exportedApart, isLater }
    this.byFile.set(file, module)
    for (const statement of program.body as unknown as Node[]) {
      if (statement.importKind === 'type' || statement.exportKind === 'type') continue
      const isExported = statement.type === 'ExportNamedDeclaration'
      const declaration: Node | null = isExported ? statement.declaration : statement
      if (statement.type === 'ImportDeclaration') {
        importing.push(statement)
        const from = this.pathOf(module, statement.source.value)
        for (const each of statement.specifiers)
          if (each.importKind !== 'type') imports.set(each.local.name, { from, name: nameOfImport(each) })
      } else if (statement.source) passingOn.push(statement)
      else if (declaration === null) exportedApart.push(...statement.specifiers.map(({ local }: Node) => local.name))
      else if (!declaration.type.startsWith('TS')) {
        const item = itemOf(module, statement, declaration, isExported)
        items.push(item)
        for (const name of item.names) byName.set(name, item)
      }
    }
    for (const { source } of [...importing, ...passingOn])
      if (source.value.startsWith('.')) this.#read(this.pathOf(module, source.value), isLater)
    for (const [, path] of code.matchAll(/\bimport\('(\.[^']+\.ts)'\)/g)) this.#later.push(this.pathOf(module, path))
  }
}

function nameOfImport(specifier: Node): string {
  if (specifier.type === 'ImportNamespaceSpecifier') return '*'
  return specifier.type === 'ImportSpecifier' ? specifier.imported.name : 'default'
}

function itemOf(module: Module, statement: Node, declaration: Node, isExported: boolean): Item {
  const declared: readonly Node[] = declaration.type === 'VariableDeclaration' ? declaration.declarations : []
  const [only] = declared
  const names = declaration.id ? [declaration.id.name] : declared.flatMap(({ id }) => [...namesIn(id)])
  return {
    module,
    statement,
    declaration,
    isExported,
    names,
    functions: outermostFunctions(declaration),
    isFunction: isFunction(declaration) || (declared.length === 1 && only.init !== null && isFunction(only.init)),
  }
}
