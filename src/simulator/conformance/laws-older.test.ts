// Every law under the older half of the versions.

import { profiles } from '../profiles/index.ts'
import { testLaws } from './lawtests.ts'

testLaws(profiles.slice(0, profiles.length / 2))
