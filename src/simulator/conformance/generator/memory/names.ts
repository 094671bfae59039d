// The names of generated programs about the memory system, and what the holes of their templates are filled with.

import fc from 'fast-check'
import { type Kind, oneOf, type Vocabulary, vocabulary } from '../vocabulary.ts'

const kinds: Readonly<Record<string, Kind>> = {
  node: { names: ['a', 'b', 'c'], first: 'Node(None)' },
  list: { names: ['p', 'q'], first: '[]' },
  dict: { names: ['d'], first: '{}' },
  /** Of nodes: their hash is their number, so that its order is the same everywhere. */
  set: { names: ['s'], first: 'set()' },
  tuple: { names: ['t'], first: '([],)' },
  deque: { names: ['o'], first: 'deque()' },
  /** Never called. */
  func: { names: ['f', 'g'], first: 'lambda: 0' },
  /** A generator. */
  gen: { names: ['y'], first: '(i for i in ())' },
  /** An exception. */
  exc: { names: ['x'], first: 'ValueError()' },
  /** A class of nodes. */
  class: { names: ['K'], first: 'family(None)' },
  /** A weak reference. */
  ref: { names: ['w'], first: 'ref(Node(None))' },
  /** A weak proxy: only counted and kept, as it may be dead. */
  proxy: { names: ['m'], first: 'proxy(Node(None))' },
}

/** What stands in the library's `weakref`, which takes longer to import than most programs to run. */
const weakContainers: Readonly<Record<string, Kind>> = {
  values: { names: ['v'], first: 'WeakValueDictionary()' },
  keys: { names: ['k'], first: 'WeakKeyDictionary()' },
  weakset: { names: ['z'], first: 'WeakSet()' },
}

const others = (any: fc.Arbitrary<string>) => ({
  value: fc.oneof(
    { weight: 8, arbitrary: any },
    {
      weight: 2,
      arbitrary: oneOf('None', "'text'", 'Noisy(p)', 'Noisy(a)', '[a, b]', '{1: a}', '(a, p)', 'a.told', 'p.append'),
    },
  ),
  made: oneOf('Node', 'Noisy', 'Noisy', 'Slim', 'SlimNoisy', 'Phoenix', 'Watched', 'Caller', 'Deep', 'Raiser', 'K'),
  key: oneOf("'a'", "'b'", '1'),
  attribute: oneOf('link', 'other'),
  number: oneOf('1', '2', '3'),
  generation: oneOf('', '', '', '0', '1', '2'),
  heard: oneOf('heard', 'heard', 'echo(1)', 'echo(2)', 'angry'),
  threshold: oneOf('0', '2000, 10, 10', '5000', '3000, 5', '1, 1, 1', '2', '5, 2', '10, 3, 2', '30, 2, 2', '100, 5'),
  count: oneOf('R', 'R', 'sys.getrefcount'),
})

/** Names without weak containers. */
export const lean: Vocabulary = vocabulary(kinds, others)

/** All names. */
export const full: Vocabulary = vocabulary({ ...kinds, ...weakContainers }, others)

/** A count that is printed, or several. */
export const probe = ({ fill }: Vocabulary): fc.Arbitrary<string> =>
  fc.oneof(
    { weight: 6, arbitrary: fill('print(<count>(<any>))') },
    { weight: 2, arbitrary: fill('print(<count>(<any>), <count>(<any>))') },
  )
