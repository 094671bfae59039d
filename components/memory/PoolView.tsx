// One pool's blocks: what is given out, what comes next. Each kind of block has a shape of its own besides its colour; the
// table under the picture says the same, and is where the keyboard selects an object.

import type { BlockBox, BlockState, ContentRow, PoolPicture } from '../../src/scene/pool.ts'
import type { Say } from '../playground/words.ts'

interface Props {
  pool: PoolPicture
  /** Address of the selected object. */
  selected: number
  say: Say
  select: (object: number) => void
}

/** How many of the blocks given out next carry their number. */
const NUMBERED = 9
const states: readonly BlockState[] = ['object', 'table', 'kept', 'other', 'free', 'untouched']

export function PoolView({ pool, selected, say, select }: Props) {
  const { at, size, used, capacity, free, untouched } = pool
  const press = (event: MouseEvent) => {
    const box = (event.currentTarget as SVGSVGElement).getBoundingClientRect()
    const scale = pool.width / box.width
    const [x, y] = [(event.clientX - box.left) * scale, (event.clientY - box.top) * scale]
    const hit = pool.blocks.find((b) => x >= b.x && x < b.x + b.width && y >= b.y && y < b.y + b.height)
    if (hit && (hit.state === 'object' || hit.state === 'table')) select(hit.object)
  }
  return (
    <div class="memory-pool" data-pool={pool.address}>
      <p class="panel-title">{say('memory.pool', { at, size })}</p>
      <p class="panel-text">
        {say('memory.poolSays', { used, capacity, free, untouched })}{' '}
        {pool.next === '' ? say('memory.full') : say('memory.next', { at: pool.next })}
      </p>
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the table under the picture does it for the keyboard */}
      <svg
        class="pool"
        viewBox={`0 0 ${pool.width} ${pool.height}`}
        role="img"
        aria-label={say('memory.pool', { at, size })}
        onClick={press}
      >
        <Header pool={pool} say={say} />
        {states.map((state) => (
          <path key={state} class={`block ${state}`} d={shapes(pool.blocks, state)} />
        ))}
        <path class="block-taken" d={outline(pool.blocks.filter(({ change }) => change === 'taken'))} />
        <path class="block-given" d={outline(pool.blocks.filter(({ change }) => change === 'given'))} />
        {pool.blocks
          .filter(({ order }) => order > 0 && order <= NUMBERED)
          .map((block) => (
            <text key={block.order} x={block.x + block.width / 2} y={block.y + block.height / 2} class="block-order">
              {block.order}
            </text>
          ))}
        {selected !== 0 && (
          <path class="block-selected" d={outline(pool.blocks.filter(({ object }) => object === selected))} />
        )}
      </svg>
      <ul class="memory-legend">
        {states
          .filter((state) => pool.counts[state] > 0)
          .map((state) => (
            <li key={state}>
              <svg viewBox="0 0 16 16" width={16} height={16} aria-hidden="true" class="pool">
                <path class={`block ${state}`} d={shape({ x: 0, y: 0, width: 16, height: 16 }, state)} />
                {state === 'free' && (
                  <text x={8} y={8} class="block-order">
                    1
                  </text>
                )}
              </svg>{' '}
              {say(`memory.block.${state}`)}: <span class="count">{pool.counts[state]}</span>
            </li>
          ))}
      </ul>
      {pool.contents.length > 0 && <Contents pool={pool} selected={selected} say={say} select={select} />}
    </div>
  )
}

function Header({ pool: { header, used, size }, say }: { pool: PoolPicture; say: Say }) {
  return (
    <>
      <rect {...header} class="pool-head" />
      <text x={8} y={header.height / 2} class="pool-says">
        {say('memory.header', { used, szidx: size / 16 - 1 })}
      </text>
    </>
  )
}

type Cell = Pick<BlockBox, 'x' | 'y' | 'width' | 'height'>

function shapes(blocks: readonly BlockBox[], wanted: BlockState): string {
  return blocks.map((block) => (block.state === wanted ? shape(block, wanted) : '')).join('')
}

/** Full, cut across, crossed out, half as high, empty, a dot. */
function shape({ x, y, width, height }: Cell, state: BlockState): string {
  const [left, top, w, h] = [x + 1.5, y + 1.5, width - 3, height - 3]
  const frame = rectangle(left, top, w, h)
  switch (state) {
    case 'table':
      return `${frame}M${left} ${top + h}L${left + w} ${top}`
    case 'kept':
      return `${frame}M${left} ${top + h}L${left + w} ${top}M${left} ${top}L${left + w} ${top + h}`
    case 'other':
      return rectangle(left, top + h / 2, w, h / 2)
    case 'untouched':
      return rectangle(x + width / 2 - 1, y + height / 2 - 1, 2, 2)
    default:
      return frame
  }
}

function rectangle(x: number, y: number, width: number, height: number): string {
  return `M${x} ${y}h${width}v${height}h${-width}z`
}

function outline(blocks: readonly BlockBox[]): string {
  return blocks.map(({ x, y, width, height }) => rectangle(x + 1, y + 1, width - 2, height - 2)).join('')
}

function Contents({ pool, selected, say, select }: Props) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a long table scrolls
    <div class="panel-scroll long table" tabIndex={0} role="group" aria-label={say('memory.contents')}>
      <table>
        <caption>{say('memory.contents')}</caption>
        <thead>
          <tr>
            <th scope="col">{say('memory.at')}</th>
            <th scope="col">{say('memory.what')}</th>
            <th scope="col" class="number">
              ob_refcnt
            </th>
          </tr>
        </thead>
        <tbody>
          {pool.contents.map((row) => (
            <tr key={row.at} class={row.object === selected ? 'selected' : undefined}>
              <td>
                <code>{row.at.slice(-6)}</code>
              </td>
              <td>
                <Content row={row} selected={selected} say={say} select={select} />
                {row.change === 'taken' && <span class="memory-new"> {say('memory.new')}</span>}
              </td>
              <td class="number">{row.isTable ? '' : row.immortal ? '∞' : row.refcnt}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {pool.hidden > 0 && <p class="panel-text">{say('memory.more', { count: pool.hidden })}</p>}
    </div>
  )
}

function Content({ row, selected, say, select }: Omit<Props, 'pool'> & { row: ContentRow }) {
  return (
    <button type="button" class="link" aria-pressed={row.object === selected} onClick={() => select(row.object)}>
      {row.isTable ? say('memory.tableOf', { type: row.type }) : row.type} <code>{row.text}</code>
    </button>
  )
}
