// Python/marshal.c's place in the model: the compiler's plain constants become objects, once for each identity, and the
// code objects that hold them. What the parser's arena would own is listed there, one reference for each literal.

import type { Code, Constant } from '../compiler/code.ts'
import { rawFree, rawMalloc } from '../heap/malloc.ts'
import type { ThreadState } from '../heap/pystate.ts'
import { DECREF, newref } from '../heap/refcount.ts'
import { Roots } from '../heap/runtime.ts'
import type { Owned } from '../heap/typeslots.ts'
import { newBytes } from '../objects/bytesobject.ts'
import { PyCode_New } from '../objects/codeobject.ts'
import { newComplex } from '../objects/complexobject.ts'
import { newFloat } from '../objects/floatobject.ts'
import { newIntFromBigInt } from '../objects/longobject.ts'
import { frozenSetFrom } from '../objects/setobject.ts'
import { newSlice } from '../objects/sliceobject.ts'
import { newTuple, PyTuple_GET_ITEM, PyTuple_GET_SIZE, PyTuple_SET_ITEM, trackTuple } from '../objects/tupleobject.ts'
import { internName, internStr, newStr } from '../objects/unicodeobject.ts'

/** Builds the objects of one compiled file. */
export class Unmarshal {
  readonly ts: ThreadState
  /** One reference to each object built, given up in `finish`. */
  readonly #objects = new Map<Constant, Owned>()
  /** The tuples built, by the addresses of their items: equal ones are one, whether constant, constants or names. */
  readonly #tuples = new Map<string, Owned>()
  /** Whether the tuple asked about last was given up for one that was there. */
  #replaced = false
  readonly #arena: number[] = []
  #codes = 0

  constructor(ts: ThreadState) {
    this.ts = ts
  }

  /** A code object with everything inside it. 0 with MemoryError. */
  code(code: Code): Owned {
    const ts = this.ts
    this.#codes++
    const co_consts = newTuple(ts, code.co_consts.length)
    for (const [i, constant] of code.co_consts.entries()) PyTuple_SET_ITEM(ts, co_consts, i, this.constant(constant))
    trackTuple(ts, co_consts)
    return PyCode_New(ts, code, {
      co_consts: this.#merged(co_consts),
      co_names: this.names(code.co_names),
      co_localsplusnames: this.names(code.co_localsplusnames),
      co_filename: newStr(ts, code.co_filename),
      co_name: internName(ts, code.co_name),
      co_qualname: this.#qualname(code),
    })
  }

