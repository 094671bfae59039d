// What comes in which stage: the machine as it starts, then what the build takes out of it. A function belongs to the stage
// that the programs which were run say. Where something of an earlier stage names it, a stand-in is left that calls it; where
// nothing does, it goes with all of itself, and so do tables and classes that only such functions use.

import type { Item, Module, Modules } from './modules.ts'
import { assignedIn, contains, type Node } from './syntax.ts'

/** The parts of the library that stages after the first become, in the order of the stages: `STAGES[0]` is stage 1. */
export const STAGES = ['course', 'rare'] as const

export interface Plan {
  readonly modules: Modules
  /** The stage in which an item stands. */
  readonly stages: ReadonlyMap<Item, number>
  /** The stage of each function that may stand apart from its item. */
  readonly moved: ReadonlyMap<Node, number>
}

/** @param stageOf the first stage a function is needed in, as far as the programs go that were run; 0 is at once */
export function planOf(modules: Modules, stageOf: (module: Module, fn: Node) => number): Plan {
  const moved = new Map<Node, number>()
  for (const item of modules.items())
    for (const fn of item.functions) {
      const stage = item.module.isLater ? 0 : stageOf(item.module, fn)
      if (stage > 0 && canMove(item, fn)) moved.set(fn, stage)
    }
  const isMovable = (item: Item) =>
    !item.module.isLater && (item.isFunction ? moved.has(item.functions[0]) : isDeclarationOnly(modules, item))
  const stages = new Map<Item, number>()
  for (const item of modules.items()) if (!isMovable(item)) stages.set(item, 0)
  for (const item of exported(modules)) stages.set(item, 0)
  for (let stage = 0; stage <= STAGES.length; stage++) {
    // What a stand-in stands for comes later: nothing of it is used yet.
    const later = new Set([...moved.keys()].filter((fn) => (moved.get(fn) as number) > stage))
    const reached = [...stages.keys()]
    for (let item = reached.pop(); item; item = reached.pop())
      for (const used of modules.used(item.module, item.declaration, later))
        if (!stages.has(used)) {
          stages.set(used, stage)
          reached.push(used)
        }
  }
  for (const item of modules.items()) if (!stages.has(item)) stages.set(item, STAGES.length)
  return { modules, stages, moved }
}

/** The stage in which an item stands. */
export function stageOfItem({ stages }: Plan, item: Item): number {
  return stages.get(item) as number
}

/** The stage a function of an item stands in: that of the item, unless a stand-in is left there. */
export function stageOfFunction(plan: Plan, item: Item, fn: Node): number {
  return Math.max(stageOfItem(plan, item), plan.moved.get(fn) ?? 0)
}

/** What a module exports apart from where it is declared, or imports whole: it is not known who uses what of it. */
function* exported(modules: Modules): Iterable<Item> {
  for (const module of modules.all()) {
    for (const name of module.exportedApart) {
      const item = modules.meant(module, name)
      if (item) yield item
    }
    for (const { from, name } of module.imports.values()) if (name === '*') yield* modules.byFile.get(from)?.items ?? []
  }
}

/** Whether a function does the same from another file: it must not write what only its own file may. */
function canMove({ module, declaration }: Item, fn: Node): boolean {
  if (fn.generator || fn.async) return false
  const isMethod = declaration.type === 'ClassDeclaration'
  const staysHere = ({ type, name }: Node) =>
    type === 'PrivateIdentifier' ||
    type === 'ImportExpression' ||
    type === 'Super' ||
    (type === 'Identifier' && name === 'arguments') ||
    (type === 'ThisExpression' && (!isMethod || fn.type === 'ArrowFunctionExpression'))
  if (contains(fn, staysHere)) return false
  if (isMethod && declaration.body.body.some(({ kind, value }: Node) => kind === 'constructor' && value === fn))
    return false
  for (const name of assignedIn(fn)) {
    const { declaration: written } = module.byName.get(name) ?? {}
    if (written?.type === 'VariableDeclaration' && written.kind !== 'const') return false
  }
  return true
}

/** Whether an item only declares something: it may come later, or never, and nothing else is different. */
function isDeclarationOnly(modules: Modules, { module, declaration }: Item): boolean {
  if (declaration.type === 'ClassDeclaration') {
    const { superClass, body } = declaration
    const hasOwn = body.body.some(({ type, static: ofClass }: Node) => type === 'StaticBlock' || ofClass)
    return !hasOwn && (superClass === null || superClass.name === 'Error')
  }
  if (declaration.type !== 'VariableDeclaration' || declaration.kind !== 'const') return false
  return declaration.declarations.every(
    ({ id, init }: Node) => id.type === 'Identifier' && isPlain(modules, module, init),
  )
}

const CONTAINERS: ReadonlySet<string> = new Set(['Map', 'Set', 'WeakMap', 'RegExp'])

/** Whether to make a value takes nothing but to write it down. */
function isPlain(modules: Modules, module: Module, node: Node): boolean {
  const all = (nodes: readonly Node[]) => nodes.every((each) => isPlain(modules, module, each))
  switch (node.type) {
    case 'Literal':
    case 'ArrowFunctionExpression':
    case 'FunctionExpression':
      return true
    case 'TemplateLiteral':
      return all(node.expressions)
    case 'ArrayExpression':
      return all(node.elements)
    case 'ObjectExpression':
      return node.properties.every(
        ({ type, computed, value }: Node) => type === 'Property' && !computed && isPlain(modules, module, value),
      )
    case 'UnaryExpression':
      return all([node.argument])
    case 'BinaryExpression':
      return all([node.left, node.right])
    case 'TSAsExpression':
    case 'TSSatisfiesExpression':
    case 'TSNonNullExpression':
      return all([node.expression])
    case 'NewExpression':
      return node.callee.type === 'Identifier' && CONTAINERS.has(node.callee.name) && all(node.arguments)
    case 'Identifier':
      return modules.meant(module, node.name)?.isFunction ?? false
    default:
      return false
  }
}
