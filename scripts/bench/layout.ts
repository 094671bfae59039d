// What a page's worker does with a program, in a worker of its own, so that its parts can be timed: page.ts bundles it and
// starts it in Chromium. Asked with a program's text, it answers with figures.

import { Viewer } from '../../src/scene/view.ts'
import { DEFAULT_BUDGETS, RECORD, simulate } from '../../src/simulator/simulate.ts'
import { storedBytes } from './stored.ts'

/** What it answers: numbers of steps and drawn objects, times in ms, bytes. */
export interface Laid {
  readonly steps: number
  readonly drawn: number
  /** The places of all objects over the whole run, and the first picture. */
  readonly layout: number
  /** Bytes of the log and columns, and of the full images among them. */
  readonly log: number
  readonly keyframes: number
}

self.addEventListener('message', ({ data }: MessageEvent<string>) => {
  const { trace } = simulate({ source: data, budgets: { ...DEFAULT_BUDGETS, payload: 64 << 20 }, record: RECORD })
  if (!trace) throw new Error('the program leaves no trace')
  const viewer = new Viewer(trace)
  // Reading the state is not laying it out.
  viewer.state(viewer.moments[viewer.last])
  const start = performance.now()
  const { scene } = viewer.at(viewer.last)
  const layout = performance.now() - start
  const laid: Laid = { steps: trace.steps.count, drawn: scene.objects.length, layout, ...storedBytes(trace) }
  self.postMessage(laid)
})
