// How the picture is looked at: how large, which part of it, which object. By wheel, by two fingers, by dragging, by keys.
// The picture lies in an element that scrolls, so that the part that is seen is where that element is scrolled to.

import { signal } from '@preact/signals'
import { contains, widened } from '../../src/scene/part.ts'
import type { Box, Scene } from '../../src/scene/scene.ts'

/** What one press of a button or key changes, and how small and large a picture can be. */
const FACTOR = 1.25
const [SMALLEST, LARGEST] = [0.1, 4]
/** So many pixels of movement are still a click. */
const STILL = 4
/** How much of a window's height a picture that is zoomed may take. */
export const MOST_HEIGHT = 0.7

/** What is thought to be seen before anything is measured, in the picture's own lengths. */
const AT_FIRST: Box = { x: 0, y: 0, width: 1600, height: 1200 }

/** A point of the picture that is to stay where it is on the screen. */
interface Anchor {
  /** In the picture's own lengths. */
  readonly x: number
  readonly y: number
  /** From the corner of the element that scrolls, in CSS pixels. */
  readonly left: number
  readonly top: number
}

/** How one playground's picture is looked at. */
export class Lens {
  /** A number: so many times as large. `normal`: as it is, a little smaller where that makes it fit. `whole`: all of it. */
  readonly size = signal<number | 'normal' | 'whole'>('normal')
  /** Name of the life of the object that is looked at (scene/lives.ts); empty for none. */
  readonly focus = signal('')
  /** What there is room for. */
  readonly room = signal({ width: 0, height: 0 })
  /** The part of a large picture that is drawn: what is seen of it and half as much again. `null`: all of it. */
  readonly area = signal<Box | null>(AT_FIRST)
  /** Address of the object in the picture that has the keyboard's focus; 0 for none. */
  readonly held = signal(0)
  /** How large the picture was drawn when the area was chosen. */
  #areaScale = 0
  #element: HTMLElement | null = null
  #anchor: Anchor | null = null

  /** How large a scene is drawn; undefined: as it is. */
  scaleOf({ width, height }: Scene): number | undefined {
    const size = this.size.value
    const room = this.room.value
    if (size === 'normal') return undefined
    if (size !== 'whole') return size
    return room.width === 0 ? undefined : Math.min(1, room.width / width, room.height / height)
  }

  larger(): void {
    this.#zoom(FACTOR)
  }

  smaller(): void {
    this.#zoom(1 / FACTOR)
  }

  normal(): void {
    this.size.value = 'normal'
  }

  whole(): void {
    this.size.value = 'whole'
  }

  /** Looks at an object, or away from it; an empty name looks at all. */
  lookAt(life: string): void {
    this.focus.value = this.focus.peek() === life ? '' : life
  }

  /** Scrolls the picture, and nothing else, so far that the beginning of the first line of a kind is seen. */
  reveal(line: string): void {
    const element = this.#element
    const way = element?.querySelector<SVGPathElement>(line)
    const matrix = way?.getScreenCTM()
    if (!element || !way || !matrix) return
    const start = way.getPointAtLength(0).matrixTransform(matrix)
    const box = element.getBoundingClientRect()
    const [x, y] = [start.x - box.left, start.y - box.top]
    if (x < 0 || x > element.clientWidth) element.scrollLeft += x - element.clientWidth / 2
    if (y < 0 || y > element.clientHeight) element.scrollTop += y - element.clientHeight / 2
  }

  /** Puts back under the pointer what was there before the size changed. To be called when the picture has been drawn. */
  settle(): void {
    const anchor = this.#anchor
    const element = this.#element
    this.#anchor = null
    if (anchor && element) {
      const scale = this.#drawnScale()
      element.scrollLeft = anchor.x * scale - anchor.left
      element.scrollTop = anchor.y * scale - anchor.top
    }
    this.#look()
  }

