// Include/internal/pycore_stackref.h: a cell of a value stack, of a frame's locals or of the C stack holds a reference
// and, in its lowest bit, who owns it. Since 3.14 many loads only borrow; up to 3.13 every cell owns.

/** The bit that says "borrowed: somebody else keeps this object alive" (Py_TAG_REFCNT). */
export const Py_TAG_REFCNT = 1

/** Both low bits set: the cell holds a number (above them) and no reference (3.15's index beside an iterated list). */
export const Py_INT_TAG = 3

/** Bytes of one cell. */
export const CELL = 8

/** The object a cell refers to, without its tag. */
export function untagged(cell: number): number {
  return cell & ~Py_TAG_REFCNT
}

/** Whether a cell only borrows. */
export function isBorrowed(cell: number): boolean {
  return (cell & Py_TAG_REFCNT) !== 0
}
