// One home for life: where each object stands is worked out once, over everything that exists at any step of the run, so
// that when the learner steps only what changed moves. An address used again by another object is another object.

import { Graph, layout } from '@dagrejs/dagre'
import { FRAME_WIDTH } from './heap.ts'

/** The most steps that are looked at; a longer run is sampled, and what falls between gets its place when met. */
const MOST_STEPS = 160

/** The most boxes that are laid out together; later ones get their place when met. */
const MOST_BOXES = 300

interface Sized {
  /** Names the object among all of the run (lives.ts). */
  readonly life: string
  readonly width: number
  readonly height: number
}

/** Where objects stand. */
export interface Places {
  /** Whether the object is among those laid out, or has been given a place since. */
  has(life: string): boolean
  /** The object's place; one that has none is given the next free one. */
  get(life: string, height: number): { readonly x: number; readonly y: number }
}

/** What is drawn at one step: boxes with their sizes, and which of them hold which. */
export interface Drawn {
  readonly boxes: readonly Sized[]
  readonly edges: readonly (readonly [from: string, to: string])[]
}

/**
 * Places everything.
 * @param moments the steps that are drawn, ascending
 * @param drawnAt what is drawn at one of them; called in their order
 */
export function placeAll(moments: readonly number[], drawnAt: (step: number) => Drawn): Places {
  const stride = Math.max(1, Math.ceil(moments.length / MOST_STEPS))
  /** The largest size each object has. */
  const sizes = new Map<string, { width: number; height: number }>()
  const links = new Map<string, Set<string>>()
  for (let i = 0; i < moments.length && sizes.size < MOST_BOXES; i += stride) {
    const { boxes, edges } = drawnAt(moments[i])
    for (const { life, width, height } of boxes) {
      const size = sizes.get(life)
      if (!size) sizes.set(life, { width, height })
      else {
        size.width = Math.max(size.width, width)
        size.height = Math.max(size.height, height)
      }
    }
    for (const [from, to] of edges) {
      if (from === to || !sizes.has(from) || !sizes.has(to)) continue
      const targets = links.get(from)
      if (targets) targets.add(to)
      else links.set(from, new Set([to]))
    }
  }
  const graph = new Graph()
  graph.setGraph({ rankdir: 'LR', nodesep: 22, ranksep: 48, marginx: FRAME_WIDTH + 64, marginy: 14 })
  graph.setDefaultEdgeLabel(() => ({}))
  for (const [life, size] of sizes) graph.setNode(life, size)
  for (const [from, targets] of links) for (const to of targets) graph.setEdge(from, to)
  if (sizes.size > 0) layout(graph)
  const found = new Map<string, { x: number; y: number }>()
  let bottom = 8
  for (const life of graph.nodes()) {
    const { x, y, width, height } = graph.node(life) as { x: number; y: number; width: number; height: number }
    found.set(life, { x: Math.round(x - width / 2), y: Math.round(y - height / 2) })
    bottom = Math.max(bottom, Math.round(y + height / 2) + 22)
  }
  return {
    has: (life) => found.has(life),
    get(life, height) {
      let place = found.get(life)
      if (!place) {
        place = { x: FRAME_WIDTH + 64, y: bottom }
        bottom += height + 22
        found.set(life, place)
      }
      return place
    },
  }
}
