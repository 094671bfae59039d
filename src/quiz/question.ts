// What a question is, as content states it, and what a run answers. No answer is ever written down: a question names lines,
// objects and claims, and the run decides.

import type { HolderRow } from '../scene/scene.ts'
import type { Said } from './said.ts'

/** Words by language ('en', 'zh-cn' ...). */
export type Words = Readonly<Record<string, string>>

/** What labelled lines of a program print: counts, identities, texts. */
export interface Question {
  readonly id: string
  readonly kind: 'printed'
  /** The example it is about. */
  readonly example: string
  /** What the counts are of: a name of the program, or `''` where no counts are asked for. */
  readonly of: string
  /** Lines asked about, counted from 1 in the program as shown. */
  readonly lines: readonly number[]
  /**
   * By slip and line: what a program prints in which that misconception is true (`b = a[:]` instead of `b = a` for who
   * thinks that an alias copies). Run, not written; see course/questions.ts.
   */
  readonly misread?: Readonly<Record<Slip, Readonly<Record<number, string>>>>
}

/**
 * A known misconception. The ones found by counting the same holders wrongly are named in slips.ts; a question may bring
 * others with a twin program (`misread`). The reason told to the learner is the message `slip.<name>`.
 */
export type Slip = string

/** What the run says about one line. */
export interface Answer {
  readonly line: number
  /** What the line printed, without its newline; `null` where it did not run. */
  readonly printed: string | null
  /** How it is asked for: a number, True or False, or a text. */
  readonly form: 'number' | 'truth' | 'text'
  /** The view's step just after the line; -1 where it does not run. */
  readonly step: number
  /** What a learner with a misconception would write, by slip. Each differs from what was printed; several may be the same. */
  readonly slips: Readonly<Partial<Record<Slip, string>>>
  /** Who holds the object while its count is taken: the owners add up to what is printed. */
  readonly holders: readonly HolderRow[]
  /** What is said to a wrong number that no slip gives. */
  readonly account: Account
}

/** What a run knows of a number that a line prints. */
export type Account =
  /** It is a count: these hold the object while it is taken, and add up to it. */
  | { readonly kind: 'held'; readonly holders: readonly Said[] }
  /** It stands for the count of an immortal object. */
  | { readonly kind: 'immortal' }
  /** It is what a collection has found: these; none where they cannot be told one by one. */
  | { readonly kind: 'collected'; readonly objects: readonly Said[] }
  | { readonly kind: 'other' }

/** How one answer was. */
export type Verdict =
  | { readonly kind: 'right' }
  /** The reasons are told by reason.ts. */
  | { readonly kind: 'wrong' }
  | { readonly kind: 'empty' }

/** Compares what a learner wrote with what the run says. */
export function grade(given: string, answer: Answer): Verdict {
  const text = plain(given)
  if (text === '') return { kind: 'empty' }
  if (answer.printed !== null && text === plain(answer.printed)) return { kind: 'right' }
  return { kind: 'wrong' }
}

/** An answer without what is not asked for: blanks, the kind of quotes, full-width signs, the case of True and False. */
export function plain(text: string): string {
  const narrow = text
    .normalize('NFKC')
    .replace(/["“”‘’]/g, "'")
    .replace(/【/g, '[')
    .replace(/】/g, ']')
    .replace(/、/g, ',')
  const tight = narrow.replace(/\s+/g, '')
  return /^(true|false|none)$/i.test(tight) ? tight.toLowerCase() : tight
}
