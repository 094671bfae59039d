// Drills about copies, cycles, weak references and finalizers.

import type { Draft } from './draft.ts'
import type { Template } from './drill.ts'

/** What a copy copies. */
export const copies: Template = (draft, level) => {
  const { random } = draft
  const [a, b] = draft.names(2)
  draft.of = a
  if (level === 1) {
    draft.add(`${a} = [${draft.word()}]`)
    if (random.chance()) draft.add(`${b} = ${a}`, { aliasCopies: `${b} = ${a}[:]` })
    else draft.add(`${b} = ${random.pick([`${a}[:]`, `list(${a})`, `${a}.copy()`])}`, { copyIsAlias: `${b} = ${a}` })
    for (let i = random.between(1, 3); i > 0; i--) draft.add(`${b}.append(${draft.word()})`)
    draft.ask(`len(${a})`)
    draft.ask(`${b} is ${a}`)
    return
  }
  const inner = draft.name()
  draft.add(`${inner} = [${draft.word()}]`)
  draft.add(`${a} = [${random.pick([inner, `${inner}, ${inner}`])}]`)
  if (level === 2) {
    const how = random.pick([`${a}[:]`, `list(${a})`, `${a}.copy()`])
    draft.add(`${b} = ${how}`, { copyGoesDeep: `${b} = [list(x) for x in ${a}]`, copyIsAlias: `${b} = ${a}` })
    draft.add(`${b}[0].append(${draft.word()})`)
    draft.add(`${b}.append([])`)
    draft.ask(`len(${inner})`, ['copyGoesDeep'])
    draft.ask(`len(${a})`, ['copyIsAlias'])
    draft.ask(`${a}[0] is ${b}[0]`, ['copyGoesDeep'])
    return
  }
  draft.of = inner
  const [flat, deep] = [`${b} = copy.copy(${a})`, `${b} = copy.deepcopy(${a})`]
  if (random.chance()) draft.add(flat, { copyCopiesDeep: deep })
  else draft.add(deep, { deepIsShallow: flat })
  draft.count(inner, ['copyCopiesDeep', 'deepIsShallow'])
  draft.add(`${b}[0].append(${draft.word()})`)
  draft.ask(`len(${inner})`, ['copyCopiesDeep', 'deepIsShallow'])
  draft.add(`del ${random.pick([a, b])}`)
  draft.count(inner, ['copyCopiesDeep', 'deepIsShallow'])
}

/** Lists that lead to one another in a ring. */
function ring(draft: Draft, names: readonly string[]): void {
  for (const name of names) draft.add(`${name} = []`)
  for (const [i, name] of names.entries()) draft.add(`${name}.append(${names[(i + 1) % names.length]})`)
}

/** What `gc.collect()` finds. */
export const cycles: Template = (draft, level) => {
  const { random } = draft
  const names = draft.names(random.between(2, 3))
  const all = names.join(', ')
  draft.add('gc.collect()')
  ring(draft, names)
  const asOne = 'print(min(gc.collect(), 1))'
  if (level === 1) {
    draft.add(`del ${all}`, { delFreesRing: `${names[0]}.clear(); del ${all}` })
    draft.ask('gc.collect()', ['ringIsOne', 'delFreesRing'], { ringIsOne: asOne, countedBefore: 'print(0)' })
    if (random.chance()) draft.add(`${names[0]} = [${draft.word()}]`)
    draft.ask('gc.collect()', ['countedBefore'])
    return
  }
  if (level === 2) {
    const [kept, ...gone] = random.shuffled(names)
    draft.add(`del ${gone.join(', ')}`, { namedRing: `del ${all}` })
    draft.ask('gc.collect()', ['namedRing'])
    draft.add(`del ${kept}`)
    draft.ask('gc.collect()', ['ringIsOne'], { ringIsOne: asOne })
    return
  }
  const [tail, outside, alone] = draft.names(3)
  draft.lines(`${tail} = [${draft.word()}]`, `${outside} = [${draft.word()}]`)
  draft.add(`${alone} = [${random.pick([tail, outside])}]`)
  draft.add(`${random.pick(names)}.append(${tail})`, { onlyTheRing: 'pass' })
  draft.add(`${random.pick(names)}.append(${outside})`)
  draft.add(`del ${all}, ${tail}, ${alone}`, {
    countedNamed: `del ${all}, ${tail}, ${alone}, ${outside}`,
    countedFreed: `${alone}.append(${alone}); del ${all}, ${tail}, ${alone}`,
  })
  draft.ask('gc.collect()')
}