  /** Does something while all of the picture is drawn. */
  async drawnWhole(todo: () => void): Promise<void> {
    this.area.value = null
    // The frame after next shows it.
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)))
    todo()
    this.#areaScale = 0
    this.#look()
  }

  /** Draws another part of the picture where what is seen now is not all drawn. */
  #look(): void {
    const element = this.#element
    const scale = this.#drawnScale()
    if (!element || scale === 0) return
    const box = element.getBoundingClientRect()
    const [left, top] = [Math.max(0, -box.left), Math.max(0, -box.top)]
    const width = Math.min(box.right, innerWidth) - Math.max(box.left, 0)
    const height = Math.min(box.bottom, innerHeight) - Math.max(box.top, 0)
    const seen: Box = {
      x: (element.scrollLeft + left) / scale,
      y: (element.scrollTop + Math.min(top, box.height)) / scale,
      width: Math.max(0, width) / scale,
      height: Math.max(0, height) / scale,
    }
    const area = this.area.peek()
    if (area && this.#areaScale === scale && contains(area, seen)) return
    this.#areaScale = scale
    this.area.value = widened(seen, innerWidth / 4 / scale, innerHeight / 4 / scale)
  }

  /**
   * Listens to what is done in the element that scrolls.
   * @param lifeOf name of the life of the object at an address in the scene that is shown
   * @returns ends it
   */
  attach(element: HTMLElement, lifeOf: (address: number) => string): () => void {
    this.#element = element
    const ending = new AbortController()
    const { signal: ended } = ending
    const look = () => this.#look()
    const measure = () => {
      this.room.value = { width: element.clientWidth, height: innerHeight * MOST_HEIGHT }
      look()
    }
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    ended.addEventListener('abort', () => observer.disconnect())
    const wheel = (event: WheelEvent) => {
      if (!event.ctrlKey && !event.metaKey) return
      event.preventDefault()
      this.#zoom(Math.exp(-Math.max(-60, Math.min(60, event.deltaY)) / 150), event.clientX, event.clientY)
    }
    element.addEventListener('wheel', wheel, { passive: false, signal: ended })
    element.addEventListener('scroll', look, { passive: true, signal: ended })
    addEventListener('scroll', look, { passive: true, signal: ended })
    const hold = (target: EventTarget | null) => {
      const shape = target instanceof Element ? target.closest('[data-object]') : null
      this.held.value = Number(shape?.getAttribute('data-object') ?? 0)
    }
    element.addEventListener('focusin', (event) => hold(event.target), { signal: ended })
    element.addEventListener('focusout', (event) => hold(event.relatedTarget), { signal: ended })
    const drawAll = () => {
      this.area.value = null
    }
    addEventListener('beforeprint', drawAll, { signal: ended })
    addEventListener('afterprint', look, { signal: ended })
    this.#pinch(element, ended)
    this.#drag(element, ended, lifeOf)
    return () => ending.abort()
  }

  /** Two fingers: what is between them stays there. */
  #pinch(element: HTMLElement, ended: AbortSignal): void {
    let apart = 0
    const read = (event: TouchEvent) => {
      const [a, b] = event.touches
      return Math.hypot(a.clientX - b.clientX, a.clientY - b.clientY)
    }
    const begin = (event: TouchEvent) => {
      apart = event.touches.length === 2 ? read(event) : 0
    }
    const move = (event: TouchEvent) => {
      if (event.touches.length !== 2 || apart === 0) return
      event.preventDefault()
      const [a, b] = event.touches
      const now = read(event)
      this.#zoom(now / apart, (a.clientX + b.clientX) / 2, (a.clientY + b.clientY) / 2)
      apart = now
    }
    element.addEventListener('touchstart', begin, { passive: true, signal: ended })
    element.addEventListener('touchmove', move, { passive: false, signal: ended })
    element.addEventListener('touchend', begin, { passive: true, signal: ended })
  }

  /** A mouse drags the picture; a finger scrolls it anyway. A click on an object looks at it, one beside it at all. */
  #drag(element: HTMLElement, ended: AbortSignal, lifeOf: (address: number) => string): void {
    let from: { readonly x: number; readonly y: number; readonly left: number; readonly top: number } | null = null
    let moved = false
    const down = (event: PointerEvent) => {
      moved = false
      const onBar = event.offsetX > element.clientWidth || event.offsetY > element.clientHeight
      if (event.pointerType !== 'mouse' || event.button !== 0 || (onBar && event.target === element)) return
      from = { x: event.clientX, y: event.clientY, left: element.scrollLeft, top: element.scrollTop }
    }
    const move = (event: PointerEvent) => {
      if (!from) return
      const [dx, dy] = [event.clientX - from.x, event.clientY - from.y]
      if (!moved && Math.hypot(dx, dy) < STILL) return
      moved = true
      if (!element.hasPointerCapture(event.pointerId)) element.setPointerCapture(event.pointerId)
      element.scrollLeft = from.left - dx
      element.scrollTop = from.top - dy
    }
    const up = () => {
      from = null
    }
    const click = (event: MouseEvent) => {
      if (moved || !(event.target instanceof Element) || event.target.closest('.heap-count')) return
      const address = Number(event.target.closest('[data-object]')?.getAttribute('data-object') ?? 0)
      const life = address === 0 ? '' : lifeOf(address)
      if (life === '') this.focus.value = ''
      else this.lookAt(life)
    }
    element.addEventListener('pointerdown', down, { signal: ended })
    element.addEventListener('pointermove', move, { signal: ended })
    element.addEventListener('pointerup', up, { signal: ended })
    element.addEventListener('pointercancel', up, { signal: ended })
    element.addEventListener('click', click, { signal: ended })
  }

  #zoom(factor: number, x?: number, y?: number): void {
    const element = this.#element
    const scale = this.#drawnScale()
    if (!element || scale === 0) return
    const box = element.getBoundingClientRect()
    const [left, top] = [x === undefined ? box.width / 2 : x - box.left, y === undefined ? box.height / 2 : y - box.top]
    this.#anchor = {
      x: (element.scrollLeft + left) / scale,
      y: (element.scrollTop + top) / scale,
      left,
      top,
    }
    // What is nearly its own size is that: the letters are clearest then.
    const wanted = Math.max(SMALLEST, Math.min(LARGEST, scale * factor))
    this.size.value = Math.abs(wanted - 1) < 0.03 ? 1 : wanted
  }

  /** How large the picture is drawn at the moment; 0 where there is none. */
  #drawnScale(): number {
    const svg = this.#element?.querySelector<SVGSVGElement>('svg.heap')
    return svg ? svg.getBoundingClientRect().width / svg.viewBox.baseVal.width : 0
  }
}
