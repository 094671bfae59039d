// Reads the project's source files for the house rules: which file imports what, how, and on which line.

import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, posix } from 'node:path'
import ts from 'typescript'

/** One import of a file. */
export interface Import {
  /** As written, without a query such as `?raw`. */
  readonly specifier: string
  /** The file meant, from the root of the repository; undefined for a package. */
  readonly target: string | undefined
  /** `types` vanish when the program runs; `run` stay; `address` only names a file (`new URL(…, import.meta.url)`). */
  readonly kind: 'run' | 'types' | 'address'
  /** `import(…)`: loaded when it is reached, not with the file. */
  readonly dynamic: boolean
  /** Stands in a `<script>` of an .astro file: runs in the page, not during the build. */
  readonly inPage: boolean
  readonly line: number
}

export interface Source {
  /** From the root of the repository, with `/`. */
  readonly path: string
  readonly text: string
  readonly imports: readonly Import[]
  /** The TypeScript of the file, for .astro of its frontmatter and scripts; undefined for other kinds of file. */
  readonly code: ts.SourceFile | undefined
  /** What of an .astro file is neither frontmatter nor script; empty for other kinds of file. */
  readonly markup: string
}

const extensions = /\.(ts|tsx|mjs|astro|mdx|css)$/

/** Every source file below the given folders, and the given files. */
export function readSources(root: string, places: readonly string[]): Source[] {
  return places.flatMap((place) => filesBelow(root, place)).map((path) => readSource(path, contents(root, path)))
}

/** @param path from the root of the repository; says what kind of file `text` is. */
export function readSource(path: string, text: string): Source {
  if (path.endsWith('.mdx')) return { path, text, imports: mdxImports(path, text), code: undefined, markup: '' }
  if (path.endsWith('.css')) return { path, text, imports: [], code: undefined, markup: '' }
  const parts = path.endsWith('.astro') ? astroParts(text) : { code: text, scripts: [], markup: '' }
  const code = ts.createSourceFile(path, parts.code, ts.ScriptTarget.Latest, true, kindOf(path))
  const inPage = (position: number) => parts.scripts.some(([from, to]) => position >= from && position < to)
  return { path, text, imports: codeImports(path, code, inPage), code, markup: parts.markup }
}

/** Every file below a place, whatever its kind. */
export function filesBelow(root: string, place: string, kinds: RegExp = extensions): string[] {
  const start = join(root, place)
  if (!existsSync(start)) return []
  if (kinds.test(place)) return [place]
  return readdirSync(start, { withFileTypes: true }).flatMap((entry) => {
    const path = `${place}/${entry.name}`
    if (entry.isDirectory()) return filesBelow(root, path, kinds)
    return kinds.test(path) ? [path] : []
  })
}

/** Calls `visit` for every node of the tree. */
export function walk(node: ts.Node, visit: (node: ts.Node) => void): void {
  visit(node)
  ts.forEachChild(node, (child) => walk(child, visit))
}

export function lineOf(code: ts.SourceFile, node: ts.Node): number {
  return code.getLineAndCharacterOfPosition(node.getStart(code)).line + 1
}

function contents(root: string, path: string): string {
  return readFileSync(join(root, path), 'utf8')
}

function kindOf(path: string): ts.ScriptKind {
  if (path.endsWith('.tsx')) return ts.ScriptKind.TSX
  return path.endsWith('.mjs') ? ts.ScriptKind.JS : ts.ScriptKind.TS
}

/** Splits an .astro file; what belongs to the other part becomes blanks, so that lines and positions stay. */
function astroParts(text: string): { code: string; scripts: [number, number][]; markup: string } {
  const ranges: [number, number][] = []
  const frontmatter = /^\s*---\r?\n([\s\S]*?)^---\s*$/m.exec(text)
  let markupFrom = 0
  if (frontmatter?.index === 0 && frontmatter[1] !== undefined) {
    const from = text.indexOf('---') + 3
    ranges.push([from, from + frontmatter[1].length + 1])
    markupFrom = frontmatter[0].length
  }
  const scripts: [number, number][] = []
  for (const match of text.matchAll(/<script\b[^>]*>([\s\S]*?)<\/script>/g)) {
    if (match.index < markupFrom) continue
    const from = match.index + match[0].indexOf('>') + 1
    scripts.push([from, from + (match[1]?.length ?? 0)])
  }
  ranges.push(...scripts)
  const blank = (part: string) => part.replace(/[^\n]/g, ' ')
  let code = ''
  let markup = ''
  let position = 0
  for (const [from, to] of ranges) {
    code += blank(text.slice(position, from)) + text.slice(from, to)
    markup += text.slice(position, from) + blank(text.slice(from, to))
    position = to
  }
  return { code: code + blank(text.slice(position)), scripts, markup: markup + text.slice(position) }
}

function codeImports(path: string, code: ts.SourceFile, inPage: (position: number) => boolean): Import[] {
  const found: Import[] = []
  const add = (node: ts.Node, specifier: ts.Node | undefined, kind: Import['kind'], dynamic = false) => {
    if (!specifier || !ts.isStringLiteralLike(specifier)) return
    found.push({
      ...resolve(path, specifier.text),
      kind,
      dynamic,
      inPage: inPage(node.getStart(code)),
      line: lineOf(code, node),
    })
  }
  walk(code, (node) => {
    if (ts.isImportDeclaration(node)) {
      const types = node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword
      add(node, node.moduleSpecifier, types ? 'types' : 'run')
    } else if (ts.isExportDeclaration(node)) {
      add(node, node.moduleSpecifier, node.isTypeOnly ? 'types' : 'run')
    } else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) {
      add(node, node.argument.literal, 'types')
    } else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      add(node, node.arguments[0], 'run', true)
    } else if (ts.isNewExpression(node) && node.expression.getText(code) === 'URL') {
      if (node.arguments?.[1]?.getText(code) === 'import.meta.url') add(node, node.arguments[0], 'address')
    }
  })
  return found
}

function mdxImports(path: string, text: string): Import[] {
  const found: Import[] = []
  let inFence = false
  for (const [index, line] of text.split('\n').entries()) {
    if (/^\s*(```|~~~)/.test(line)) inFence = !inFence
    const specifier = inFence ? undefined : /^(?:import|export)\b.*?['"]([^'"]+)['"]\s*;?$/.exec(line)?.[1]
    if (specifier !== undefined)
      found.push({ ...resolve(path, specifier), kind: 'run', dynamic: false, inPage: false, line: index + 1 })
  }
  return found
}

function resolve(path: string, written: string): { specifier: string; target: string | undefined } {
  const specifier = written.replace(/\?[^/]*$/, '')
  if (specifier.startsWith('.')) return { specifier, target: posix.join(posix.dirname(path), specifier) }
  if (specifier.startsWith('@/')) return { specifier, target: specifier.slice(2) }
  return { specifier, target: undefined }
}

/** The root of the repository, found from this file. */
export const repository = dirname(import.meta.dirname)
