// The facts by which bytes, bytearray and memoryview differ between versions.

export interface BytesFacts {
  /** A bytearray keeps its bytes in a bytes object; before, in a block with room for a closing zero. */
  readonly arrayHoldsBytes: boolean
  /** Methods of bytearray and memoryview that not every version has. */
  readonly laterMethods: readonly string[]
  /** `fromhex` takes bytes too, and says when a digit is left over. */
  readonly fromhexBytes: boolean
  /** TypeError for a fill character that is too long. {0}: function, {1}: which argument, {2}: its type, {3}: its length. */
  readonly oneByte: string
  /** A negative position given to a bytearray's iterator (`__setstate__`) ends it; before, it begins anew. */
  readonly negativeStateEnds: boolean
  /** `bytearray.extend` of a str has words of its own. */
  readonly extendNamesStr: boolean
  /** repr of a bytearray escapes `'` in double quotes too. */
  readonly arrayEscapesQuote: boolean
  /** `replace` takes `count` by name. */
  readonly replaceKeyword: boolean
}
