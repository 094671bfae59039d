// Every law under the newer half of the versions.

import { profiles } from '../profiles/index.ts'
import { testLaws } from './lawtests.ts'

testLaws(profiles.slice(profiles.length / 2))
