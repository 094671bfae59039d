// Draws a Scene and decides nothing. Frames left, objects right; a count is a button that opens the ledger.

import type { Arrow, FrameBox, ObjectBox, Row, Scene } from '../../src/scene/scene.ts'

const TITLE = 28
const ROW = 26
/** A picture up to this many pixels wide may be drawn smaller to fit its column; text in it stays readable. */
const FITS = 640

interface Props {
  scene: Scene
  /** Words by key: play.count, play.globals ... */
  say: (key: string, values?: Record<string, string | number>) => string
  /** The object whose ledger is open, by address. */
  open?: number | undefined
  onCount?: ((address: number) => void) | undefined
}

export function HeapPicture({ scene, say, open, onCount }: Props) {
  return (
    <svg
      class={scene.width <= FITS ? 'heap fits' : 'heap'}
      viewBox={`0 0 ${scene.width} ${scene.height}`}
      width={scene.width}
      height={scene.height}
      role="group"
      aria-label={say('play.picture')}
    >
      {scene.frames.map((frame) => (
        <FrameShape key={frame.address} frame={frame} say={say} />
      ))}
      {scene.objects.map((box) => (
        <ObjectShape key={box.life} box={box} say={say} open={box.address === open} onCount={onCount} />
      ))}
      {scene.arrows.map((arrow) => (
        <ArrowShape key={`${arrow.from} ${arrow.row} ${arrow.to} ${arrow.kind}`} arrow={arrow} />
      ))}
    </svg>
  )
}

function Rows({ rows, width }: { rows: readonly Row[]; width: number }) {
  return rows.map((row, i) => (
    <g key={i} transform={`translate(0 ${TITLE + i * ROW})`}>
      <text x={12} y={17} class="heap-label">
        {row.label}
      </text>
      {row.target === 0 ? (
        <text x={width - 12} y={17} text-anchor="end" class="heap-value">
          {row.text}
        </text>
      ) : (
        <circle cx={width - 12} cy={13} r={3.5} class={row.borrowed ? 'heap-dot borrowed' : 'heap-dot'} />
      )}
    </g>
  ))
}

function FrameShape({ frame, say }: { frame: FrameBox; say: Props['say'] }) {
  return (
    <g transform={`translate(${frame.x} ${frame.y})`} class={frame.running ? 'heap-frame running' : 'heap-frame'}>
      {frame.hiddenBefore > 0 && (
        <text x={frame.width / 2} y={-12} text-anchor="middle" class="heap-label">
          {say('play.hiddenFrames', { count: frame.hiddenBefore })}
        </text>
      )}
      <rect width={frame.width} height={frame.height} rx={4} />
      <text x={12} y={19} class="heap-title">
        {frame.title === 'global names' ? say('play.globals') : frame.title}
      </text>
      <Rows rows={frame.rows} width={frame.width} />
    </g>
  )
}

interface ObjectProps {
  box: ObjectBox
  say: Props['say']
  open: boolean
  onCount: Props['onCount']
}

function ObjectShape({ box, say, open, onCount }: ObjectProps) {
  return (
    <g
      transform={`translate(${box.x} ${box.y})`}
      class={`heap-object ${box.state}${open ? ' selected' : ''}`}
      data-object={box.address}
    >
      <rect class="heap-box" width={box.width} height={box.height} rx={4} />
      <text x={12} y={19} class="heap-title">
        {box.title}
      </text>
      <Rows rows={box.rows} width={box.width} />
      {box.hidden > 0 && (
        <text x={12} y={TITLE + box.rows.length * ROW + 17} class="heap-label">
          {say('play.hidden', { count: box.hidden })}
        </text>
      )}
      {box.state === 'freed' ? (
        <text x={box.width - 10} y={19} text-anchor="end" class="heap-freed">
          {say('play.freed')}
        </text>
      ) : (
        <>
          <Count box={box} say={say} open={open} onCount={onCount} />
          <Delta box={box} />
        </>
      )}
      {box.gcRefs !== null && (
        <text x={box.width - 4} y={box.height + 13} text-anchor="end" class="heap-gc-refs">
          {say('play.gcRefs', { count: box.gcRefs })}
        </text>
      )}
      {/* While counts are copied the collector does not know yet what is unreachable, and there is room for one line. */}
      {box.state === 'unreachable' && box.gcRefs === null && (
        <text x={0} y={box.height + 16} class="heap-adrift">
          {say('play.unreachable')}
        </text>
      )}
    </g>
  )
}

/** The badge on the corner: a button that opens the ledger. */
function Count({ box, say, open, onCount }: ObjectProps) {
  const count = countOf(box)
  const width = badgeWidth(count)
  const x = box.width - width - 5
  const words = say('play.count', { type: box.title, count })
  const badge = (
    <>
      <rect x={x} y={3} width={width} height={22} rx={11} />
      <text x={x + width / 2} y={19} text-anchor="middle">
        {count}
      </text>
    </>
  )
  const shape = {
    class: open ? 'heap-count open' : 'heap-count',
    'data-refcount': box.immortal ? 'immortal' : box.refcnt,
  }
  // Where nothing opens, the badge is no button.
  if (!onCount)
    return (
      <g {...shape}>
        <title>{words}</title>
        {badge}
      </g>
    )
  return (
    <g
      {...shape}
      role="button"
      tabindex={0}
      aria-label={words}
      aria-expanded={open}
      onClick={() => onCount(box.address)}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' && event.key !== ' ') return
        event.preventDefault()
        onCount(box.address)
      }}
    >
      {badge}
    </g>
  )
}

/** How the count has changed with this step; the sentence beside the picture says it in words. */
function Delta({ box }: { box: ObjectBox }) {
  if (box.delta === 0) return null
  const x = box.width - badgeWidth(countOf(box)) - 9
  return (
    <text key={`${box.delta} ${box.refcnt}`} x={x} y={19} text-anchor="end" class="heap-delta">
      {box.delta > 0 ? `+${box.delta}` : `−${-box.delta}`}
    </text>
  )
}

function countOf(box: ObjectBox): string {
  return box.immortal ? '∞' : String(box.refcnt)
}

function badgeWidth(count: string): number {
  return Math.max(26, count.length * 9 + 16)
}

function ArrowShape({ arrow }: { arrow: Arrow }) {
  const points = arrow.points.map(([x, y]) => `${x},${y}`).join(' ')
  const [x, y] = arrow.points[arrow.points.length - 1]
  const [px, py] = arrow.points[arrow.points.length - 2]
  const angle = (Math.atan2(y - py, x - px) * 180) / Math.PI
  return (
    <g class={`heap-arrow ${arrow.kind}`}>
      <polyline points={points} />
      <path d="M -8 -4 L 0 0 L -8 4" transform={`translate(${x} ${y}) rotate(${angle})`} />
    </g>
  )
}
