// Sites whose leaving out nothing can tell, each with the reason.

import type { Site } from './sites.ts'

/** File → text of the line → why. */
const reasons: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'vm/finalize.ts': {
    'CLEAR(ts, Roots.sys_modules)':
      'an empty dict that was there before the program, given up when nothing can look any more',
  },
}

/** Why no test can notice that the site is left out; `null`: one could. */
export function indistinguishable({ file, text }: Site): string | null {
  return reasons[file]?.[text] ?? null
}
