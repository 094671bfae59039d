// Pictures of chosen moments, compared with the files in golden/. They are SVG that any browser shows, in the site's own
// colours. `npx vitest run --project=unit components/heap/golden.test.ts -u` renews them: look at what has changed.

import { build } from 'esbuild'
import { expect, test } from 'vitest'
import messages from '../../content/messages/en.json' with { type: 'json' }
import { readExample } from '../../src/course/example.ts'
import { runExample } from '../../src/course/run.ts'
import { format, type MessageValues } from '../../src/i18n/format.ts'
import { HeapScenes } from '../../src/scene/heap.ts'
import type { Scene } from '../../src/scene/scene.ts'
import { Cursor } from '../../src/trace/cursor.ts'

/** What Preact makes of JSX, as far as drawing needs it. */
type Drawn =
  | Drawn[]
  | string
  | number
  | boolean
  | null
  | undefined
  | { readonly type: string | ((props: unknown) => Drawn); readonly props: Readonly<Record<string, unknown>> }

interface Props {
  scene: Scene
  say: (key: string, values?: MessageValues) => string
}

const { outputFiles } = await build({
  entryPoints: ['components/heap/HeapPicture.tsx'],
  bundle: true,
  write: false,
  format: 'esm',
  jsx: 'automatic',
  jsxImportSource: 'preact',
})
const bundle = `data:text/javascript;base64,${Buffer.from(outputFiles[0].text).toString('base64')}`
const { HeapPicture } = (await import(bundle)) as { HeapPicture: (props: Props) => Drawn }

const say: Props['say'] = (key, values) => format((messages as Record<string, string>)[key] ?? key, values)

/** Writes a drawing as text, one element a line, numbers rounded to tenths. */
function written(drawn: Drawn, indent = ''): string {
  if (Array.isArray(drawn)) return drawn.map((each) => written(each, indent)).join('')
  if (drawn === null || drawn === undefined || typeof drawn === 'boolean') return ''
  if (typeof drawn !== 'object') return escaped(String(drawn))
  const { type, props } = drawn
  if (typeof type === 'function') return written(type(props), indent)
  const attributes = Object.entries(props).filter(([name, value]) => !/^(children|on[A-Z])/.test(name) && isSaid(value))
  const opening = [type, ...attributes.map(([name, value]) => `${name}="${escaped(rounded(String(value)))}"`)].join(' ')
  const inside = written(props.children as Drawn, `${indent}  `)
  if (inside === '') return `\n${indent}<${opening}/>`
  return inside.startsWith('\n')
    ? `\n${indent}<${opening}>${inside}\n${indent}</${type}>`
    : `\n${indent}<${opening}>${inside}</${type}>`
}

const isSaid = (value: unknown) => typeof value === 'string' || typeof value === 'number'
const rounded = (text: string) =>
  text.replace(/-?\d+\.\d{2,}/g, (number) => String(Math.round(Number(number) * 10) / 10))
const escaped = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;')

/** With addresses replaced by numbers, by first use: where an object lies is not what a picture shows. */
function numbered(svg: string): string {
  const numbers = new Map<string, number>()
  return svg.replace(/(data-(?:object|to|frame))="(\d+)"/g, (_, name, address) => {
    if (!numbers.has(address)) numbers.set(address, numbers.size + 1)
    return `${name}="${numbers.get(address)}"`
  })
}

const styles = ['tokens', 'heap']
  .map((name) => `<?xml-stylesheet href="../../../src/styles/${name}.css" type="text/css"?>\n`)
  .join('')

/** Steps of the course's examples; the last of each pair of views is drawn beside the one before it. */
const moments = [
  ['names/alias', 2, false],
  ['counting/in-containers', 6, false],
  ['containers/two-places', 8, false],
  ['copies/three-ways', 8, false],
  ['surprise/three-rows', 6, false],
  ['cycles/list-ring', 9, false],
  ['cycles/folders', 12, false],
  ['collector/two-rings', 16, false],
  ['weakrefs/cache', 14, false],
  ['finalizers/ring', 10, false],
  ['holders/in-a-call', 7, false],
  ['leaks/callback', 20, false],
  ['threads/waiting', 9, false],
  ['surprise/three-rows', 6, true],
  ['caches/large-and-small', 6, true],
] as const

test.each(moments)('%s, step %i, small values with boxes: %s', async (name, step, atoms) => {
  const { viewer } = runExample(readExample(name))
  if (!viewer) throw new Error(`${name} leaves no trace`)
  const at = Math.min(step, viewer.last)
  const scenes = new HeapScenes(new Cursor(viewer.trace), viewer.moments)
  const scene = scenes.scene(viewer.moments[at], at > 0 ? viewer.moments[at - 1] : -1, atoms)
  const file = `golden/${name.replace('/', '-')}-${step}${atoms ? '-values' : ''}.svg`
  const drawing = numbered(written(HeapPicture({ scene, say })).trimStart())
  await expect(`${styles}${drawing}\n`).toMatchFileSnapshot(file)
})
