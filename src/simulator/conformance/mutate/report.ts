// What a hunt found, as a table, a list and JSON.

import { indistinguishable } from './equivalent.ts'
import type { Hunted, Mutant } from './hunt.ts'
import { isUp, type Site } from './sites.ts'

/** `objects/listobject.ts:12`. */
export function placeOf({ file, line }: Site): string {
  return `${file}:${line}`
}

/** The mutants in groups that add up to all of them. */
export function groups({ mutants }: Hunted) {
  const reached = mutants.filter(({ programs }) => programs > 0)
  const survived = reached.filter(({ noticed }) => noticed === null)
  return {
    never: mutants.filter(({ programs }) => programs === 0),
    noticed: reached.filter(({ noticed }) => noticed !== null),
    same: survived.filter(({ site }) => indistinguishable(site) !== null),
    missed: survived.filter(({ site }) => indistinguishable(site) === null),
  }
}

/** The table, by room of the machine and kind of change. */
export function table(hunted: Hunted): string[] {
  const rows = new Map<string, Mutant[]>()
  for (const mutant of hunted.mutants) {
    const row = `${mutant.site.file.split('/', 1)[0].padEnd(12)} ${isUp(mutant.site.operation) ? 'up' : 'down'}`
    rows.set(row, [...(rows.get(row) ?? []), mutant])
  }
  const line = (name: string, mutants: readonly Mutant[]) => {
    const { never, noticed, same, missed } = groups({ ...hunted, mutants })
    const judged = noticed.length + missed.length
    const share = judged === 0 ? '' : `${((100 * noticed.length) / judged).toFixed(1)} %`
    return [
      name.padEnd(18),
      ...[mutants, never, same, noticed, missed].map(({ length }) => cell(length)),
      cell(share),
    ].join('')
  }
  const head = ['sites', 'never met', 'the same', 'noticed', 'missed', 'share'].map(cell).join('')
  return [
    ' '.repeat(18) + head,
    ...[...rows].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, mutants]) => line(name, mutants)),
    line('in all', hunted.mutants),
  ]
}

function cell(value: string | number): string {
  return String(value).padStart(11)
}

/** The places by what became of them. */
export function list(hunted: Hunted): string[] {
  const { never, missed } = groups(hunted)
  const of = ({ site, programs }: Mutant) => `  ${placeOf(site)} ${site.text} (${programs} programs)`
  return [
    ...hunted.unfit.map((why) => `judges nothing: ${why}`),
    `no program leads a mortal object there: ${never.length}`,
    ...never.map(({ site }) => `  ${placeOf(site)} ${site.text}`),
    `no test notices that it is left out: ${missed.length}`,
    ...missed.map(of),
  ]
}
