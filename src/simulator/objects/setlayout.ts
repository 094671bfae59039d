// PySetObject beyond the fields in heap/structs.ts: the slots inside the object, then the list of weak references.

import { PySetObject } from '../heap/structs.ts'

/** Number of slots inside the object. */
export const PySet_MINSIZE = 8
/** Bytes of an entry: key, hash. */
export const ENTRY = 16
export const SET_SMALLTABLE = PySetObject.sizeof
export const SET_WEAKREFLIST = SET_SMALLTABLE + PySet_MINSIZE * ENTRY
export const SET_BASICSIZE = SET_WEAKREFLIST + 8

/** The key of a deleted entry: an address that is never an object's. */
export const DUMMY = 4
