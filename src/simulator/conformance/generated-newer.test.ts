// Recorded generated programs under the newer half of the versions.

import { profiles } from '../profiles/index.ts'
import { testGenerated } from './generatedtests.ts'

testGenerated(profiles.slice(profiles.length / 2))
