// The rules of the house, each a function from source files to complaints. house.test.ts applies them to the project and,
// so that a rule that catches nothing is noticed, to made-up files that break them.

import ts from 'typescript'
import {
  dataFolders,
  doorways,
  inPageOfMachine,
  longFiles,
  permissions,
  roomOf,
  topLevel,
  versionFolders,
} from './house-rooms.ts'
import { type Import, lineOf, type Source, walk } from './house-source.ts'

const longest = 400

/** Imports go one way: a room imports only what the plan permits it. Tests may import anything. */
export function checkArrows(sources: readonly Source[]): string[] {
  const complaints: string[] = []
  for (const { path, imports } of sources) {
    const room = roomOf(path)
    if (isTest(path) || isOutside(path)) continue
    if (!room) {
      complaints.push(`${path} is in no room of the plan (scripts/house-rooms.ts).`)
      continue
    }
    const permission = permissions[room]
    for (const found of imports) {
      const { target, kind } = found
      const at = `${path}:${found.line} imports '${found.specifier}'`
      if (target === undefined) {
        const allowed = permission.packages
        if (kind === 'run' && allowed && !allowed.some((name) => isPackage(found, name)))
          complaints.push(`${at}: ${room} uses ${allowed.length > 0 ? `only ${allowed.join(', ')}` : 'no packages'}.`)
        continue
      }
      if (!/\.[a-z]+$/.test(target)) complaints.push(`${at}: a relative import names the file with its extension.`)
      if (roomOf(target) === room || target.startsWith('public/')) continue
      const allowed = [
        ...permission.run,
        ...(kind === 'types' ? (permission.types ?? []) : []),
        ...(kind === 'address' ? (permission.address ?? []) : []),
      ]
      if (allowed.some((start) => target.startsWith(start))) continue
      const onlyTypes = permission.types?.some((start) => target.startsWith(start))
      const rest = onlyTypes ? `only its types (write \`import type\`)` : `only from ${allowed.join(', ') || 'itself'}`
      complaints.push(`${at}: this breaks the arrow ${roomOf(target) ?? target} ← ${room}, which imports ${rest}.`)
    }
  }
  return complaints
}

/**
 * What runs in a page must not pull in the machine, the build's own modules or, before it is asked for, the editor.
 * Follows the imports of every island (.tsx) and of the scripts of .astro files to their ends.
 */
export function checkPageScripts(sources: readonly Source[]): string[] {
  const byPath = new Map(sources.map((source) => [source.path, source]))
  const complaints = new Set<string>()
  const follow = (
    path: string,
    chain: readonly string[],
    seen: Set<string>,
    eager: boolean,
    imports: readonly Import[],
  ) => {
    for (const found of imports) {
      if (found.kind !== 'run' || (eager && found.dynamic)) continue
      const way = `${[...chain, found.target ?? found.specifier].join(' → ')} (${path}:${found.line})`
      if (found.target === undefined) {
        if (eager && isPackage(found, 'monaco-editor')) complaints.add(`${way}: load the editor with import() only.`)
        if (!eager && /^(node|astro):/.test(found.specifier))
          complaints.add(`${way}: this exists only during the build.`)
        continue
      }
      if (
        found.target.startsWith('src/simulator/') &&
        !inPageOfMachine.some((start) => found.target?.startsWith(start))
      ) {
        complaints.add(`${way}: a page holds of the machine only ${inPageOfMachine.join(', ')}.`)
        continue
      }
      if (seen.has(found.target)) continue
      seen.add(found.target)
      const next = byPath.get(found.target)
      if (next) follow(next.path, [...chain, next.path], seen, eager, next.imports)
    }
  }
  for (const { path, imports } of sources) {
    if (isTest(path)) continue
    const own =
      path.startsWith('components/') && path.endsWith('.tsx') ? imports : imports.filter((each) => each.inPage)
    for (const eager of [true, false]) follow(path, [path], new Set([path]), eager, own)
  }
  return [...complaints]
}

/** What the machine imports of the trace must not import the machine back. */
export function checkTraceWriters(sources: readonly Source[]): string[] {
  const byPath = new Map(sources.map((source) => [source.path, source]))
  const complaints = new Set<string>()
  const follow = (path: string, chain: readonly string[], seen: Set<string>) => {
    for (const { kind, target } of byPath.get(path)?.imports ?? []) {
      if (kind !== 'run' || target === undefined || seen.has(target)) continue
      seen.add(target)
      if (target.startsWith('src/simulator/')) complaints.add(`${[...chain, target].join(' → ')}: a circle of imports.`)
      else follow(target, [...chain, target], seen)
    }
  }
  for (const { path, imports } of sources) {
    if (!path.startsWith('src/simulator/') || isTest(path) || doorways.some((start) => path.startsWith(start))) continue
    for (const { kind, target } of imports) {
      if (kind === 'run' && target?.startsWith('src/trace/')) follow(target, [path, target], new Set([target]))
    }
  }
  return [...complaints]
}

/** No file is longer than can be read in one go; an exception that is no longer needed goes. */
export function checkLengths(
  sources: readonly Source[],
  exceptions: Readonly<Record<string, string>> = longFiles,
): string[] {
  const complaints: string[] = []
  for (const { path, text } of sources) {
    if (path.endsWith('.mdx') || dataFolders.some((folder) => path.includes(folder))) continue
    const lines = text.split('\n').length - (text.endsWith('\n') ? 1 : 0)
    const excepted = path in exceptions
    if (lines > longest && !excepted) complaints.push(`${path} has ${lines} lines; the limit is ${longest}.`)
    if (lines <= longest && excepted) complaints.push(`${path} is no longer too long: strike it off longFiles.`)
  }
  return complaints
}

