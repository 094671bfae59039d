// The facts by which the module `array` differs between versions.

export interface ArrayFacts {
  /** The codes there are, in the order in which the module names them, and whether it does so in a tuple. */
  readonly typecodes: readonly string[]
  readonly typecodesTuple: boolean
  /** ValueError for any other. */
  readonly badTypecode: string
  /** TypeErrors for a code that is no single character: for a str ({0}: its length), and for anything else ({0}: its type). */
  readonly codeLength: string | null
  readonly codeType: string
  /** TypeErrors for an item that is no single character: a str of another length ({0}), anything else ({0}: its type). */
  readonly itemLength: string
  readonly itemType: string
  /** Code 'u' warns. */
  readonly warnsOfU: boolean
  /** What `fromunicode` and `tounicode` add where the array has no characters. */
  readonly unicodeCodes: string
  /** ValueError of `fromfile` for less than nothing. */
  readonly negativeCount: string
  /** Methods that not every version has. */
  readonly laterMethods: readonly string[]
}

const bad = (codes: string): string => `bad typecode (must be ${codes})`

export const array311: ArrayFacts = {
  typecodes: [...'bBuhHiIlLqQfd'],
  typecodesTuple: false,
  badTypecode: bad('b, B, u, h, H, i, I, l, L, q, Q, f or d'),
  codeLength: 'array() argument 1 must be a unicode character, not str',
  codeType: 'array() argument 1 must be a unicode character, not {0}',
  itemLength: 'array item must be unicode character',
  itemType: 'array item must be unicode character',
  warnsOfU: false,
  unicodeCodes: '',
  negativeCount: 'negative count',
  laterMethods: [],
}

export const array312: ArrayFacts = { ...array311, laterMethods: ['__class_getitem__'] }

export const array313: ArrayFacts = {
  ...array312,
  typecodes: [...'bBuwhHiIlLqQfd'],
  warnsOfU: true,
  unicodeCodes: " ('u' or 'w')",
  laterMethods: ['__class_getitem__', 'clear'],
}

export const array314: ArrayFacts = {
  ...array313,
  badTypecode: bad('b, B, u, w, h, H, i, I, l, L, q, Q, f or d'),
  codeLength: 'array() argument 1 must be a unicode character, not a string of length {0}',
  itemLength: 'array item must be a unicode character, not a string of length {0}',
  itemType: 'array item must be a unicode character, not {0}',
}

export const array315: ArrayFacts = {
  ...array314,
  typecodes: [...'bBuwhHiIlLqQefd', 'Zf', 'Zd'],
  typecodesTuple: true,
  badTypecode: bad('b, B, u, w, h, H, i, I, l, L, q, Q, e, f, d, Zf or Zd'),
  codeLength: null,
  codeType: 'array() argument 1 must be str, not {0}',
  negativeCount: 'n cannot be negative',
}
