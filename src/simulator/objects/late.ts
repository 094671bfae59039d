// What few programs ask of the built-in types. Its code (late/) is fetched as a part of the library is, when a program first
// needs it; what it does not have either is refused by name.

import type { ThreadState } from '../heap/pystate.ts'
import type { Borrowed, Owned, TypeSlots, Vectorcall } from '../heap/typeslots.ts'
import type { Profile } from '../profiles/index.ts'
import type { GetSetSpec, MethodSpec } from './object.ts'

/** The functions that come late. */
export interface LateCode {
  /** Encodes a str: the bytes as a text of characters below 256, or `null` with UnicodeEncodeError or LookupError. */
  readonly encode: (ts: ThreadState, str: Borrowed, encoding: string, errors: string) => string | null
  /** Decodes bytes (a text of characters below 256); `null` with UnicodeDecodeError or LookupError. */
  readonly decode: (ts: ThreadState, bytes: string, encoding: string, errors: string) => string | null
  readonly UnicodeError_init: NonNullable<TypeSlots['tp_init']>
  readonly UnicodeError_str: (ts: ThreadState, self: Borrowed) => Owned
  /** A method, or what reads an attribute, by `type.name`. */
  readonly native: (name: string) => Vectorcall
  /** What writes an attribute. */
  readonly setter: (name: string) => NonNullable<GetSetSpec['set']>
  /** Names that the version's module has and ours does not. */
  readonly missingIn: (profile: Profile, module: string) => ReadonlySet<string>
}

let bring: () => LateCode = () => {
  throw new Error('there is no library')
}

/** Says where the functions come from. */
export function setLate(from: () => LateCode): void {
  bring = from
}

/** The functions; throws PartMissing where they are not here yet. */
export function late(): LateCode {
  return bring()
}

/** A method whose code comes late. @param key `type.name` */
export function lateNative(key: string): Vectorcall {
  return (ts, ...rest) => late().native(key)(ts, ...rest)
}

const BUFFER = 'O __buffer__ __release_buffer__'
const SIGNATURE = 'GET __text_signature__'

/** By `tp_name`: how they are called, and their names. */
const NAMES: Readonly<Record<string, readonly string[]>> = {
  float: ['CLASS from_number __getformat__'],
  complex: ['CLASS from_number'],
  map: ['O __setstate__'],
  bytes: ['O __buffer__'],
  bytearray: [BUFFER],
  memoryview: [BUFFER, 'CLASS _from_flags'],
  'types.SimpleNamespace': ['KEYWORDS __replace__'],
  'types.GenericAlias': ['NOARGS __dir__', 'GET __unpacked__ __typing_unpacked_tuple_args__'],
  'typing.Union': ['O __mro_entries__'],
  traceback: ['NOARGS __dir__'],
  property: ['SET __name__'],
  frame: ['GET f_generator', 'SET f_trace_lines f_trace_opcodes'],
  generator: ['GET gi_state'],
  coroutine: ['GET cr_state'],
  async_generator: ['GET ag_state'],
  type: [SIGNATURE],
  builtin_function_or_method: [SIGNATURE],
  method_descriptor: [SIGNATURE],
  classmethod_descriptor: [SIGNATURE],
  wrapper_descriptor: [SIGNATURE],
  'method-wrapper': [SIGNATURE],
}

/** Those of a type. */
export function lateAttributes(type: string): { readonly methods: MethodSpec[]; readonly getset: GetSetSpec[] } {
  const methods: MethodSpec[] = []
  const getset: GetSetSpec[] = []
  for (const row of NAMES[type] ?? []) {
    const [kind, ...names] = row.split(' ')
    for (const name of names) {
      const key = `${type}.${name}`
      const call = lateNative(key)
      if (kind === 'GET' || kind === 'SET') {
        const set: GetSetSpec['set'] = (ts, self, value) => late().setter(key)(ts, self, value)
        getset.push({ name, get: (ts, self) => call(ts, self, 0, 0, 0), ...(kind === 'SET' ? { set } : {}) })
      } else if (kind === 'CLASS') methods.push({ name, kind: 'O', binding: 'class', call })
      else methods.push({ name, kind: kind as MethodSpec['kind'], call })
    }
  }
  return { methods, getset }
}
