// What is said to a wrong answer: the slips that give it, each by name; where there is none, what the run knows of the moment:
// how many too many or too few, who holds the object, what the collector has found.

import { type Answer, plain } from './question.ts'
import type { Said } from './said.ts'

/** Words with the places they leave for others: `list` stands at `{list}`, joined by the message `reason.join`. */
export interface Reason {
  readonly said: Extract<Said, { kind: 'message' }>
  readonly list: readonly Said[]
}

/**
 * The reasons of a wrong answer; several where each of several slips gives it.
 * @param of the name whose object is counted
 */
export function reasonsOf(given: string, answer: Answer, of: string): Reason[] {
  const text = plain(given)
  const slips = Object.entries(answer.slips).filter(([, number]) => plain(number ?? '') === text)
  if (slips.length > 0) return slips.map(([slip]) => reason(`slip.${slip}`, { given, name: of }))
  return [answer.form === 'number' ? ofNumber(given, answer) : ofParts(given, answer)]
}

function reason(key: string, values: Record<string, string | number> = {}, list: readonly Said[] = []): Reason {
  return { said: { kind: 'message', key, values }, list }
}

function ofNumber(given: string, { printed, account }: Answer): Reason {
  const number = Number(plain(given))
  if (printed === null || !/^-?\d+$/.test(plain(given))) return reason('reason.noNumber', { given })
  const off = Math.abs(Number(printed) - number)
  const less = number < Number(printed)
  switch (account.kind) {
    case 'held':
      return reason(less ? 'reason.heldTooFew' : 'reason.heldTooMany', { off }, account.holders)
    case 'immortal':
      return reason('reason.immortal', { given })
    case 'collected':
      if (Number(printed) === 0) return reason('reason.foundNothing', { given })
      if (account.objects.length === 0) break
      return reason(less ? 'reason.foundTooFew' : 'reason.foundTooMany', { off }, account.objects)
  }
  return reason(less ? 'reason.tooLow' : 'reason.tooHigh', { given, off })
}

/** The parts of a line are what its blanks, commas and brackets keep apart. */
function ofParts(given: string, { printed }: Answer): Reason {
  const [wanted, got] = [printed ?? '', given].map(parts)
  const [count, own] = [wanted.length, got.length]
  if (count < 2) return reason('reason.otherText', { given })
  if (count !== own) return reason('reason.otherParts', { count, own })
  const at = wanted.findIndex((part, i) => plain(part) !== plain(got[i]))
  if (at < 0) return reason('reason.otherText', { given })
  return reason('reason.otherPart', { at: at + 1, count, wanted: wanted[at], got: got[at] })
}

function parts(text: string): string[] {
  const narrow = text.normalize('NFKC').replace(/[【】、“”‘’]/g, (sign) => narrowed[sign])
  return narrow.match(/'[^']*'|"[^"]*"|[^\s,()[\]{}]+/g) ?? []
}

const narrowed: Readonly<Record<string, string>> = {
  '【': '[',
  '】': ']',
  '、': ',',
  '“': "'",
  '”': "'",
  '‘': "'",
  '’': "'",
}
