// The objects a collection looks at: count, copied count, and the list each is in.

import type { CandidateRow } from '../../src/scene/collector.ts'
import type { Say } from '../playground/words.ts'

interface Props {
  rows: readonly CandidateRow[]
  /** How many objects more the collection looks at. */
  others: number
  selected: number
  say: Say
  select: (object: number) => void
}

export function Candidates({ rows, others, selected, say, select }: Props) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a long table scrolls
    <div class="panel-scroll long table" tabIndex={0} role="group" aria-label={say('collector.table')}>
      <table>
        <caption>{say('collector.table')}</caption>
        <thead>
          <tr>
            <th scope="col">{say('collector.object')}</th>
            <th scope="col" class="number">
              ob_refcnt
            </th>
            <th scope="col" class="number">
              gc_refs
            </th>
            <th scope="col">{say('collector.list')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.object} class={row.object === selected ? `${row.list} selected` : row.list}>
              <td>
                {row.list === 'freed' ? (
                  <span>
                    {row.type} <code>{row.name}</code>
                  </span>
                ) : (
                  <button
                    type="button"
                    class="link"
                    aria-pressed={row.object === selected}
                    onClick={() => select(row.object)}
                  >
                    {row.type} <code>{row.name}</code>
                  </button>
                )}
              </td>
              <td class="number">{row.refcnt ?? '–'}</td>
              <td class="number">{row.gcRefs ?? '–'}</td>
              <td>{say(`collector.in.${row.list}`, { generation: row.generation })}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {others > 0 && <p class="panel-text">{say('collector.others', { count: others })}</p>}
    </div>
  )
}
