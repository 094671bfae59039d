import { native, setter } from '../../objects/late/attributes.ts'
import { decode, encode } from '../../objects/late/codecs.ts'
import { UnicodeError_init, UnicodeError_str } from '../../objects/late/unicodeerrors.ts'
import { missingIn } from '../../profiles/missingnames.ts'
import type { Part } from '../module.ts'

export const part: Part = {
  natives: [],
  texts: {},
  late: { encode, decode, UnicodeError_init, UnicodeError_str, native, setter, missingIn },
}
