// One home for life: where each object stands is worked out once, over everything that exists at any step of the run, so
// that when the learner steps only what changed moves. An address used again by another object is another object.

import { Graph, layout } from '@dagrejs/dagre'
import { FRAME_WIDTH } from './heap.ts'

/** The most steps that are looked at; a longer run is sampled, and what falls between gets its place when met. */
const MOST_STEPS = 160

/** The most boxes that are laid out together; later ones get their place when met. */
const MOST_BOXES = 300

interface Sized {
  readonly address: number
  /** Address of its type: where it changes, the address is another object's. */
  readonly type: number
  readonly width: number
  readonly height: number
}

/** Where objects stand. */
export interface Places {
  /** Whether the object is among those laid out, or has been given a place since. */
  has(address: number, step: number): boolean
  /** The object's place; one that has none is given the next free one. */
  get(address: number, step: number, height: number): { readonly x: number; readonly y: number }
}

/** What is drawn at one step: boxes with their sizes, and which of them hold which. */
export interface Drawn {
  readonly boxes: readonly Sized[]
  readonly edges: readonly (readonly [from: number, to: number])[]
}

/**
 * Places everything.
 * @param moments the steps that are drawn, ascending
 * @param drawnAt what is drawn at one of them; called in their order
 */
export function placeAll(moments: readonly number[], drawnAt: (step: number) => Drawn): Places {
  const stride = Math.max(1, Math.ceil(moments.length / MOST_STEPS))
  /** Each life of an address: from which step on, and the largest size it has. */
  const lives = new Map<number, { from: number; type: number; key: string; width: number; height: number }[]>()
  const links = new Set<string>()
  const keyOf = (address: number, step: number) => lives.get(address)?.findLast((life) => life.from <= step)?.key
  let count = 0
  for (let i = 0; i < moments.length && count < MOST_BOXES; i += stride) {
    const step = moments[i]
    const { boxes, edges } = drawnAt(step)
    for (const { address, type, width, height } of boxes) {
      const list = lives.get(address) ?? []
      lives.set(address, list)
      let life = list.at(-1)
      if (!life || life.type !== type) {
        life = { from: step, type, key: `${address}:${step}`, width, height }
        list.push(life)
        count++
      }
      life.width = Math.max(life.width, width)
      life.height = Math.max(life.height, height)
    }
    for (const [from, to] of edges) {
      const a = keyOf(from, step)
      const b = keyOf(to, step)
      if (a !== undefined && b !== undefined && a !== b) links.add(`${a} ${b}`)
    }
  }
  const graph = new Graph()
  graph.setGraph({ rankdir: 'LR', nodesep: 22, ranksep: 48, marginx: FRAME_WIDTH + 64, marginy: 14 })
  graph.setDefaultEdgeLabel(() => ({}))
  for (const list of lives.values()) {
    for (const { key, width, height } of list) graph.setNode(key, { width, height })
  }
  for (const link of links) {
    const [a, b] = link.split(' ')
    graph.setEdge(a, b)
  }
  if (lives.size > 0) layout(graph)
  const found = new Map<string, { x: number; y: number }>()
  let bottom = 8
  for (const key of graph.nodes()) {
    const { x, y, width, height } = graph.node(key) as { x: number; y: number; width: number; height: number }
    found.set(key, { x: Math.round(x - width / 2), y: Math.round(y - height / 2) })
    bottom = Math.max(bottom, Math.round(y + height / 2) + 22)
  }
  return {
    has: (address, step) => found.has(keyOf(address, step) ?? `${address}`),
    get(address, step, height) {
      const key = keyOf(address, step) ?? `${address}`
      let place = found.get(key)
      if (!place) {
        place = { x: FRAME_WIDTH + 64, y: bottom }
        bottom += height + 22
        found.set(key, place)
      }
      return place
    },
  }
}
