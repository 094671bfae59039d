// What a learner has written into a program, and what those lines do as far as their text tells: read from the tree, so
// that comments, texts and layout do not matter.

import type { alias, arg, expr, Module, stmt } from '../simulator/parser/ast.ts'

/** The lines of a changed program, from 1, that are not those of the original: what is left beside the longest common part. */
export function ownLines(original: string, changed: string): ReadonlySet<number> {
  const [old, now] = [original, changed].map((text) => text.split('\n').map((line) => line.trimEnd()))
  // common[i][j]: how many lines old[i…] and now[j…] have in common, in order.
  const common = Array.from({ length: old.length + 1 }, () => new Array<number>(now.length + 1).fill(0))
  for (let i = old.length - 1; i >= 0; i--)
    for (let j = now.length - 1; j >= 0; j--)
      common[i][j] = old[i] === now[j] ? common[i + 1][j + 1] + 1 : Math.max(common[i + 1][j], common[i][j + 1])
  const own = new Set<number>()
  for (let i = 0, j = 0; j < now.length; ) {
    if (i < old.length && old[i] === now[j]) [i, j] = [i + 1, j + 1]
    else if (i < old.length && common[i + 1][j] >= common[i][j + 1]) i++
    else own.add(++j)
  }
  return own
}

/**
 * What the lines mention: names (`gc`), attributes of anything (`.clear`), attributes of a name (`gc.collect`), and what is
 * imported under another name or out of a module.
 */
export function mentions(tree: Module, lines: Lines): ReadonlySet<string> {
  return found(tree, lines, (node) => {
    switch (node.nodeType) {
      case 'Name':
        return [node.id]
      case 'Attribute':
        return attributeNames(node)
      case 'ImportFrom':
        return [node.module ?? '', ...node.names.map(({ name }) => `${node.module}.${name}`)]
      case 'Import':
        return node.names.flatMap(({ name, asname }) => (asname === null ? [] : [name]))
      default:
        return []
    }
  })
}

/** What the lines bind: names, also as parameters, functions, classes and imports, and attributes, as in `mentions`. */
export function binds(tree: Module, lines: Lines): ReadonlySet<string> {
  return found(tree, lines, (node) => {
    switch (node.nodeType) {
      case 'Name':
        return node.ctx === 'Store' ? [node.id] : []
      case 'Attribute':
        return node.ctx === 'Store' ? attributeNames(node) : []
      case 'arg':
        return [node.arg]
      case 'FunctionDef':
      case 'AsyncFunctionDef':
      case 'ClassDef':
        return [node.name]
      case 'alias':
        return [node.asname ?? node.name.split('.')[0]]
      default:
        return []
    }
  })
}

/** The texts the lines have as constants, those included that the compiler puts together from others. */
export function writes(tree: Module, lines: Lines): ReadonlySet<string> {
  return found(tree, lines, (node) => {
    const text = constantText(node)
    return text === null ? [] : [text]
  })
}

/** What a program asks with and does not make itself: built-in names, modules, and the attributes of modules it mentions. */
export function forgeable(tree: Module): readonly string[] {
  const everywhere = { has: () => true }
  const imported = found(tree, everywhere, (node) =>
    node.nodeType === 'alias' ? [node.asname ?? node.name.split('.')[0]] : [],
  )
  const bound = binds(tree, everywhere)
  return [...mentions(tree, everywhere)].filter((name) => {
    const [base, attribute] = name.split('.')
    if (base === '') return false
    return attribute === undefined ? !bound.has(name) || imported.has(name) : imported.has(base)
  })
}

/** Some lines of a program, or all. */
type Lines = Pick<ReadonlySet<number>, 'has'>

/** What is looked at in a tree. Handlers, comprehensions and the like are walked through; what they hold is looked at. */
type Node = stmt | expr | alias | arg

function found(tree: Module, lines: Lines, names: (node: Node) => readonly string[]): ReadonlySet<string> {
  const all = new Set<string>()
  const walk = (value: unknown, line: number): void => {
    if (Array.isArray(value)) for (const each of value) walk(each, line)
    else if (isNode(value)) {
      const here = value.lineno ?? line
      if (lines.has(here)) for (const name of names(value)) all.add(name)
      for (const part of Object.values(value)) walk(part, here)
    }
  }
  walk(tree, 0)
  return all
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'nodeType' in value
}

/** `.collect`, and `gc.collect` where it is an attribute of a name. */
function attributeNames({ value, attr }: Extract<expr, { nodeType: 'Attribute' }>): string[] {
  return [`.${attr}`, ...(value.nodeType === 'Name' ? [`${value.id}.${attr}`] : [])]
}

/** The text of a constant, or of several put together with `+`; `null` for everything else. */
function constantText(node: Node): string | null {
  if (node.nodeType === 'Constant') return node.value.type === 'str' ? node.value.value : null
  if (node.nodeType !== 'BinOp' || node.op !== 'Add') return null
  const [left, right] = [constantText(node.left), constantText(node.right)]
  return left === null || right === null ? null : left + right
}
