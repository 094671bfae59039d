// Drills about calls, default arguments, closures and loops.

import type { Template } from './drill.ts'

/** Calls and the frames that come and go with them. */
export const calls: Template = (draft, level) => {
  const { random } = draft
  const [a, b] = draft.names(2)
  const others = draft.names(random.between(0, 1))
  draft.of = a
  if (level === 1) {
    draft.lines('def look(x):', ...(random.chance() ? ['    y = x', '    return y'] : ['    return x']), '')
    draft.add(`${a} = [${draft.word()}]`)
    for (const name of others) draft.add(`${name} = ${a}`)
    draft.add(`look(${a})`, { localOutlives: `x = ${a}` })
    draft.count(a, ['localOutlives'])
    draft.add(`${b} = look(${a})`, { returnsNothing: `${b} = None` })
    draft.count(a, ['returnsNothing'])
    return
  }
  if (level === 2) {
    draft.lines('kept = []', '', 'def keep(x):', '    kept.append(x)', '')
    draft.add(`${a} = [${draft.word()}]`)
    for (const name of others) draft.add(`${name} = ${a}`)
    for (let i = random.between(1, 3); i > 0; i--) draft.add(`keep(${a})`)
    draft.count(a)
    draft.add(random.pick(['kept.clear()', 'kept.pop()']))
    draft.count(a)
    return
  }
  draft.of = 'x'
  draft.lines('def look(x):', ...(random.chance() ? ['    y = x'] : []))
  draft.count('x', null, {}, '    ')
  draft.add('')
  draft.add(`${a} = [${draft.word()}]`)
  for (const name of others) draft.add(`${name} = ${a}`)
  draft.add(random.chance() ? `${b} = [${a}]` : `${b} = ${a}`)
  draft.add(`look(${a})`)
  draft.count(a)
}

/** Default arguments. */
export const defaults: Template = (draft, level) => {
  const { random } = draft
  const [first, second, third] = draft.names(3)
  draft.add('def add(item, basket=[]):')
  draft.add('    basket.append(item)', { defaultEachCall: '    basket = basket + [item]' })
  draft.lines('    return basket', '')
  draft.add(`${first} = add(${draft.word()})`)
  const about = ['defaultEachCall']
  if (level === 1) {
    draft.add(`${second} = add(${draft.word()})`)
    if (random.chance()) draft.add(`add(${draft.word()})`)
    draft.ask(`len(${random.pick([first, second])})`, about)
    draft.ask(`${first} is ${second}`, about)
    return
  }
  if (level === 2) {
    const items = random.pick(['[]', `[${draft.word()}]`])
    const word = draft.word()
    draft.add(`${second} = add(${word}, ${items})`, { defaultAlways: `${second} = add(${word})` })
    draft.add(`${third} = add(${draft.word()})`)
    for (const name of random.shuffled([first, second])) draft.ask(`len(${name})`)
    draft.ask(`${random.pick([first, second])} is ${third}`)
    return
  }
  draft.of = first
  const named = random.chance()
  draft.add(`${named ? `${second} = ` : ''}add(${draft.word()})`)
  if (random.chance()) draft.add(`${third} = add(${draft.word()}, [])`)
  const missed = `add.__defaults__ = None; print(sys.getrefcount(${first}))`
  draft.count(first, ['missedDefault', 'defaultEachCall'], { missedDefault: missed })
  draft.add(named ? `del ${second}` : `${second} = ${first}`)
  draft.count(first, ['missedDefault'], { missedDefault: missed })
}

/** Functions that keep what they need. */
export const closures: Template = (draft, level) => {
  const { random } = draft
  const [a, f, g] = draft.names(3)
  draft.of = a
  if (level === 1) {
    draft.lines('def keep(x):', '    def get():', '        return x')
    draft.add('    return get', { missedCell: '    return None' })
    draft.add('')
    draft.add(`${a} = [${draft.word()}]`)
    draft.add(`${f} = keep(${a})`)
    draft.count(a, ['missedCell'])
    draft.add(random.pick([`${g} = keep(${a})`, `${g} = ${f}`, `del ${f}`]))
    draft.count(a, ['missedCell'])
    return
  }
  if (level === 2) {
    draft.lines('def keep(x):', '    def get():', '        return x')
    draft.add('    def size():', { cellEach: '    def size(x=x):' })
    draft.lines('        return len(x)')
    draft.add('    return get, size', { missedCell: '    return None, None' })
    draft.add('')
    draft.add(`${a} = [${draft.word()}]`)
    draft.add(`${f}, ${g} = keep(${a})`)
    draft.count(a, ['missedCell', 'cellEach'])
    draft.add(random.pick([`del ${f}`, `${g} = ${f}`, `${f} = ${g} = None`]))
    draft.count(a, [])
    return
  }
  draft.of = ''
  const numbers = random.shuffled([2, 3, 4, 5, 7, 9]).slice(0, 3)
  const by = random.between(2, 4)
  const [later, atOnce] = [`    ${f}.append(lambda: n * ${by})`, `    ${f}.append(lambda n=n: n * ${by})`]
  draft.lines(`${f} = []`, `for n in [${numbers.join(', ')}]:`)
  if (random.chance()) draft.add(later, { valueWhenMade: atOnce })
  else draft.add(atOnce, { valueWhenCalled: later })
  draft.ask(`${f}[0]()`)
  draft.add(`n = ${random.between(10, 20)}`)
  draft.ask(`${f}[${random.between(1, 2)}]()`)
}

/** What a loop's name leads to. */
export const loops: Template = (draft, level) => {
  const { random } = draft
  const items = draft.names(random.between(2, 3))
  const box = draft.name()
  const word = draft.word()
  for (const name of items) draft.add(`${name} = [${word}]`)
  draft.add(`${box} = [${items.join(', ')}]`)
  const last = items[items.length - 1]
  const asked = random.pick(items)
  draft.of = asked
  if (level === 1) {
    draft.add(`for x in ${box}:`, { loopLetsGo: 'for x in []:' })
    draft.add('    pass')
    draft.count(asked, ['loopLetsGo', 'loopHoldsAll'], {
      loopHoldsAll: `every = ${asked}; print(sys.getrefcount(${asked}))`,
    })
    draft.add('x = None')
    draft.count(asked, [])
    return
  }
  if (level === 2) {
    const made = draft.name()
    draft.add(`${made} = [${random.pick(['x', '(x, x)', '[x]', 'len(x)'])} for x in ${box}]`)
    draft.count(asked, ['comprehensionKeeps'], {
      comprehensionKeeps: `x = ${last}; print(sys.getrefcount(${asked}))`,
    })
    draft.add(random.pick([`del ${made}[0]`, `${made}.clear()`, `${box}.clear()`]))
    draft.count(asked, [])
    return
  }
  const stop = random.between(0, items.length - 1)
  draft.of = items[stop]
  draft.add(`for i, x in enumerate(${box}):`, { loopLetsGo: 'for i, x in []:' })
  draft.lines(`    if i == ${stop}:`, '        break')
  draft.count(items[stop], ['loopLetsGo'])
  draft.add(random.pick([`${box}.clear()`, `del ${box}`, `${box}.append(x)`]))
  draft.count(items[stop], ['loopLetsGo'])
  draft.add('del x')
  draft.count(items[stop], [])
}
