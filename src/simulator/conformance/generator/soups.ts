// Texts that are hardly programs: token soups, programs with many accidents, and what is hostile on purpose. No interpreter
// judges them: the simulator must come through each of them without an error of its own (fuzz.ts).

import fc from 'fast-check'
import { heavyMutants } from './mutants.ts'

const blanks = ['\n', '\n    ', '\n        ', ' ', '', '\t', '\f', '\r\n', '\\\n', '\n# c\n']
const keywords =
  'if elif else for while def class return yield await async lambda import from as with try except finally del global nonlocal pass match case type raise assert break continue in is not and or None True False _'.split(
    ' ',
  )
const signs =
  '( ) [ ] { } : , . ; = == != <= >= < > -> := + - * ** / // % @ & | ^ ~ << >> += -= *= **= //= >>= @= ... ! ? $ `'.split(
    ' ',
  )
const literals = [
  ...['0', '1', '-1', '0x', '0xff', '1_000', '1__0', '012', '1e999', '1e', '.5', '5.', '1j', '9'.repeat(50), '1if'],
  ...[
    "''",
    "'a'",
    '"',
    "'''",
    '"""x"""',
    "b'\\xff'",
    "rb''",
    "f'{x}'",
    "f'{x!r:>{w}}'",
    "f'{'",
    "t'{x}'",
    "'\\N{DASH}'",
    "'\\u12'",
  ],
]
const names =
  'x y self print len list dict str int type object super iter next sorted range set gc sys é 变量 𝐱 x\u0301 ｘ'.split(
    ' ',
  )
const strange = ['\0', '\u2028', '\ud800', '\ufeff', '\u00a0', '“', '’', '\x1a', '\u200b', '😀']

const soup = fc
  .array(
    fc.tuple(
      fc.oneof(
        { weight: 6, arbitrary: fc.constantFrom(...names) },
        { weight: 5, arbitrary: fc.constantFrom(...keywords) },
        { weight: 6, arbitrary: fc.constantFrom(...signs) },
        { weight: 3, arbitrary: fc.constantFrom(...literals) },
        { weight: 1, arbitrary: fc.constantFrom(...strange) },
      ),
      fc.oneof({ weight: 4, arbitrary: fc.constant(' ') }, { weight: 3, arbitrary: fc.constantFrom(...blanks) }),
    ),
    { minLength: 1, maxLength: 60 },
  )
  .map((all) => all.map(([token, blank]) => token + blank).join(''))

const phrases = (text: string) => text.split('§').map((each) => each.trim())

/** Values that are too large, too deep, their own members, or lie about themselves. */
const monsters = phrases(`
10 ** 10 ** 8 § 2 ** 100_000 § -(1 << 62) § [0] * 10 ** 12 § 'x' * 10 ** 9 § b"x" * (1 << 40) §
range(10 ** 18) § float("nan") § float("inf") § -0.0 § 1e308 * 10 § complex("nan+infj") §
memoryview(bytearray(8)) § slice(None, -1, 0) § nested(100) § nested(100_000) § ring() § Liar() § Raiser() §
Grower() § lambda *a: None § iter(Liar()) § Meta("M", (), {}) § {i: i for i in range(1000)} § {Liar(): 1} §
(i for i in Grower()) § type("T", (), {"__slots__": ("a", "b")})() § weakref.ref(Liar()) § sys § gc § print §
int § object() § NotImplemented § ... § ValueError("x") § sys._getframe() § "\\ud800" § "%s" * 500`)

