// zlib's own deflate() and inflate(), run over a whole text at once, as Modules/zlibmodule.c runs them block by block.
// pako is zlib in JavaScript: level for level it makes the same bytes.

import {
  Z_DEFAULT_STRATEGY,
  Z_FINISH,
  Z_MEM_ERROR,
  Z_OK,
  Z_STREAM_END,
  ZStream,
  zlibDeflate,
  zlibDeflateEnd,
  zlibDeflateInit2,
  zlibInflate,
  zlibInflateEnd,
  zlibInflateInit2,
} from 'pako'

/** Z_DEFLATED, the one method there is, and the memory its tables take (DEF_MEM_LEVEL). */
export const DEFLATED = 8
export const DEF_MEM_LEVEL = 8

/** Bytes asked for at a time. */
const BLOCK = 32 * 1024

/** What came of a stream: its bytes, or zlib's code for what went wrong, when, and its words for it. */
export type Result =
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array }
  | { readonly kind: 'memory' }
  | { readonly kind: 'error'; readonly code: number; readonly message: string; readonly when: 'preparing' | 'running' }

/** compress(): 'preparing' fails where level or window are none that zlib knows. */
export function deflateAll(data: Uint8Array, level: number, wbits: number): Result {
  const stream = new ZStream()
  // With zlib's hash of three bytes; pako's own of four finds other matches.
  const ready = zlibDeflateInit2(stream, level, DEFLATED, wbits, DEF_MEM_LEVEL, Z_DEFAULT_STRATEGY, true)
  if (ready !== Z_OK) return failed(stream, ready, 'preparing')
  const result = runThrough(stream, data, Number.MAX_SAFE_INTEGER, () => zlibDeflate(stream, Z_FINISH))
  zlibDeflateEnd(stream)
  return result
}

/** decompress(), up to `most` bytes. What follows the end of the stream is passed over. */
export function inflateAll(data: Uint8Array, wbits: number, most: number): Result {
  const stream = new ZStream()
  const ready = zlibInflateInit2(stream, wbits)
  if (ready !== Z_OK) return failed(stream, ready, 'preparing')
  const result = runThrough(stream, data, most, () => zlibInflate(stream, Z_FINISH))
  zlibInflateEnd(stream)
  return result
}

function runThrough(stream: ZStream, data: Uint8Array, most: number, work: () => number): Result {
  const blocks: Uint8Array[] = []
  stream.input = data
  stream.avail_in = data.length
  for (;;) {
    stream.output = new Uint8Array(BLOCK)
    stream.next_out = 0
    stream.avail_out = BLOCK
    const code = work()
    blocks.push(stream.output.subarray(0, stream.next_out))
    if (code === Z_STREAM_END) return { kind: 'bytes', bytes: joined(blocks) }
    if (code === Z_MEM_ERROR || stream.total_out > most) return { kind: 'memory' }
    // With room left over and no end in sight there is nothing more to come.
    if (stream.avail_out !== 0) return failed(stream, code === Z_OK ? Z_BUF_ERROR : code, 'running')
  }
}

const Z_BUF_ERROR = -5
/** What zlibmodule.c says where zlib itself says nothing. */
const words: Readonly<Record<number, string>> = {
  [-5]: 'incomplete or truncated stream',
  [-2]: 'inconsistent stream state',
  [-3]: 'invalid input data',
}

function failed(stream: ZStream, code: number, when: 'preparing' | 'running'): Result {
  if (code === Z_MEM_ERROR) return { kind: 'memory' }
  return { kind: 'error', code, message: stream.msg || (words[code] ?? ''), when }
}

function joined(blocks: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(blocks.reduce((sum, block) => sum + block.length, 0))
  let at = 0
  for (const block of blocks) {
    all.set(block, at)
    at += block.length
  }
  return all
}
