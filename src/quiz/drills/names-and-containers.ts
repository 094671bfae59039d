// Drills about names, arguments, containers and `del`.

import type { Template } from './drill.ts'

/** Names and aliases. */
export const aliases: Template = (draft, level) => {
  const { random } = draft
  const [a, b] = draft.names(2)
  const word = draft.word()
  draft.of = a
  draft.add(`${a} = [${word}]`)
  if (level === 1) {
    draft.add(`${b} = ${a}`)
    for (const name of draft.names(random.between(0, 1))) draft.add(`${name} = ${random.pick([a, b])}`)
    draft.count(a)
    for (const name of draft.names(random.between(1, 2))) draft.add(`${name} = ${b}`)
    draft.count(a)
    return
  }
  if (level === 2) {
    draft.add(`${b} = ${a}`)
    for (const name of draft.names(random.between(1, 2))) draft.add(`${name} = ${random.pick([a, b])}`)
    draft.count(a)
    draft.add(`${b} = [${word}]`)
    draft.count(a)
    draft.ask(`${b} is ${a}`, ['equalForIs'], { equalForIs: `print(${b} == ${a})` })
    return
  }
  const c = draft.name()
  draft.add(`${b} = ${c} = [${word}]`)
  for (const name of draft.names(random.between(1, 2))) draft.add(`${name} = ${a}`)
  draft.count(a)
  draft.add(`${a}, ${b} = ${b}, ${a}`, { swapDoesNothing: 'pass' })
  draft.count(a)
  draft.ask(`${a} is ${c}`)
}

/** The reference that asking adds. */
export const argument: Template = (draft, level) => {
  const { random } = draft
  const [a] = draft.names(1)
  const others = draft.names(random.between(0, 2))
  draft.of = a
  if (level === 1) {
    draft.add(`${a} = [${draft.word()}]`)
    for (const name of others) draft.add(`${name} = ${a}`)
    draft.count(a)
    draft.ask('sys.getrefcount([])', null, { freshHasName: 'new = []; print(sys.getrefcount(new))' })
    return
  }
  if (level === 2) {
    const places = Array.from({ length: random.between(1, 3) }, () => a).join(', ')
    draft.add(`${a} = []`)
    for (const name of others) draft.add(`${name} = ${a}`)
    draft.count(a, [])
    draft.add(`len([${places}])`, { keptTemporary: `kept = [${places}]` })
    draft.count(a, ['keptTemporary'])
    draft.ask(`sys.getrefcount([${draft.word()}])`, ['freshHasName'], {
      freshHasName: 'new = []; print(sys.getrefcount(new))',
    })
    return
  }
  draft.of = 'x'
  draft.add('def look(x):')
  draft.count('x', null, {}, '    ')
  draft.add(`${a} = [${draft.word()}]`)
  for (const name of others) draft.add(`${name} = ${a}`)
  draft.add(`look(${a})`)
  draft.count(a)
}

/** What containers hold. */
export const containers: Template = (draft, level) => {
  const { random } = draft
  const [a, box] = draft.names(2)
  draft.of = a
  draft.add(`${a} = [${draft.word()}]`)
  const places = (count: number) => Array.from({ length: count }, () => a).join(', ')
  if (level === 1) {
    draft.add(`${box} = [${places(random.between(1, 3))}]`)
    draft.count(a)
    draft.add(random.pick([`${box}.append(${a})`, `${box}.append(None)`, `${box}.extend([${a}, ${a}])`]))
    draft.count(a)
    return
  }
  if (level === 2) {
    const shelf = draft.name()
    draft.add(`${box} = [${places(random.between(1, 2))}]`)
    draft.add(`${shelf} = {'left': ${a}, 'right': ${random.pick([a, 'None'])}}`)
    draft.count(a)
    draft.add(random.pick([`${box}.pop()`, `${box}[0] = None`]))
    draft.count(a)
    draft.add(random.pick([`del ${shelf}['left']`, `${shelf}['left'] = ${box}`, `${shelf}.clear()`]))
    draft.count(a)
    return
  }
  const copied = draft.name()
  draft.add(`${box} = [${a}] * ${random.between(2, 4)}`)
  draft.add(`${copied} = ${box}[:]`, { sliceShares: `${copied} = ${box}` })
  draft.count(a, ['sliceShares'])
  draft.add(random.pick([`${box}.clear()`, `del ${box}[1:]`]))
  draft.count(a, ['sliceShares'])
  draft.add(random.pick([`${copied}.pop()`, `${copied}[0] = ${box}`]))
  draft.count(a, ['sliceShares'])
}

/** What `del` takes away. */
export const deleting: Template = (draft, level) => {
  const { random } = draft
  const [a, b, c] = draft.names(3)
  draft.of = a
  draft.add(`${a} = [${draft.word()}]`)
  if (level === 1) {
    const more = draft.names(random.between(0, 1))
    draft.add(`${b} = ${a}`)
    for (const name of [c, ...more]) draft.add(`${name} = ${random.pick([a, b])}`)
    draft.count(a)
    draft.add(`del ${random.pick([b, c])}`)
    draft.count(a)
    return
  }
  if (level === 2) {
    const count = random.between(2, 3)
    draft.add(`${b} = [${Array.from({ length: count }, () => a).join(', ')}]`)
    if (random.chance()) draft.add(`${c} = ${a}`)
    draft.count(a)
    draft.add(`del ${b}[0]`)
    draft.count(a)
    draft.add(`del ${b}`)
    draft.count(a)
    return
  }
  draft.add(`${b} = [${a}, ${random.pick([a, 'None'])}]`)
  draft.add(`${c} = ${random.pick([`[${b}]`, `{'first': ${b}}`, `(${b}, None)`])}`)
  draft.add(`del ${b}`, { delFrees: `${b}.clear(); del ${b}` })
  draft.count(a, ['delFrees'])
  draft.add(random.pick([`${c} = None`, `del ${c}`]))
  draft.count(a, [])
}
