// The C library's malloc, for requests pymalloc does not serve (more than 512 bytes) and for raw memory.
// A model, not glibc: chunks with a 16-byte header, a free list in address order, first fit, neighbours merged.
// NOT CPYTHON: glibc's own bins and mmap threshold are not modelled, and its chunks have a header of 8 bytes: blocks of more
// than 512 bytes may lie 16 bytes further apart here.

import type { Memory } from './memory.ts'
import { Obmalloc } from './runtime.ts'

const HEADER = 16
const MINIMUM = 32
/** Bytes asked from the system at once for small chunks. */
const EXTEND = 128 << 10

/** @returns the address of at least `bytes` bytes (not cleared), aligned to 16, or 0 when memory is exhausted */
export function rawMalloc(mem: Memory, bytes: number): number {
  const size = Math.max(MINIMUM, (bytes + HEADER + 15) & ~15)
  let link: number = Obmalloc.malloc_free
  for (let chunk = mem.load(link); chunk !== 0; link = chunk + 8, chunk = mem.load(link)) {
    const available = mem.load(chunk)
    if (available < size) continue
    const next = mem.load(chunk + 8)
    if (available - size >= MINIMUM) {
      const rest = chunk + size
      mem.store(rest, available - size)
      mem.store(rest + 8, next)
      mem.store(link, rest)
      mem.store(chunk, size)
    } else mem.store(link, next)
    return taken(mem, chunk)
  }
  const asked = Math.max(size, EXTEND)
  const fresh = mem.sbrk(asked, 16)
  if (fresh === 0) return asked > size ? exactly(mem, size) : 0
  mem.store(fresh, asked)
  insert(mem, fresh)
  return rawMalloc(mem, bytes)
}

/** Gives a chunk back. */
export function rawFree(mem: Memory, address: number): void {
  const chunk = address - HEADER
  mem.store(Obmalloc.malloc_bytes, mem.load(Obmalloc.malloc_bytes) - mem.load(chunk))
  mem.store(chunk + 4, 0)
  insert(mem, chunk)
}

/** Bytes usable at an address that `rawMalloc` gave. */
export function rawSize(mem: Memory, address: number): number {
  return mem.load(address - HEADER) - HEADER
}

function exactly(mem: Memory, size: number): number {
  const chunk = mem.sbrk(size, 16)
  if (chunk === 0) return 0
  mem.store(chunk, size)
  return taken(mem, chunk)
}

function taken(mem: Memory, chunk: number): number {
  mem.store(chunk + 4, 1)
  mem.store(Obmalloc.malloc_bytes, mem.load(Obmalloc.malloc_bytes) + mem.load(chunk))
  return chunk + HEADER
}

function insert(mem: Memory, chunk: number): void {
  let before = 0
  let next = mem.load(Obmalloc.malloc_free)
  while (next !== 0 && next < chunk) {
    before = next
    next = mem.load(next + 8)
  }
  if (next !== 0 && chunk + mem.load(chunk) === next) {
    mem.store(chunk, mem.load(chunk) + mem.load(next))
    next = mem.load(next + 8)
  }
  mem.store(chunk + 8, next)
  if (before !== 0 && before + mem.load(before) === chunk) {
    mem.store(before, mem.load(before) + mem.load(chunk))
    mem.store(before + 8, next)
  } else mem.store(before === 0 ? Obmalloc.malloc_free : before + 8, chunk)
}