/** What weak references do not hold. */
export const weak: Template = (draft, level) => {
  const { random } = draft
  const [a, b, see] = draft.names(3)
  draft.of = a
  draft.lines('class Node:', '    pass', '')
  draft.add(`${a} = Node()`)
  if (level === 1) {
    const held = random.chance()
    if (held) draft.add(random.pick([`${b} = ${a}`, `${b} = [${a}]`]))
    draft.add(`${see} = weakref.ref(${a})`, { countedWeak: `${see} = lambda held=${a}: held` })
    draft.count(a, ['countedWeak'])
    draft.add(`del ${a}`)
    if (held) draft.ask(`${see}() is None`, ['delFrees'], { delFrees: `del ${b}; print(${see}() is None)` })
    else draft.ask(`${see}() is None`, ['weakKeeps'], { weakKeeps: `${see} = [1].copy; print(${see}() is None)` })
    return
  }
  if (level === 2) {
    const c = draft.name()
    draft.add(`${b} = Node()`)
    const names = [a, b]
    if (random.chance()) {
      draft.add(`${c} = Node()`)
      names.push(c)
    }
    draft.add(`${see} = weakref.WeakSet([${names.join(', ')}])`, { groupKeeps: `${see} = {${names.join(', ')}}` })
    if (random.chance()) draft.add(`kept = [${random.pick(names)}]`)
    draft.ask(`len(${see})`)
    draft.add(`del ${a}`)
    draft.ask(`len(${see})`)
    draft.add(`${b} = None`)
    draft.ask(`len(${see})`)
    return
  }
  draft.add(`${b} = Node()`)
  draft.add(`${a}.next = ${b}`)
  draft.add(`${b}.next = ${a}`, { delFreesRing: 'pass' })
  draft.add(`${see} = weakref.ref(${a})`)
  if (random.chance()) draft.add(`found = ${see}()`)
  draft.add(`del ${a}, ${b}`)
  draft.ask(`${see}() is None`, ['delFreesRing'])
  draft.add('gc.collect()', { ringStays: 'pass' })
  draft.ask(`${see}() is None`, ['ringStays'])
}

/** Which finalizers run, and when. */
export const finalizers: Template = (draft, level) => {
  const { random } = draft
  const [a, b] = draft.names(2)
  const [one, two, three] = random.shuffled([2, 3, 4, 5, 6, 7, 8, 9])
  draft.lines('gone = []', '', 'class Noisy:')
  draft.add('    def __init__(self, number, *parts):')
  draft.add('        self.number, self.parts = number, parts', {
    firstPlaceFirst: '        self.number, self.parts = number, parts[::-1]',
  })
  draft.add('    def __del__(self):')
  draft.add('        gone.append(self.number)', { insideFirst: '        self.parts = (); gone.append(self.number)' })
  draft.add('')
  if (level === 1) {
    draft.add(`${a} = Noisy(${one})`)
    const isHeld = random.between(0, 3) > 0
    draft.add(isHeld ? random.pick([`${b} = ${a}`, `${b} = [${a}]`, `${b} = (${a}, ${a})`]) : `${b} = Noisy(${two})`)
    draft.add(`del ${a}`, isHeld ? { delFrees: `del ${a}, ${b}` } : { freedLater: 'pass' })
    draft.ask('len(gone)')
    draft.add(random.pick([`${b} = None`, `del ${b}`]), { freedLater: 'pass' })
    draft.ask('len(gone)', ['freedLater'])
    return
  }
  if (level === 2) {
    const parts = [`Noisy(${two})`, `Noisy(${three})`]
    if (random.chance()) draft.add(`${b} = Noisy(${one}, ${parts.join(', ')})`)
    else draft.add(`${b} = Noisy(${one}, Noisy(${two}, Noisy(${three})))`)
    draft.add(random.pick([`${b} = None`, `del ${b}`]))
    draft.ask('gone[0]', ['insideFirst'])
    draft.ask('gone[1]', ['firstPlaceFirst'])
    return
  }
  draft.lines(`${a} = Noisy(${one})`, `${b} = Noisy(${two})`)
  draft.add(`${a}.other = ${b}`)
  draft.add(`${b}.other = ${random.pick([a, a, 'None'])}`, { delFreesRing: 'pass' })
  draft.add(`del ${a}, ${b}`)
  draft.ask('len(gone)', ['delFreesRing'])
  draft.add('gc.collect()', { ringNotFinalized: 'pass' })
  draft.ask('len(gone)', ['ringNotFinalized'])
}