/** What is done to them: `a`, `b`, `c` are monsters. */
const deeds = phrases(`
print(a) § repr(a) § str(a) § hash(a) § len(a) § bool(a) § list(a) § sorted(a) § sum(a) § max(a, b) §
dict(a) § set(a) § tuple(a) § a + b § a * b § a ** b § a // b § a % b § a << b § a @ b § a < b § a == b §
a in b § a[b] § a[b:c] § -a § ~a § a & b § divmod(a, b) § pow(a, b, c) § a[b] = c § a[b:c] = a § del a[b] §
a.x = b § del a.x § a += b § a *= b § a.__class__ = b § a.__dict__ = b § a.__init__(b) § a.__del__() §
a.__bases__ = (b,) § for x in a: b(x) § with a as x: b § async def f(): await a § raise a § raise a from b §
x, *y = a § f(*a, **b) § a(b) § a() § next(a) § iter(a) § reversed(a) § '{:{}}'.format(a, b) §
'%s %r %d' % (a, b, c) § f'{a!r:{b}}' § '%*d' % (b, a) § format(a, "1000000000000d") § a.format(*b) §
a.join(b) § a.replace("x", b) § a.append(a) § a.extend(a) § a.update(a) § a.sort(key=b) § a.pop() §
a.clear() § a.insert(b, c) § a.split(b) § a.encode() § a.release() § a.throw(b) § a.close() § a.send(b) §
gc.collect() § gc.get_referrers(a) § gc.get_referents(a) § sys.getrefcount(a) § sys.getsizeof(a) §
gc.get_objects() § sys.setrecursionlimit(b) § gc.set_threshold(b, c) § gc.freeze() § class C(a): x = b §
class C(metaclass=a): pass § type(a)(b) § type("N", (type(a),), {})() § isinstance(a, b) § issubclass(a, b) §
getattr(a, "__" + "len__") § setattr(a, "x", b) § vars(a) § dir(a) § def f(x=a): return f(b) § f() §
exec("f()" * 3) § eval(a) § compile(a, b, "exec") § __import__(a) § print(*a, sep=b, file=c) §
copy.deepcopy(a) § map(b, a) § zip(a, b, strict=True) § filter(None, a) § while True: a §
while True: a = [a] § while True: print(a) §
match a:\n    case [x, *y]: b\n    case {"k": z, **w}: c\n    case C(x): pass § try: a\nexcept* b: c §
try: a()\nexcept Exception as e: print(e.__traceback__)`)

const WORLD = `import copy, gc, sys, weakref
class Liar:
    def __len__(self): return -1
    def __hash__(self): return 'no'
    def __iter__(self): return self
    def __next__(self): raise StopIteration(self)
    def __eq__(self, other): return self
    def __bool__(self): return 2
    def __repr__(self): return 5
    def __index__(self): return self
    def __del__(self): keep.append(self)
class Raiser:
    def __getattr__(self, name): raise KeyError(name)
    def __del__(self): raise ValueError(self)
    def __eq__(self, other): raise TypeError(other)
    def __lt__(self, other): return other < self
    def __add__(self, other): return other + self
    __hash__ = None
class Grower(list):
    def __iter__(self):
        for i in range(10 ** 9):
            self.append(i)
            yield i
    def __getitem__(self, i): return self[i]
    def __repr__(self): return repr(self)
class Meta(type):
    def __call__(cls, *a): return cls
    def __instancecheck__(cls, o): return isinstance(o, cls)
    def mro(cls): return [cls]
keep = []
def nested(n):
    x = []
    for i in range(n): x = [x] if i % 2 else (x,)
    return x
def ring():
    x = []
    x.append({'r': (x,)})
    return x
def f(*a, **k): return f(*a, **k)
`

const hostile = fc
  .tuple(
    fc.constantFrom(...monsters),
    fc.constantFrom(...monsters),
    fc.constantFrom(...monsters),
    fc.array(fc.tuple(fc.constantFrom(...deeds), fc.boolean()), { minLength: 1, maxLength: 6 }),
  )
  .map(([a, b, c, all]) => {
    const guarded = (deed: string) => `try:\n${indent(deed)}\nexcept Exception as e: print(type(e), e)\n`
    const made = [a, b, c].map((monster, i) => guarded(`${'abc'[i]} = ${monster}`)).join('')
    return WORLD + made + all.map(([deed, isGuarded]) => (isGuarded ? guarded(deed) : `${deed}\n`)).join('')
  })

const indent = (text: string) => text.replace(/^/gm, '    ')

/** Soups, programs with many accidents, hostile programs. */
export const soups = (): fc.Arbitrary<string> =>
  fc.oneof({ weight: 3, arbitrary: soup }, { weight: 3, arbitrary: heavyMutants() }, { weight: 4, arbitrary: hostile })
