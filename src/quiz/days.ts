// Days as the learner counts them: '2026-11-22' in the learner's own time zone. They sort as text.

/** The day of a moment. */
export function dayOf(moment: Date): string {
  const two = (part: number) => String(part).padStart(2, '0')
  return `${moment.getFullYear()}-${two(moment.getMonth() + 1)}-${two(moment.getDate())}`
}

/** The day `count` days after one. */
export function daysAfter(day: string, count: number): string {
  const [year, month, date] = day.split('-').map(Number)
  return dayOf(new Date(year, month - 1, date + count, 12))
}
