// Objects/obmalloc.c, _PyObject_DebugMallocStats, and Objects/object.c, _PyDebugAllocatorStats: what
// sys._debugmallocstats() prints. And what the process takes of the machine's memory, as the model counts it.
// Left out: the counts of the arena map, which is a table here.

import { FREELIST_ROWS, FreeList, freelistSize, tupleRow } from './freelist.ts'
import type { ThreadState } from './pystate.ts'
import { INTERPRETER_SIZE, Obmalloc, residentBytes } from './runtime.ts'
import {
  ALIGNMENT,
  ARENA_SIZE,
  ArenaObject,
  blockSize,
  NB_SMALL_SIZE_CLASSES,
  POOL_OVERHEAD,
  POOL_SIZE,
  PoolHeader,
  PyTypeObject,
  SMALL_REQUEST_THRESHOLD,
} from './structs.ts'

interface Pools {
  readonly pools: number[]
  readonly blocks: number[]
  readonly available: number[]
  unused: number
  arenas: number
}

/** Every pool of every arena, counted. */
function countPools(ts: ThreadState): Pools {
  const { mem } = ts
  const zeros = () => new Array<number>(NB_SMALL_SIZE_CLASSES).fill(0)
  const found: Pools = { pools: zeros(), blocks: zeros(), available: zeros(), unused: 0, arenas: 0 }
  for (let i = 0; i < mem.load(Obmalloc.maxarenas); i++) {
    const arena = mem.load(Obmalloc.arenas) + i * ArenaObject.sizeof
    const address = mem.load(arena + ArenaObject.address)
    if (address === 0) continue
    found.arenas++
    found.unused += mem.load(arena + ArenaObject.nfreepools)
    for (let pool = address; pool < mem.load(arena + ArenaObject.pool_address); pool += POOL_SIZE) {
      const used = mem.load(pool + PoolHeader.ref_count)
      if (used === 0) continue
      const szidx = mem.load(pool + PoolHeader.szidx)
      found.pools[szidx]++
      found.blocks[szidx] += used
      found.available[szidx] += Math.floor((POOL_SIZE - POOL_OVERHEAD) / blockSize(szidx)) - used
    }
  }
  return found
}

function row(label: string, value: number): string {
  return `${label.padEnd(35)}=${withCommas(value).padStart(21)}`
}

function withCommas(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+$)/g, ',')
}

/** The report, line by line. */
export function debugMallocStats(ts: ThreadState): string {
  const { mem } = ts
  const { pools, blocks, available, unused, arenas } = countPools(ts)
  const lines = [
    `Small block threshold = ${SMALL_REQUEST_THRESHOLD}, in ${NB_SMALL_SIZE_CLASSES} size classes.`,
    '',
    'class   size   num pools   blocks in use  avail blocks',
    '-----   ----   ---------   -------------  ------------',
  ]
  let [allocated, free, headers, quantization] = [0, 0, 0, 0]
  for (let i = 0; i < NB_SMALL_SIZE_CLASSES; i++) {
    if (pools[i] === 0) continue
    const size = blockSize(i)
    const columns = [String(i).padStart(5), String(size).padStart(6), String(pools[i]).padStart(11)]
    lines.push(`${columns.join(' ')} ${String(blocks[i]).padStart(15)} ${String(available[i]).padStart(13)}`)
    allocated += blocks[i] * size
    free += available[i] * size
    headers += pools[i] * POOL_OVERHEAD
    quantization += pools[i] * ((POOL_SIZE - POOL_OVERHEAD) % size)
  }
  lines.push(
    '',
    row('# arenas allocated total', mem.load(Obmalloc.ntimes_arena_allocated)),
    row('# arenas reclaimed', mem.load(Obmalloc.ntimes_arena_allocated) - arenas),
    row('# arenas highwater mark', mem.load(Obmalloc.narenas_highwater)),
    row('# arenas allocated current', arenas),
    row(`${arenas} arenas * ${ARENA_SIZE} bytes/arena`, arenas * ARENA_SIZE),
    '',
    row('# bytes in allocated blocks', allocated),
    row('# bytes in available blocks', free),
    row(`${unused} unused pools * ${POOL_SIZE} bytes`, unused * POOL_SIZE),
    row('# bytes lost to pool headers', headers),
    row('# bytes lost to quantization', quantization),
    row('# bytes lost to arena alignment', 0),
    row('Total', allocated + free + unused * POOL_SIZE + headers + quantization),
    '',
    ...freeLists(ts),
  )
  return `${lines.join('\n')}\n`
}

function freeLists(ts: ThreadState): string[] {
  const size = (type: number) => ts.mem.load(type + PyTypeObject.tp_basicsize)
  const { types } = ts
  const { tupleItems, freelistHead: head } = ts.profile.layout
  const lists: [name: string, row: number, bytes: number][] = [
    ['free PyDictObject', FreeList.dicts, head + size(types.dict)],
    ['free PyDictKeysObject', FreeList.dictkeys, 32],
    ['free PyFloatObject', FreeList.floats, size(types.float)],
    ['free PyListObject', FreeList.lists, head + size(types.list)],
  ]
  for (let n = 1; tupleRow(n) < FREELIST_ROWS; n++)
    lists.push([`free ${n}-sized PyTupleObject`, tupleRow(n), head + tupleItems + n * 8])
  return lists.map(([name, freelist, bytes]) => {
    const kept = freelistSize(ts, freelist)
    return row(`${`${kept} ${name}s * ${bytes} bytes each`.padStart(48)} `, kept * bytes)
  })
}

/** Bytes the process has of the machine's memory. */
export function residentSize(ts: ThreadState): number {
  return residentBytes((address) => ts.mem.load(address))
}

/** Bytes of address space, which is never given back in the model. */
export function virtualSize(ts: ThreadState): number {
  return Math.max(residentSize(ts), Math.ceil((INTERPRETER_SIZE + ts.mem.top) / (ALIGNMENT << 8)) * (ALIGNMENT << 8))
}
