// How locks lie in memory, by version.

import { PyObject } from '../../heap/structs.ts'
import type { Profile } from '../../profiles/index.ts'
import type { ModuleType } from '../moduletype.ts'

/** Where a lock says whether it is held. */
export const LOCKED = PyObject.sizeof

/** Bytes of an instance, and where its weak references are: since 3.14 both kinds of lock are small and lie in the object. */
export function lockLayout(
  profile: Profile,
  small: number,
  large: number,
): Pick<ModuleType, 'basicsize' | 'weaklistoffset' | 'flags'> {
  if (profile.modules.locksInline)
    return { basicsize: small, weaklistoffset: -32, flags: ['HAVE_GC', 'MANAGED_WEAKREF'] }
  return { basicsize: large, weaklistoffset: large === 40 ? 24 : 40, flags: ['HAVE_GC'] }
}
