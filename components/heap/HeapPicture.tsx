// Draws a Scene and decides nothing. Frames left, objects right; a count is a button that opens the ledger.

import { ROW, TITLE } from '../../src/scene/rows.ts'
import { type Arrow, type FrameBox, nameOfArrow, type ObjectBox, type Row, type Scene } from '../../src/scene/scene.ts'

/** A picture up to this many pixels wide may be drawn smaller to fit its column; text in it stays readable. */
const FITS = 640
/** The same on a phone. */
const FITS_PHONE = 480
/** How round the corners of arrows are. */
const ROUND = 6

interface Props {
  scene: Scene
  /** Words by key: play.count, play.globals ... */
  say: (key: string, values?: Record<string, string | number>) => string
  /** The object whose ledger is open, by address. */
  open?: number | undefined
  onCount?: ((address: number) => void) | undefined
  /** The object that is looked at with its holders and what it holds, while the rest steps back; by address. */
  focus?: number | undefined
  /** What objects were called that have lost their name, by address; said under their boxes. */
  once?: Readonly<Record<number, string>> | undefined
  /** The arrows that are lit, by name. */
  lit?: ReadonlySet<string> | undefined
  /** How large it is drawn; undefined: as large as it is, a little smaller where that makes it fit. */
  scale?: number | undefined
}

export function HeapPicture({ scene, say, open, onCount, focus, once, lit, scale }: Props) {
  const { width, height, frames, objects, arrows } = scene
  const near = focus === undefined ? null : nearOf(scene, focus)
  const far = (address: number) => (near === null || near.has(address) ? '' : ' far')
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      class={scale !== undefined || width > FITS ? 'heap' : width > FITS_PHONE ? 'heap fits' : 'heap fits phone'}
      viewBox={`0 0 ${width} ${height}`}
      width={Math.round(width * (scale ?? 1))}
      height={Math.round(height * (scale ?? 1))}
      role="group"
      aria-label={say('play.picture')}
    >
      {frames.map((frame) => (
        <FrameShape key={frame.address} frame={frame} say={say} far={far(frame.address)} />
      ))}
      {objects.map((box) => (
        <ObjectShape
          key={box.life}
          box={box}
          say={say}
          open={box.address === open}
          onCount={onCount}
          once={once?.[box.address]}
          far={far(box.address)}
        />
      ))}
      {arrows.map((arrow) => (
        <ArrowShape
          key={nameOfArrow(arrow)}
          arrow={arrow}
          state={near === null || arrow.from === focus || arrow.to === focus ? '' : ' far'}
        />
      ))}
      {/* Arrows to one object share their ways: the lit one lies on top. */}
      {arrows
        .filter((arrow) => lit?.has(nameOfArrow(arrow)))
        .map((arrow) => (
          <ArrowShape key={`lit ${nameOfArrow(arrow)}`} arrow={{ ...arrow, isNew: false }} state=" lit" />
        ))}
    </svg>
  )
}

/** An object, what holds it and what it holds: addresses of objects and frames. */
function nearOf({ arrows }: Scene, focus: number): ReadonlySet<number> {
  const near = new Set([focus])
  for (const { from, to } of arrows) {
    if (to === focus) near.add(from)
    if (from === focus) near.add(to)
  }
  return near
}

function Rows({ rows, width, say }: { rows: readonly Row[]; width: number; say: Props['say'] }) {
  return rows.map((row, i) => (
    <g key={i} transform={`translate(0 ${TITLE + i * ROW})`}>
      <text x={12} y={17} class="heap-label">
        {row.label}
      </text>
      {row.target === 0 ? (
        <Value text={row.text} more={row.more} say={say} x={width - 12} anchor="end" />
      ) : (
        <circle cx={width - 12} cy={13} r={3.5} class={row.borrowed ? 'heap-dot borrowed' : 'heap-dot'} />
      )}
    </g>
  ))
}

interface ValueProps {
  text: string
  more: number
  say: Props['say']
  x: number
  anchor: 'start' | 'end'
}

