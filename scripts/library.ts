// Writes src/simulator/modules/library.ts: the library's Python files as text, so that the bundle needs no files.
// `node scripts/library.ts`; library.test.ts says when it is due.

import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const folder = fileURLToPath(new URL('../src/simulator/modules/lib/', import.meta.url))
const target = fileURLToPath(new URL('../src/simulator/modules/library.ts', import.meta.url))

/** A line of code for each file: its name and its text. Comments go, lines stay where they are. */
export function libraryText(): string {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.py'))
  const rows = files.sort().map((name) => {
    const text = readFileSync(`${folder}${name}`, 'utf8').replace(/^[ \t]*#.*$/gm, '')
    return `  '${name}': ${JSON.stringify(text)},\n`
  })
  const head =
    "// Made by scripts/library.ts from the files in lib/, without their comments: the library's modules in Python.\n// biome-ignore-all format: one line for each file\n\n"
  return `${head}/** Text by file name. */\nexport const library: Readonly<Record<string, string>> = {\n${rows.join('')}}\n`
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(target, libraryText())
