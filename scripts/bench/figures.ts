// The arithmetic of the benchmark, and its tables.

/** One measured figure, as `--json` writes it. */
export interface Figure {
  readonly name: string
  readonly value: number
  readonly unit: string
  /** What the figure was measured on, where the name does not say it. */
  readonly of?: string
}

/** The n-th root of the product of n numbers above 0; NaN of none. */
export function geometricMean(values: readonly number[]): number {
  if (values.length === 0) return Number.NaN
  return Math.exp(values.reduce((sum, value) => sum + Math.log(value), 0) / values.length)
}

/** The middle of the values in order, of an even number the mean of the two in the middle; NaN of none. */
export function median(values: readonly number[]): number {
  if (values.length === 0) return Number.NaN
  const sorted = [...values].sort((a, b) => a - b)
  const half = sorted.length >> 1
  return sorted.length % 2 === 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2
}

/** Three significant digits, without an exponent; `-` for NaN. */
export function shown(value: number): string {
  if (Number.isNaN(value)) return '-'
  if (Math.abs(value) >= 100) return value.toFixed(0)
  return Number(value.toPrecision(3)).toString()
}

/** Rows as lines of text: the first column to the left, the others to the right. The first row is the head. */
export function table(rows: readonly (readonly string[])[]): string {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)))
  const line = (row: readonly string[]) =>
    row.map((cell, column) => (column === 0 ? cell.padEnd(widths[0]) : cell.padStart(widths[column]))).join('  ')
  const [head, ...body] = rows
  return [line(head), widths.map((width) => '-'.repeat(width)).join('  '), ...body.map(line)].join('\n')
}
