// Modules/_sre/sre.h: PatternObject, MatchObject, TemplateObject and ScannerObject.

import { layout, PyVarObject } from '../../heap/structs.ts'

/** The instructions, 4 bytes each, begin within the last word of the object. */
export const P = layout(PyVarObject.sizeof, [
  ['groups', 'ssize'],
  ['groupindex', 'ptr'],
  ['indexgroup', 'ptr'],
  ['pattern', 'ptr'],
  ['flags', 'ssize'],
  ['weakreflist', 'ptr'],
  ['isbytes', 'ssize'],
  ['codesize', 'ssize'],
  ['code', 'ssize'],
])

/** Two marks a group, the first two for the whole match, begin with the last field. */
export const M = layout(PyVarObject.sizeof, [
  ['string', 'ptr'],
  ['regs', 'ptr'],
  ['pattern', 'ptr'],
  ['pos', 'ssize'],
  ['endpos', 'ssize'],
  ['lastindex', 'ssize'],
  ['groups', 'ssize'],
  ['mark', 'ssize'],
])

/** A text, then for each item the number of a group and the text after it (0: none). */
export const T = layout(PyVarObject.sizeof, [
  ['chunks', 'ssize'],
  ['literal', 'ptr'],
])
export const TEMPLATE_ITEM = layout(0, [
  ['index', 'ssize'],
  ['literal', 'ptr'],
])

/** NOT CPYTHON: of the state of a search only what lasts from one to the next; the object is as large. `start` -1: over. */
export const SCANNER = layout(16, [
  ['pattern', 'ptr'],
  ['string', 'ptr'],
  ['start', 'ssize'],
  ['pos', 'ssize'],
  ['endpos', 'ssize'],
  ['mustAdvance', 'ssize'],
  ['executing', 'ssize'],
])
