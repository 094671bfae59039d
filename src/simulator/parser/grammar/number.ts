// CPython: Parser/pegen.c (parsenumber): the value of a NUMBER token.

import type { ConstantValue } from '../ast.ts'
import type { Parser } from '../pegen.ts'
import type { Token } from '../token.ts'

/** What `sys.get_int_max_str_digits()` allows to be read from decimal digits. */
const maxDigits = 4300

export function parseNumber(p: Parser, token: Token): ConstantValue {
  const text = p.text(token).replaceAll('_', '')
  if (/^0[xob]/i.test(text)) return { type: 'int', value: BigInt(text) }
  if (/j$/i.test(text)) return { type: 'complex', imag: Number(text.slice(0, -1)) }
  if (/[.e]/i.test(text)) return { type: 'float', value: Number(text) }
  if (text.length > maxDigits) {
    const shown = `Exceeds the limit (${maxDigits} digits) for integer string conversion: value has ${text.length} digits`
    const advice = 'use sys.set_int_max_str_digits() to increase the limit'
    p.failAt(
      token,
      `${shown}; ${advice} - Consider hexadecimal for huge integer literals to avoid decimal conversion limits.`,
    )
  }
  return { type: 'int', value: BigInt(text) }
}
