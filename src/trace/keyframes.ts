// Keyframes: images now and then, so that any step is near one. The first is whole; most of an interpreter's memory never
// changes while a program runs, so the others keep only the pages that differ from it.

import { type Keyframe, PAGE_WORDS } from './trace.ts'

/** Least bytes of log between two keyframes. */
const LEAST_SPACING = 1 << 20

/** Takes keyframes, spaced by how much the log has grown: a frame never costs more than half the log it stands for. */
export class KeyframeWriter {
  readonly frames: Keyframe[] = []
  #first = new Int32Array()
  #next = 0

  /** Whether the log, `logSize` bytes long, has grown enough for another. */
  isDue(logSize: number): boolean {
    return logSize >= this.#next
  }

  /**
   * Keeps the image of a step.
   * @param words the memory at that step; whatever lies beyond is zero
   * @param written by page: 0 where no word has been changed since the first keyframe
   * @returns bytes it took
   */
  take(step: number, words: Int32Array, logSize: number, written: Uint8Array): number {
    const isFirst = this.frames.length === 0
    if (isFirst) this.#first = words.slice()
    const frame = isFirst ? keyframeOf(step, words, NOTHING, null) : keyframeOf(step, words, this.#first, written)
    this.frames.push(frame)
    const bytes = frame.words.byteLength + frame.pages.byteLength
    this.#next = logSize + Math.max(LEAST_SPACING, 2 * bytes)
    return bytes
  }
}

const NOTHING = new Int32Array()

/** The pages in which an image differs from another; what lies beyond the end of either is zero. `written`: null for all. */
function keyframeOf(step: number, words: Int32Array, base: Int32Array, written: Uint8Array | null): Keyframe {
  const pages: number[] = []
  for (let page = 0, at = 0; at < words.length; page++, at += PAGE_WORDS)
    if ((written === null || written[page] === 1) && !isSame(words, base, at)) pages.push(page)
  const kept = new Int32Array(pages.length * PAGE_WORDS)
  pages.forEach((page, i) => {
    kept.set(words.subarray(page * PAGE_WORDS, (page + 1) * PAGE_WORDS), i * PAGE_WORDS)
  })
  return { step, pages: Int32Array.from(pages), words: kept }
}

/** Makes `words`, which are all zero, the first keyframe's image, or that image the one of a later keyframe. */
export function layKeyframe(frame: Keyframe, words: Int32Array): void {
  for (let i = 0; i < frame.pages.length; i++) {
    const at = frame.pages[i] * PAGE_WORDS
    const page = frame.words.subarray(i * PAGE_WORDS, (i + 1) * PAGE_WORDS)
    words.set(at + PAGE_WORDS > words.length ? page.subarray(0, words.length - at) : page, at)
  }
}

function isSame(words: Int32Array, base: Int32Array, at: number): boolean {
  const end = Math.min(at + PAGE_WORDS, words.length)
  for (let i = at; i < end; i++) if (words[i] !== (i < base.length ? base[i] : 0)) return false
  return true
}
