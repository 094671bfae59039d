// Every block of memory is given out once and given back once. Blocks are read from pymalloc's own pools; one that was
// taken while a program ran and to which nothing leads any more when it is over has leaked, whoever should have freed it.

import { isImmortalCount } from '../../trace/object.ts'
import { poolOf } from '../heap/obmalloc.ts'
import type { ThreadState } from '../heap/pystate.ts'
import { TPFLAGS, typeFlags } from '../heap/refcount.ts'
import { ARENA_MAP, CSTACK, Obmalloc, Tstate, threadsOf } from '../heap/runtime.ts'
import { ArenaObject, blockSize, POOL_OVERHEAD, POOL_SIZE, PoolHeader } from '../heap/structs.ts'

/** Addresses and sizes of the blocks pymalloc has given out. Adds to `problems` where a pool contradicts itself. */
export function usedBlocks(ts: ThreadState, problems: string[] = []): Map<number, number> {
  const { mem } = ts
  const used = new Map<number, number>()
  const [arenas, rows] = [mem.load(Obmalloc.arenas), mem.load(Obmalloc.maxarenas)]
  for (let row = 0; row < rows; row++) {
    const arena = arenas + row * ArenaObject.sizeof
    const base = mem.load(arena + ArenaObject.address)
    if (base === 0) continue
    for (let pool = base; pool < mem.load(arena + ArenaObject.pool_address); pool += POOL_SIZE) {
      const count = mem.load(pool + PoolHeader.ref_count)
      if (count > 0) poolBlocks(ts, pool, count, used, problems)
    }
  }
  return used
}

function poolBlocks(ts: ThreadState, pool: number, count: number, used: Map<number, number>, problems: string[]): void {
  const { mem } = ts
  const size = blockSize(mem.load(pool + PoolHeader.szidx))
  const end = pool + mem.load(pool + PoolHeader.nextoffset)
  const free = new Set<number>()
  for (let block = mem.load(pool + PoolHeader.freeblock); block !== 0; block = mem.load(block)) {
    // Whoever changes the count of an object that is dead changes the link that lies where it was.
    const isBlock = block > pool && block < pool + POOL_SIZE && (block - pool - POOL_OVERHEAD) % size === 0
    if (free.has(block) || !isBlock) {
      problems.push(isBlock ? `block ${block} was freed twice` : `what is free in pool ${pool} leads to ${block}`)
      return
    }
    free.add(block)
  }
  let found = 0
  for (let block = pool + POOL_OVERHEAD; block < end && block + size <= pool + POOL_SIZE; block += size) {
    if (free.has(block)) continue
    used.set(block, size)
    found++
  }
  if (found !== count) problems.push(`pool ${pool} counts ${count} blocks and has given out ${found}`)
}

/** Blocks taken since `before` to which nothing leads: neither the interpreter's variables nor a block that is led to. */
export function leakedBlocks(ts: ThreadState, before: ReadonlyMap<number, number>): string[] {
  const problems: string[] = []
  const used = usedBlocks(ts, problems)
  const { mem } = ts
  const sorted = [...used.keys()].sort((a, b) => a - b)
  const holding = (address: number): number => {
    // A pointer may lead into a block: an object stands behind its collector header.
    if (poolOf(mem, address) === 0) return 0
    let [low, high] = [0, sorted.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if (sorted[middle] <= address) low = middle + 1
      else high = middle
    }
    const block = sorted[low - 1] ?? 0
    return block !== 0 && address < block + (used.get(block) ?? 0) ? block : 0
  }
  const met = new Set<number>()
  const pending: [from: number, to: number][] = []
  const scan = (from: number, to: number) => {
    for (let at = from; at < to; at += 8) {
      const word = mem.load(at) & ~3
      const block = word > 0 ? holding(word) : 0
      if (block === 0) meetRaw(word)
      else if (!met.has(block)) {
        met.add(block)
        pending.push([block, block + (used.get(block) ?? 0)])
      }
    }
  }
  const top = mem.top
  const meetRaw = (address: number) => {
    if (address <= ARENA_MAP || address >= top || met.has(address) || mem.load(address - 12) !== 1) return
    met.add(address)
    const bytes = mem.load(address - 16) - 16
    if (bytes > 0 && address + bytes <= top) pending.push([address, address + bytes])
  }
  scan(0, CSTACK)
  // Beside the thread that runs there may be daemons, which wait for ever.
  for (const thread of threadsOf((address) => mem.load(address))) {
    scan(mem.load(thread + Tstate.cstack), mem.load(thread + Tstate.cstack_top))
    scan(mem.load(thread + Tstate.datastack), mem.load(thread + Tstate.datastack_top))
  }
  // The static types of a module outlive it, with their dicts and bases.
  for (const type of ts.moduleTypes.values())
    if ((typeFlags(ts, type) & TPFLAGS.HEAPTYPE) === 0) scan(type, type + ts.profile.layout.type)
  for (const [block, size] of used) if (before.get(block) === size) met.add(block) && scan(block, block + size)
  for (let next = pending.pop(); next; next = pending.pop()) scan(...next)
  for (const [block, size] of used) {
    // An immortal object is never freed (in 3.12 every interned string is one).
    if (!met.has(block) && !before.has(block) && !isImmortalCount(mem.load(block) >>> 0))
      problems.push(`block ${block} of ${size} bytes has leaked: ${words(ts, block, size)}`)
  }
  return problems
}

function words(ts: ThreadState, block: number, size: number): string {
  const shown: number[] = []
  for (let at = block; at < block + Math.min(size, 64); at += 8) shown.push(ts.mem.load(at))
  return shown.join(' ')
}
