// Small valid programs about references, as trees that fast-check makes and shrinks: names, containers, instances, functions
// and closures, generators, exceptions, weak references, classes, collections, with counts asked for everywhere. Each runs to
// its end and prints nothing that depends on an address.

import fc from 'fast-check'
import { block, type Place } from './blocks.ts'
import { begin, everything, fill, mentioned } from './names.ts'
import { neededBy } from './needed.ts'
import { type Piece, render } from './pieces.ts'
import { definitions } from './prelude.ts'

/** The last line of the body prints this; what comes after it is the interpreter's exit. */
export const END = 'the body has ended'

/** Pieces after what gives each name they use, but for the parameters, a value of its kind. */
function begun(pieces: readonly Piece[], given: readonly string[] = []): Piece[] {
  const used = new Set(mentioned(render(pieces)))
  return [...everything.filter((name) => used.has(name) && !given.includes(name)).map(begin), ...pieces]
}

function define(name: string, pieces: readonly Piece[], last: readonly string[]): Piece {
  return { head: `def ${name}(p, n):`, body: begun([...pieces, ...last], ['p', 'n']) }
}

const place = (functions: readonly string[], streams: readonly string[] = []): Place => ({
  functions,
  streams,
  outer: 'nonlocal',
})

/** Programs, as text. */
export const programs: fc.Arbitrary<string> = fc
  .tuple(
    block(0, place([])),
    block(1, { ...place([]), returns: '[<value>, <any>]' }),
    block(1, { ...place(['first']), yields: true, returns: '<any>' }),
    block(1, { ...place(['first'], ['stream']), returns: '[<value>]' }),
    block(2, { functions: ['first', 'work'], streams: ['stream'], outer: 'global' }),
    fill('raise ValueError(<any>)'),
    fc.oneof(
      { weight: 9, arbitrary: fc.constant('') },
      { weight: 1, arbitrary: fc.constant("raise ValueError('last')\n") },
    ),
  )
  .map(([failing, first, stream, work, body, raising, last]) => {
    const defined: [name: string, piece: Piece][] = [
      ['work', define('work', work, ['return r'])],
      ['stream', define('stream', stream, ['yield n', 'return p'])],
      ['first', define('first', first, ['return r'])],
      ['failing', define('failing', failing, [raising])],
    ]
    // Each calls only those below it: what nothing calls is left out.
    let text = render(begun(body))
    for (const [name, piece] of defined)
      if (new RegExp(`\\b${name}\\(`).test(text)) text = `${render([piece])}\n\n${text}`
    // What came before is collected, so that the numbers of collections are the program's own.
    const whole = `gc.collect()\n\n\n${text}print('${END}')\n${last}`
    return neededBy(whole, definitions) + whole
  })
