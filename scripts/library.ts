// Writes src/simulator/modules/library/: the library's Python files as text, a file for each part of the table of modules, so
// that the bundle needs no files. `node scripts/library.ts`; library.test.ts says when it is due.

import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parts } from '../src/simulator/modules/config.ts'

const folder = fileURLToPath(new URL('../src/simulator/modules/lib/', import.meta.url))
const target = fileURLToPath(new URL('../src/simulator/modules/library/', import.meta.url))

const head = `// Made by scripts/library.ts from the files in lib/, without their comments: modules in Python.
// biome-ignore-all format: one line for each file

/** Text by file name. */
export const texts: Readonly<Record<string, string>> = {
`

/** By file name: a line of code for each Python file, its name and its text. Comments go, lines stay where they are. */
export function libraryFiles(): Map<string, string> {
  const files = new Map<string, string>()
  for (const [part, { python }] of Object.entries(parts)) {
    const rows = python.map(({ file }) => {
      const text = readFileSync(`${folder}${file}`, 'utf8').replace(/^[ \t]*#.*$/gm, '')
      return `  '${file}': ${JSON.stringify(text)},\n`
    })
    if (rows.length > 0) files.set(`${part}.ts`, `${head}${rows.join('')}}\n`)
  }
  return files
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  rmSync(target, { recursive: true, force: true })
  mkdirSync(target)
  for (const [name, text] of libraryFiles()) writeFileSync(`${target}${name}`, text)
}
