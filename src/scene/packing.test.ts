import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { RECORD, simulate } from '../simulator/simulate.ts'
import { pack, unpack } from './packing.ts'
import { Viewer } from './view.ts'

test('a view that is packed and sent is the view that arrives', () => {
  const source = readFileSync(new URL('../../content/examples/caches/edges.py', import.meta.url), 'utf8')
  const viewer = new Viewer(simulate({ source, record: RECORD }).trace ?? expect.unreachable())
  for (let step = 0; step <= viewer.last; step++) {
    const view = viewer.at(step)
    const sent = structuredClone(pack(view))
    expect({ ...sent, scene: unpack(sent.scene) }).toEqual(view)
  }
})
