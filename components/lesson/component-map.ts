// Everything a lesson may use without importing it: the components by name, and our versions of Markdown's own elements.
import Aside from './Aside.astro'
import ByVersion from './ByVersion.astro'
import Checked from './Checked.astro'
import Choose from './Choose.astro'
import Count from './Count.astro'
import HeadingThree from './HeadingThree.astro'
import HeadingTwo from './HeadingTwo.astro'
import Link from './Link.astro'
import Moment from './Moment.astro'
import Playground from './Playground.astro'
import Predict from './Predict.astro'
import Remember from './Remember.astro'
import Scene from './Scene.astro'
import Table from './Table.astro'
import Term from './Term.astro'
import Try from './Try.astro'
import TwoThreads from './TwoThreads.astro'
import VersionNote from './VersionNote.astro'
import Why from './Why.astro'

export const lessonComponents = {
  Aside,
  ByVersion,
  Checked,
  Choose,
  Count,
  Moment,
  Playground,
  Predict,
  Remember,
  Scene,
  Term,
  Try,
  TwoThreads,
  VersionNote,
  Why,
  a: Link,
  h2: HeadingTwo,
  h3: HeadingThree,
  table: Table,
}
