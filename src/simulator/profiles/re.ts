// The facts by which regular expressions differ between versions.

/** How `re` differs. */
export interface ReFacts {
  /** `\z` is the end of the text. */
  readonly lowerZ: boolean
  /** `(?!)` has an instruction of its own: it fails. */
  readonly emptyAssertFails: boolean
  /** The number of a group may be written as `int()` takes it, with a warning. */
  readonly looseGroupNumbers: boolean
  /** There is a flag TEMPLATE, `t` in a pattern. */
  readonly templateFlag: boolean
  /** Sets of all characters and of none are found: `[\s\S]` is a dot. */
  readonly examinesSets: boolean
  /** `\B` matches in an empty text. */
  readonly emptyIsNoBoundary: boolean
  /** What `sub` puts in is an object of `_sre`; before, a list of texts and numbers. */
  readonly compilesTemplates: boolean
  /** `match` is also called `prefixmatch`. */
  readonly prefixmatch: boolean
  /** Bytes of what `finditer` searches with. */
  readonly scannerSize: number
}

export const re311: ReFacts = {
  lowerZ: false,
  emptyAssertFails: false,
  looseGroupNumbers: true,
  templateFlag: true,
  examinesSets: false,
  emptyIsNoBoundary: false,
  compilesTemplates: false,
  prefixmatch: false,
  scannerSize: 240,
}

export const re312: ReFacts = { ...re311, looseGroupNumbers: false, compilesTemplates: true }
export const re313: ReFacts = { ...re312, emptyAssertFails: true, templateFlag: false, scannerSize: 248 }
export const re314: ReFacts = { ...re313, lowerZ: true, examinesSets: true, emptyIsNoBoundary: true, scannerSize: 264 }
export const re315: ReFacts = { ...re314, prefixmatch: true }
