// Memory over the whole run as small charts, the step shown marked by a line and a dot.

import { CHART, type Chart } from '../../src/scene/chart.ts'
import type { Say } from '../playground/words.ts'

export function Charts({ charts, say }: { charts: readonly Chart[]; say: Say }) {
  return (
    <div class="charts">
      {charts.map((chart) => (
        <ChartFigure key={chart.kind} chart={chart} say={say} />
      ))}
    </div>
  )
}

function ChartFigure({ chart, say }: { chart: Chart; say: Say }) {
  const { kind, points, mark } = chart
  const amount = (value: number) => (kind === 'blocks' || kind === 'pools' ? String(value) : bytes(value))
  const range = { now: amount(chart.now), least: amount(chart.least), most: amount(chart.most) }
  const name = say(`memory.chart.${kind}`)
  return (
    <figure class="chart" data-chart={kind} data-now={chart.now}>
      <figcaption>
        {name} <strong>{range.now}</strong>
      </figcaption>
      <svg
        viewBox={`0 0 ${CHART.width} ${CHART.height}`}
        role="img"
        aria-label={`${name}: ${say('memory.range', range)}`}
      >
        <polyline points={points.map(([x, y]) => `${x},${y}`).join(' ')} />
        <line x1={mark.x} x2={mark.x} y1={0} y2={CHART.height} />
        <circle cx={mark.x} cy={mark.y} r={3.5} />
      </svg>
      <p>{chart.most === 0 && kind === 'traced' ? say('memory.notTraced') : say('memory.rangeShort', range)}</p>
    </figure>
  )
}

function bytes(value: number): string {
  return value < 1024 ? `${value} B` : `${(value / 1024).toFixed(value < 100 * 1024 ? 1 : 0)} KiB`
}
