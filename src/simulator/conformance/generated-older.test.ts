// Recorded generated programs under the older half of the versions.

import { profiles } from '../profiles/index.ts'
import { testGenerated } from './generatedtests.ts'

testGenerated(profiles.slice(0, profiles.length / 2))
