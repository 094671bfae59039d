import { namesAtStartup } from '../../profiles/startupnames/index.ts'
import type { Part } from '../module.ts'

export const part: Part = { natives: [], texts: {}, namesAtStartup }