/** A difference between Python versions is data in profiles/, never a comparison elsewhere. */
export function checkVersions(sources: readonly Source[]): string[] {
  const complaints: string[] = []
  for (const { path, code, markup } of sources) {
    if (isTest(path) || isOutside(path) || versionFolders.some((folder) => path.includes(folder))) continue
    const complain = (line: number, what: string) =>
      complaints.push(`${path}:${line} has ${what}: what differs between versions is data in src/simulator/profiles/.`)
    if (code)
      walk(code, (node) => {
        const literal = ts.isStringLiteralLike(node) || ts.isNumericLiteral(node)
        if (literal && /^3\.1\d/.test(node.text)) complain(lineOf(code, node), `the version ${node.getText(code)}`)
        if (ts.isBinaryExpression(node) && isMinor(node.left) && ts.isNumericLiteral(node.right))
          complain(lineOf(code, node), `the comparison ${node.getText(code)}`)
      })
    for (const [index, line] of markup.split('\n').entries()) {
      const version = /['"]3\.1\d[^'"]*['"]/.exec(line)
      if (version) complain(index + 1, `the version ${version[0]}`)
    }
  }
  return complaints
}

function isMinor(node: ts.Node): boolean {
  const name = ts.isPropertyAccessExpression(node) ? node.name : node
  return ts.isIdentifier(name) && name.text === 'minor'
}

/** A name says what is in it. */
export function checkNames(paths: readonly string[]): string[] {
  const empty = /(^|[/._-])(utils?|helpers?|common|misc)([/._-]|$)/i
  return paths.filter((path) => empty.test(path)).map((path) => `${path}: this name does not say what is in it.`)
}

/** A door names what it hands out. */
export function checkDoors(sources: readonly Source[]): string[] {
  const complaints: string[] = []
  for (const { path, code } of sources) {
    for (const statement of code?.statements ?? []) {
      if (!ts.isExportDeclaration(statement) || !code) continue
      if (!statement.exportClause || ts.isNamespaceExport(statement.exportClause))
        complaints.push(`${path}:${lineOf(code, statement)} has \`export *\`: name what is exported.`)
    }
  }
  return complaints
}

const fromOutside = new Set(
  `process Buffer require __dirname __filename document window navigator location localStorage sessionStorage indexedDB
  self globalThis fetch XMLHttpRequest WebSocket setTimeout setInterval setImmediate queueMicrotask
  requestAnimationFrame console crypto performance Date Intl Worker`.split(/\s+/),
)
const changingMethods = new Set(
  `toLocaleString toLocaleUpperCase toLocaleLowerCase toLocaleDateString toLocaleTimeString localeCompare`.split(' '),
)

/** The machine and what reads its trace give the same answer everywhere, always: no clock, no chance, no surroundings. */
export function checkDeterminism(sources: readonly Source[]): string[] {
  const complaints: string[] = []
  for (const { path, code } of sources) {
    const inside = /^src\/(simulator|trace|scene|narration)\//.test(path)
    if (!code || !inside || isTest(path) || doorways.some((start) => path.startsWith(start))) continue
    const declared = declaredNames(code)
    walk(code, (node) => {
      if (!ts.isIdentifier(node)) return
      const parent = node.parent
      const member = ts.isPropertyAccessExpression(parent) && parent.name === node
      const named = (ts.isPropertyAssignment(parent) || ts.isPropertySignature(parent)) && parent.name === node
      const bad = member
        ? changingMethods.has(node.text) || (node.text === 'random' && parent.expression.getText(code) === 'Math')
        : !named && fromOutside.has(node.text) && !declared.has(node.text)
      if (bad)
        complaints.push(`${path}:${lineOf(code, node)} uses ${node.text}: the same program must always run the same.`)
    })
  }
  return complaints
}

function declaredNames(code: ts.SourceFile): Set<string> {
  const names = new Set<string>()
  walk(code, (node) => {
    const name = 'name' in node ? (node.name as ts.Node | undefined) : undefined
    if (name && ts.isIdentifier(name) && !ts.isPropertyAccessExpression(node)) names.add(name.text)
  })
  return names
}

/** The top folder holds what the README says it holds. */
export function checkTopLevel(entries: readonly string[]): string[] {
  const { wanted, allowed, generated } = topLevel
  const known = new Set([...wanted, ...allowed, ...generated])
  const strange = entries.filter((entry) => !entry.startsWith('.') && !known.has(entry))
  const missing = wanted.filter((entry) => !entries.includes(entry))
  return [
    ...strange.map((entry) => `${entry} does not belong in the top folder.`),
    ...missing.map((entry) => `${entry} is missing from the top folder.`),
  ]
}

function isTest(path: string): boolean {
  return /\.test\.tsx?$/.test(path)
}

/** Not part of the site: tools and tests, which may import anything, and declarations. */
function isOutside(path: string): boolean {
  return /^(scripts|e2e)\/|^[^/]+$|\.d\.ts$/.test(path)
}

function isPackage({ specifier }: Import, name: string): boolean {
  return specifier === name || specifier.startsWith(`${name}/`)
}
