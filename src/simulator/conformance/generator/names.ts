// The names of generated programs about references, and what the holes of their templates are filled with.

import fc from 'fast-check'
import { oneOf, vocabulary } from './vocabulary.ts'

export const { everything, begin, mentioned, fill } = vocabulary(
  {
    list: { names: ['p', 'q', 'r'], first: '[]' },
    node: { names: ['n', 'm'], first: 'Node(None)' },
    /** With a method for each operator. */
    rich: { names: ['s'], first: 'Rich([])' },
    dict: { names: ['d', 'e'], first: '{}' },
    tuple: { names: ['t'], first: '([],)' },
    /** Never of two nodes: what is in a set by its address comes in another order in each run. */
    set: { names: ['u'], first: 'set()' },
    /** Called without arguments; what it returns is never printed. */
    func: { names: ['f', 'g'], first: 'lambda: 0' },
    /** A generator. */
    gen: { names: ['y'], first: '(i for i in ())' },
    /** An exception. */
    exc: { names: ['x'], first: 'ValueError()' },
    /** A weak reference. */
    ref: { names: ['w'], first: 'ref(Node(None))' },
  },
  (any) => ({
    value: fc.oneof(
      { weight: 7, arbitrary: any },
      {
        weight: 1,
        arbitrary: oneOf('1000', "'some text'", '2.5', '(p, n)', '[q]', 'Noisy(r)', '{2: d}', 'n.told'),
      },
    ),
    key: oneOf("'a'", "'b'", '1'),
    attribute: oneOf("'link'", "'other'", "'absent'"),
    small: oneOf('1', '2', '3'),
    // Both ways to ask for a count are different bytecode.
    count: oneOf('R', 'sys.getrefcount'),
  }),
)

/** A count that is printed, or several. */
export const probe: fc.Arbitrary<string> = fc.oneof(
  { weight: 6, arbitrary: fill('print(<count>(<any>))') },
  { weight: 2, arbitrary: fill('print(<count>(<any>), <count>(<any>))') },
)
