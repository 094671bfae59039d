// The memory under the heap: the arenas, the pools by size class, one pool's blocks, and charts over the whole run.

import { useSignal } from '@preact/signals'
import type { ArenaRow, ClassRow, MemoryScene, PoolTile } from '../../src/scene/memory.ts'
import { useLatest } from '../playground/latest.ts'
import type { Session } from '../playground/session.ts'
import type { Say } from '../playground/words.ts'
import { Charts } from './Charts.tsx'
import { PoolView } from './PoolView.tsx'

interface Props {
  session: Session
  say: Say
}

export function MemoryPanel({ session, say }: Props) {
  /** The pool chosen, while the same object is selected. */
  const chosen = useSignal({ pool: 0, object: 0 })
  const last = useSignal(0)
  const object = session.landmarks.chosen.value
  const pool = chosen.value.object === object ? chosen.value.pool : 0
  const scene = useLatest<MemoryScene>(
    () =>
      session.memory(chosen.peek().object === session.landmarks.chosen.peek() ? chosen.peek().pool : 0, last.peek()),
    [session.view.value, object, pool],
  )
  if (!scene) return <div class="panel" aria-busy="true" />
  last.value = scene.pool?.address ?? 0
  const choose = (address: number) => {
    chosen.value = { pool: address, object }
  }
  const select = (address: number) => session.landmarks.choose(address)
  return (
    <div class="panel memory" role="group" aria-label={say('play.view.memory')} data-moment={scene.moment}>
      {scene.arenas.map((arena) => (
        <Arena key={arena.at} arena={arena} say={say} />
      ))}
      <p class="panel-text">{say('memory.fill', fillOf(scene))}</p>
      <div class="panel-scroll table">
        <table>
          <caption>{say('memory.map')}</caption>
          <thead>
            <tr>
              <th scope="col">{say('memory.size')}</th>
              <th scope="col">{say('memory.pools')}</th>
              <th scope="col" class="number">
                {say('memory.used')}
              </th>
              <th scope="col" class="number">
                {say('memory.own')}
              </th>
            </tr>
          </thead>
          <tbody>
            {scene.classes.map((row) => (
              <SizeClass key={row.size} row={row} shown={scene.pool?.address ?? 0} say={say} choose={choose} />
            ))}
          </tbody>
        </table>
      </div>
      {scene.quiet.pools > 0 && <p class="panel-text">{say('memory.quietClasses', { ...scene.quiet })}</p>}
      {scene.selected && (
        <p class="panel-text">
          {say(`memory.place.${scene.selected.place}`, { type: scene.selected.type, at: scene.selected.at })}
        </p>
      )}
      {scene.pool && <PoolView pool={scene.pool} selected={object} say={say} select={select} />}
      <Charts charts={scene.charts} say={say} />
    </div>
  )
}

/** What the blocks given out fill of the pools they are in. */
function fillOf({ used, held }: MemoryScene): { used: string; held: string; percent: number } {
  return { used: kib(used), held: kib(held), percent: held === 0 ? 0 : Math.round((used / held) * 100) }
}

function kib(bytes: number): string {
  return (bytes / 1024).toFixed(0)
}

function Arena({ arena, say }: { arena: ArenaRow; say: Say }) {
  const said = { at: arena.at, inUse: arena.inUse, total: arena.total }
  return (
    <div class="memory-arena">
      <p class="panel-text">{say('memory.arena', said)}</p>
      <svg viewBox="0 0 512 36" aria-hidden="true" class="memory-strip">
        {arena.cells.map((cell, i) => (
          <g key={i} transform={`translate(${(i % 32) * 16 + 1} ${Math.floor(i / 32) * 18 + 1})`} class={cell}>
            <rect width={14} height={16} />
            {cell === 'program' && <circle cx={7} cy={8} r={2.5} />}
          </g>
        ))}
      </svg>
    </div>
  )
}

interface SizeClassProps {
  row: ClassRow
  /** Address of the pool whose blocks are shown. */
  shown: number
  say: Say
  choose: (pool: number) => void
}

function SizeClass({ row, shown, say, choose }: SizeClassProps) {
  return (
    <tr>
      <th scope="row">{row.size}</th>
      <td>
        <div class="memory-tiles">
          {row.tiles.map((tile) => (
            <button
              key={tile.address}
              type="button"
              class="memory-tile"
              aria-pressed={tile.address === shown}
              aria-label={tileInWords(tile, say)}
              onClick={() => choose(tile.address)}
            >
              <TileShape tile={tile} />
            </button>
          ))}
        </div>
        {row.more.pools > 0 && <span class="memory-quiet">{say('memory.morePools', { ...row.more })} </span>}
        {row.quiet.pools > 0 && <span class="memory-quiet">{say('memory.quiet', { ...row.quiet })}</span>}
      </td>
      <td class="number">{say('memory.of', { used: row.used, capacity: row.capacity })}</td>
      <td class="number">{row.own}</td>
    </tr>
  )
}

function tileInWords({ at, used, capacity, own, delta }: PoolTile, say: Say): string {
  const words = say(used === 0 ? 'memory.tileFree' : 'memory.tile', { at, used, capacity, own })
  if (delta === 0) return words
  return `${words} ${say(delta > 0 ? 'memory.taken' : 'memory.given', { count: Math.abs(delta) })}`
}

const TILE = { width: 24, height: 24 } as const

/** A vessel filled from below, the program's part on top of the rest and set off by a line. */
function TileShape({ tile: { level, ownLevel, delta } }: { tile: PoolTile }) {
  const { width, height } = TILE
  // Anything at all is at least seen.
  const full = level === 0 ? 0 : Math.max(2, level * height)
  const own = ownLevel === 0 ? 0 : Math.max(2, ownLevel * height)
  return (
    <svg viewBox={`0 0 ${width} ${height}`} width={width} height={height} aria-hidden="true">
      <rect class="tile-used" x={0} y={height - full} width={width} height={full} />
      <rect class="tile-own" x={0} y={height - full} width={width} height={own} />
      {own > 0 && <circle class="tile-dot" cx={width / 2} cy={6} r={2.5} />}
      {delta !== 0 && <path class="tile-delta" d={delta > 0 ? 'M 19 9 v -6 m -3 3 h 6' : 'M 16 6 h 6'} />}
    </svg>
  )
}
