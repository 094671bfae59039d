// What lessons may write beyond Markdown, turned into components before MDX compiles them (plugins of the Sätteri parser).
//
// 1. A fence whose meta starts with `playground` becomes <Playground>:
//        ```python playground example="names/alias" step="alias"
//        ```
//    With `example` the program is content/examples/names/alias.py and the fence stays empty; otherwise the program is
//    the fence's text and needs an `id`.
// 2. From the section heading before a <Playground>, <Predict> or <Try> on, everything up to the next one, to a rule (`---`)
//    or to <Remember> is one <Scene>: the stretch of prose beside which the picture of that program stays in view.
// 3. A <Term> is explained where the word first appears; a second one of the same id on a page is an error. The
//    punctuation behind it becomes its `after`: browsers may break a line between a button and a comma.
import type { MdastPluginDefinition, MdastPluginEntry } from 'satteri'

type Attributes = Record<string, string | true>

const opensScene: ReadonlySet<string | null> = new Set(['Playground', 'Predict', 'Try'])
const closesScene: ReadonlySet<string | null> = new Set(['Remember'])

const playgroundFences: MdastPluginDefinition = {
  name: 'playground-fences',
  code(node, ctx) {
    const meta = node.meta?.trim() ?? ''
    if (!/^playground\b/.test(meta)) return
    const attributes = readAttributes(meta.slice('playground'.length))
    const code = node.value.trim()
    if (attributes.example !== undefined && code !== '') {
      throw new Error(
        `A playground fence has both example="${attributes.example}" and a program of its own: choose one`,
      )
    }
    if (attributes.example === undefined && (code === '' || attributes.id === undefined)) {
      throw new Error('A playground fence needs example="topic/name", or a program and an id="…"')
    }
    ctx.replaceNode(node, {
      type: 'mdxJsxFlowElement',
      name: 'Playground',
      attributes: [
        ...Object.entries(attributes).map(([name, value]) => ({
          type: 'mdxJsxAttribute' as const,
          name,
          value: value === true ? null : value,
        })),
        ...(code === ''
          ? []
          : [
              {
                type: 'mdxJsxAttribute' as const,
                name: 'code',
                value: { type: 'mdxJsxAttributeValueExpression' as const, value: JSON.stringify(code) },
              },
            ]),
      ],
      children: [],
    })
  },
}

const scenes: MdastPluginDefinition = {
  name: 'scenes',
  before(root, ctx) {
    type Child = (typeof root.children)[number]
    const grouped: Child[] = []
    let scene: Child[] | undefined
    for (const child of root.children) {
      const name = child.type === 'mdxJsxFlowElement' ? child.name : null
      if (child.type === 'thematicBreak' || closesScene.has(name)) scene = undefined
      if (child.type === 'thematicBreak') continue
      if (opensScene.has(name)) {
        scene = takeSection(scene ?? grouped)
        grouped.push({ type: 'mdxJsxFlowElement', name: 'Scene', attributes: [], children: scene } as unknown as Child)
      }
      ;(scene ?? grouped).push(child)
    }
    ctx.setProperty(root, 'children', grouped)
  },
}

/** Removes and returns the end of `before` from its last section heading on: the scene starts with its heading. */
function takeSection<Node extends { readonly type: string }>(before: Node[]): Node[] {
  const heading = before.findLastIndex((node) => node.type === 'heading' && 'depth' in node && node.depth === 2)
  const program = before.findLastIndex((node) => node.type === 'mdxJsxFlowElement')
  return heading > program ? before.splice(heading) : []
}

const termsOnce: MdastPluginEntry = () => {
  const seen = new Set<unknown>()
  return {
    name: 'terms-once',
    mdxJsxTextElement(node) {
      if (node.name !== 'Term') return
      const id = node.attributes.find((each) => each.type === 'mdxJsxAttribute' && each.name === 'id')?.value
      if (seen.has(id)) throw new Error(`<Term id="${String(id)}"> is explained twice: keep the first`)
      seen.add(id)
    },
  }
}

const closing = /^[,.;:!?)”’，。；：！？）」]+/

const termsWithPunctuation: MdastPluginDefinition = {
  name: 'terms-with-punctuation',
  paragraph(node, ctx) {
    node.children.forEach((term, i) => {
      const text = node.children[i + 1]
      if (term.type !== 'mdxJsxTextElement' || term.name !== 'Term' || text?.type !== 'text') return
      const after = closing.exec(text.value)?.[0]
      if (after === undefined) return
      ctx.replaceNode(term, {
        ...term,
        attributes: [...term.attributes, { type: 'mdxJsxAttribute', name: 'after', value: after }],
      })
      ctx.setProperty(text, 'value', text.value.slice(after.length))
    })
  },
}

/** `example="names/alias" wide` → `{ example: 'names/alias', wide: true }` */
function readAttributes(meta: string): Attributes {
  return Object.fromEntries(
    [...meta.matchAll(/([A-Za-z][\w-]*)(?:="([^"]*)")?/g)].map(([, name, value]) => [name, value ?? true]),
  )
}

/** In order: fences first, so that scenes see the components they became. */
export const lessonMarkdown: readonly MdastPluginEntry[] = [playgroundFences, scenes, termsOnce, termsWithPunctuation]
