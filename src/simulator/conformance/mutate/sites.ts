// Finds the places of the machine that change a count, and puts operations.ts in their place.

import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import ts from 'typescript'

/** What changes a count. `INCREF`, `newref`, `stealCell` and `countUp` make it higher, the others lower. */
const operations = [
  'INCREF',
  'newref',
  'stealCell',
  'DECREF',
  'XDECREF',
  'CLEAR',
  'SETREF',
  'closeCell',
  'closeInt',
  'countUp',
  'countDown',
  'giveUpBeside',
] as const

export type Operation = (typeof operations)[number]

/** One place. */
export interface Site {
  /** Below `src/simulator`. */
  readonly file: string
  readonly line: number
  readonly operation: Operation
  readonly text: string
}

/** The machine with its sites numbered: the list of them, and what to load instead of each file that has some, by URL. */
export interface Sites {
  readonly sites: readonly Site[]
  readonly sources: ReadonlyMap<string, string>
}

const machine = join(import.meta.dirname, '..', '..')

/** Where the operations themselves are: what happens inside of them is their callers'. */
const inside = new Set(['heap/refcount.ts', 'heap/objimpl.ts:giveUpBeside', 'vm/plainints.ts:closeInt'])

const NAME = 'counting$'

/** Every site of the machine's rooms. */
export function findSites(): Sites {
  const files = globSync('{heap,objects,modules,vm}/**/*.ts', { cwd: machine })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => !file.endsWith('.test.ts') && !inside.has(file))
    .sort()
  const sites: Site[] = []
  const sources = new Map<string, string>()
  for (const file of [...files, 'pipeline.ts']) {
    const text = readFileSync(join(machine, file), 'utf8')
    if (!operations.some((operation) => text.includes(operation))) continue
    const found = numberSites(file, text, sites.length)
    if (found.sites.length === 0) continue
    sites.push(...found.sites)
    sources.set(pathToFileURL(join(machine, file)).href, found.source)
  }
  return { sites, sources }
}

/** The sites of one file, and its text in which each has its number, from `first` on. No line moves. */
export function numberSites(file: string, text: string, first: number): { sites: Site[]; source: string } {
  const tree = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true)
  const sites: Site[] = []
  let source = ''
  let end = 0
  const replace = (from: number, to: number, by: string) => {
    source += text.slice(end, from) + by
    end = to
  }
  const visit = (node: ts.Node) => {
    if (ts.isImportDeclaration(node) || ts.isTypeNode(node)) return
    if (ts.isFunctionDeclaration(node) && inside.has(`${file}:${node.name?.text}`)) return
    if (ts.isIdentifier(node) && isOperation(node.text) && isUse(node)) {
      const number = first + sites.length
      const { line } = tree.getLineAndCharacterOfPosition(node.getStart())
      const lineText = text.slice(tree.getPositionOfLineAndCharacter(line, 0)).split('\n', 1)[0].trim()
      sites.push({ file, line: line + 1, operation: node.text, text: lineText })
      const { parent } = node
      if (ts.isCallExpression(parent) && parent.expression === node)
        replace(node.getStart(), parent.arguments.pos, `${NAME}.${node.text}(${number}, `)
      else replace(node.getStart(), node.end, `${NAME}.at(${number}, '${node.text}')`)
    }
    ts.forEachChild(node, visit)
  }
  visit(tree)
  const from = pathToFileURL(join(import.meta.dirname, 'operations.ts')).href
  return { sites, source: `${source}${text.slice(end)}\nimport * as ${NAME} from ${JSON.stringify(from)}\n` }
}

function isOperation(name: string): name is Operation {
  return (operations as readonly string[]).includes(name)
}

/** Neither a declaration of that name nor a property. */
function isUse(node: ts.Identifier): boolean {
  const { parent } = node
  if (ts.isPropertyAccessExpression(parent)) return parent.expression === node
  if (ts.isPropertyAssignment(parent)) return parent.initializer === node
  return !(ts.isFunctionDeclaration(parent) || ts.isParameter(parent) || ts.isPropertySignature(parent))
}

/** Whether an operation makes a count higher. */
export function isUp(operation: Operation): boolean {
  return operation === 'INCREF' || operation === 'newref' || operation === 'stealCell' || operation === 'countUp'
}