/** A small value, and how much of it is missing; or only how much is missing. */
function Value({ text, more, say, x, anchor }: ValueProps) {
  return (
    <text x={x} y={17} text-anchor={anchor} class="heap-value">
      {more > 0 ? text.replace(/…$/, '') : text}
      {more > 0 && <tspan class="heap-more">{say('play.hidden', { count: more })}</tspan>}
    </text>
  )
}

function FrameShape({ frame, say, far }: { frame: FrameBox; say: Props['say']; far: string }) {
  return (
    <g
      transform={`translate(${frame.x} ${frame.y})`}
      class={`heap-frame${frame.running ? ' running' : ''}${far}`}
      data-frame={frame.address}
    >
      {frame.hiddenBefore > 0 && (
        <text x={frame.width / 2} y={-12} text-anchor="middle" class="heap-label">
          {say('play.hiddenFrames', { count: frame.hiddenBefore })}
        </text>
      )}
      {frame.thread > 0 && (
        <text x={12} y={-8} class="heap-label">
          {say('play.thread', { number: frame.thread })}
        </text>
      )}
      <rect width={frame.width} height={frame.height} rx={4} />
      <text x={12} y={19} class="heap-title">
        {frame.title === 'global names' ? say('play.globals') : frame.title}
      </text>
      <Rows rows={frame.rows} width={frame.width} say={say} />
    </g>
  )
}

interface ObjectProps {
  box: ObjectBox
  say: Props['say']
  open: boolean
  onCount: Props['onCount']
}

function ObjectShape({ box, say, open, onCount, once, far }: ObjectProps & { once: string | undefined; far: string }) {
  return (
    <g
      transform={`translate(${box.x} ${box.y})`}
      class={`heap-object ${box.state}${open ? ' selected' : ''}${far}`}
      data-object={box.address}
    >
      <rect class="heap-box" width={box.width} height={box.height} rx={4} />
      <text x={12} y={19} class="heap-title">
        {box.title}
      </text>
      {box.text !== '' && (
        <g transform={`translate(0 ${TITLE})`}>
          <Value text={box.text} more={box.cut} say={say} x={12} anchor="start" />
        </g>
      )}
      <Rows rows={box.rows} width={box.width} say={say} />
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
      {once !== undefined && (
        <text x={0} y={box.height + 16} class="heap-adrift">
          {say('choose.once', { name: once })}
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

/** @param state what is to be seen of it besides: that it steps back, that it is lit */
function ArrowShape({ arrow, state }: { arrow: Arrow; state: '' | ' far' | ' lit' }) {
  const { points, kind, isNew } = arrow
  const [x, y] = points[points.length - 1]
  const angle = x < points[points.length - 2][0] ? 180 : 0
  return (
    <g class={`heap-arrow ${kind}${isNew ? ' new' : ''}${state}`} data-to={arrow.to}>
      {/* A length of 1 lets a new arrow grow from its row; a dashed one keeps its dashes. */}
      <path class="heap-way" d={rounded(points)} pathLength={kind === 'weak' ? undefined : 1} />
      <path d="M -8 -4 L 0 0 L -8 4" transform={`translate(${x} ${y}) rotate(${angle})`} />
    </g>
  )
}

/** A line through points with its corners rounded. */
function rounded(points: Arrow['points']): string {
  const [start, ...rest] = points
  const parts = [`M ${start[0]} ${start[1]}`]
  for (const [i, [x, y]] of rest.entries()) {
    const [px, py] = points[i]
    const next = rest[i + 1]
    if (!next) {
      parts.push(`L ${x} ${y}`)
      continue
    }
    const [before, after] = [Math.hypot(x - px, y - py), Math.hypot(next[0] - x, next[1] - y)]
    const round = Math.min(ROUND, before / 2, after / 2)
    const at = (toX: number, toY: number, length: number) =>
      `${x + ((toX - x) * round) / length} ${y + ((toY - y) * round) / length}`
    parts.push(`L ${at(px, py, before)} Q ${x} ${y} ${at(next[0], next[1], after)}`)
  }
  return parts.join(' ')
}
