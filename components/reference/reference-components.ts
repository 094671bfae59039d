// What the pages beside the lessons may use besides what a lesson may.
import { lessonComponents } from '../lesson/component-map.ts'
import ExactnessTable from './ExactnessTable.astro'
import GlossaryList from './GlossaryList.astro'
import LibertyList from './LibertyList.astro'
import ModuleList from './ModuleList.astro'

export const referenceComponents = { ...lessonComponents, ExactnessTable, GlossaryList, LibertyList, ModuleList }
