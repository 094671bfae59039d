// CPython 3.14.5 and later as a difference to 3.14.0: the collector is generational again.

import { python3140 } from './3.14.0.ts'
import { derive } from './profile.ts'

export const python314 = derive(python3140, {
  groups: { reprKeeps: true },
  name: '3.14',
  version: [3, 14, 10],
  compiler: {},
  modules: {
    groupbyHoldsKeys: true,
    defaultdictKeepsFound: true,
    partialReprHolds: true,
    library: { ...python3140.modules.library, slots_rebind: ['__class__', 'cls'], asyncio_forgets_waiter: true },
  },
  start: { generation: 0, counts: [1899, 2, 0] },
  generators: { closeUnstarted: 'clears', forgetsCallerFirst: true },
  gc: { thresholds: [2000, 10, 10], counts: 'allocated', incremental: false },
  containers: { listShrinkFloor: 32, deleteItem: 'resize', embeddedValuesVisitedBy: 'dict' },
})
