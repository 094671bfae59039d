// Hands the learner a file that was made in the page.

import type { Kept } from '../../src/course/progress-file.ts'
import { writeKept } from '../../src/course/progress-file.ts'
import { dayOf } from '../../src/quiz/days.ts'

/** Offers `content` for saving. */
export function saveFile(name: string, type: string, content: BlobPart): void {
  const address = URL.createObjectURL(new Blob([content], { type }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  // The browser has the file when the click is over; Safari reads it a moment later.
  setTimeout(() => URL.revokeObjectURL(address), 10_000)
}

/** Offers everything that is kept, named by the day. */
export function saveKept(kept: Kept): void {
  saveFile(`heapwise-progress-${dayOf(new Date())}.json`, 'application/json', writeKept(kept, 2))
}