  /** The name where the code is not inside other code; what is joined with dots is nobody else's. */
  #qualname({ co_name, co_qualname, co_consts }: Code): Owned {
    if (co_qualname === co_name) return internName(this.ts, co_name)
    // The body of a class gives its class the same object.
    const given = co_consts.find((c) => c.kind === 'str' && !c.literal && c.value === co_qualname)
    return given ? this.constant(given) : newStr(this.ts, co_qualname)
  }

  /** How many code objects and tuples, the same ones counted once, there are so far. */
  get made(): { readonly codes: number; readonly tuples: number } {
    return { codes: this.#codes, tuples: this.#tuples.size }
  }

  /** A new reference to the object of a constant. */
  constant(constant: Constant): Owned {
    const known = this.#objects.get(constant)
    if (known !== undefined) return newref(this.ts, known)
    const made = this.#make(constant)
    this.#objects.set(constant, made)
    // The arena owns what the parser made: not an equal tuple that was there before.
    const replaced = constant.kind === 'tuple' && this.#replaced
    if ('literal' in constant && constant.literal && !replaced) {
      this.#arena.push(newref(this.ts, made))
      // Where bytes are joined to empty ones, that gives the same object to the arena again.
      if (constant.kind === 'bytes' && this.ts.profile.compiler.bytesJoined) this.#arena.push(newref(this.ts, made))
    }
    return newref(this.ts, made)
  }

  /**
   * Gives up the references held while building. The arena's own stay until `freeArena`: CPython frees the arena when the
   * module's body has run (pythonrun.c, pyrun_file).
   */
  finish(keepArena: boolean): void {
    const ts = this.ts
    for (const o of this.#objects.values()) DECREF(ts, o)
    this.#objects.clear()
    this.#tuples.clear()
    if (!keepArena) for (const o of this.#arena) DECREF(ts, o)
    else {
      const block = rawMalloc(ts.mem, 8 + this.#arena.length * 8)
      ts.mem.store(block, this.#arena.length)
      for (const [i, o] of this.#arena.entries()) ts.mem.store(block + 8 + i * 8, o)
      ts.mem.store(Roots.arena, block)
    }
  }

  /** Gives up what `finish` does, and hands the arena's references to the caller. */
  takeArena(): Owned[] {
    for (const o of this.#objects.values()) DECREF(this.ts, o)
    this.#objects.clear()
    return this.#arena.splice(0)
  }

  names(texts: readonly string[]): Owned {
    const tuple = newTuple(this.ts, texts.length)
    for (const [i, text] of texts.entries()) PyTuple_SET_ITEM(this.ts, tuple, i, internName(this.ts, text))
    trackTuple(this.ts, tuple)
    return this.#merged(tuple)
  }

  /** The tuple with the same items that is there already, or this one (compile.c's const_cache: merge_const_one). */
  #merged(tuple: Owned): Owned {
    const ts = this.ts
    const n = PyTuple_GET_SIZE(ts, tuple)
    if (n === 0) return tuple
    const items = Array.from({ length: n }, (_, i) => PyTuple_GET_ITEM(ts, tuple, i)).join()
    const known = this.#tuples.get(items)
    this.#replaced = known !== undefined
    if (known === undefined) {
      this.#tuples.set(items, tuple)
      return tuple
    }
    DECREF(ts, tuple)
    return newref(ts, known)
  }

  #make(constant: Constant): Owned {
    const ts = this.ts
    switch (constant.kind) {
      case 'None':
        return newref(ts, ts.none)
      case 'bool':
        return newref(ts, constant.value ? ts.true_ : ts.false_)
      case 'Ellipsis':
        return newref(ts, ts.ellipsis)
      case 'int':
        return newIntFromBigInt(ts, constant.value)
      case 'float':
        return newFloat(ts, constant.value)
      case 'complex':
        return newComplex(ts, constant.real, constant.imag)
      case 'str':
        return IDENTIFIER.test(constant.value) ? internStr(ts, constant.value) : newStr(ts, constant.value)
      case 'bytes':
        return newBytes(ts, constant.value)
      case 'tuple': {
        const tuple = newTuple(ts, constant.items.length)
        for (const [i, item] of constant.items.entries()) {
          // What nobody wrote as a string here is the name of a keyword.
          if (item.kind === 'str' && !item.literal) DECREF(ts, internName(ts, item.value))
          PyTuple_SET_ITEM(ts, tuple, i, this.constant(item))
        }
        trackTuple(ts, tuple)
        return this.#merged(tuple)
      }
      case 'frozenset': {
        const items = constant.items.map((item) => this.constant(item))
        const set = frozenSetFrom(ts, items)
        for (const item of items) DECREF(ts, item)
        return set
      }
      case 'slice': {
        const [start, stop, step] = [constant.start, constant.stop, constant.step].map((part) => this.constant(part))
        const slice = newSlice(ts, start, stop, step)
        for (const part of [start, stop, step]) DECREF(ts, part)
        return slice
      }
      case 'code':
        return this.code(constant.code)
    }
  }
}

/** Constants that look like names are interned (codeobject.c, should_intern_string). */
const IDENTIFIER = /^[A-Za-z0-9_]*$/

/** Frees the parser's arena with the references it owns. */
export function freeArena(ts: ThreadState): void {
  const block = ts.mem.load(Roots.arena)
  if (block === 0) return
  ts.mem.store(Roots.arena, 0)
  for (let i = 0; i < ts.mem.load(block); i++) DECREF(ts, ts.mem.load(block + 8 + i * 8))
  rawFree(ts.mem, block)
}
