// The picture as a file of its own: SVG with the colours it has on the page, and PNG drawn from that. The script is fetched
// when a picture is first wanted.

/** What CSS says of an element of the picture, as attributes an SVG file can carry. */
const PROPERTIES = [
  'fill',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'stroke-linejoin',
  'opacity',
  'font-family',
  'font-size',
  'font-weight',
] as const

/** So many pixels of the file for one of the picture, and the most a side of it has: browsers refuse to draw more. */
const SHARP = 2
const MOST_PIXELS = 8192

/** XML cannot carry these characters, not even as numbers. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const NOT_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g

/**
 * The picture as the text of an SVG file that needs nothing else.
 * @param svg the picture on the page
 * @param title what a reader of the file is told first, and `description` what there is to see
 */
export function svgText(svg: SVGSVGElement, title: string, description: string): string {
  for (const animation of svg.getAnimations({ subtree: true })) animation.finish()
  const copy = svg.cloneNode(true) as SVGSVGElement
  const originals = [svg, ...svg.querySelectorAll('*')]
  for (const [i, element] of [copy, ...copy.querySelectorAll('*')].entries()) {
    const style = getComputedStyle(originals[i])
    for (const { name } of [...element.attributes]) {
      if (/^(class|role|tabindex|aria-.*|data-.*)$/.test(name)) element.removeAttribute(name)
    }
    if (element.tagName === 'g') {
      if (style.opacity !== '1') element.setAttribute('opacity', style.opacity)
      continue
    }
    for (const property of PROPERTIES) {
      const isText = /^(text|tspan)$/.test(element.tagName)
      if (property.startsWith('font') ? isText : !(isText && property.startsWith('stroke')))
        element.setAttribute(property, style.getPropertyValue(property))
    }
  }
  const { width, height } = svg.viewBox.baseVal
  for (const property of PROPERTIES) copy.removeAttribute(property)
  copy.setAttribute('width', String(width))
  copy.setAttribute('height', String(height))
  copy.setAttribute('role', 'img')
  const ground = make('rect', '')
  ground.setAttribute('width', String(width))
  ground.setAttribute('height', String(height))
  ground.setAttribute('fill', getComputedStyle(svg.parentElement ?? svg).backgroundColor)
  copy.prepend(make('title', title), make('desc', description), ground)
  return new XMLSerializer().serializeToString(copy).toWellFormed().replace(NOT_XML, '\ufffd')
}

function make(tag: string, text: string): SVGElement {
  const element = document.createElementNS('http://www.w3.org/2000/svg', tag)
  element.textContent = text
  return element
}

/**
 * The picture as PNG, twice as sharp as on the page where that is not too large.
 * @throws Error where the browser cannot draw it
 */
export async function pngOf(svg: string): Promise<Blob> {
  const image = new Image()
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`
  await image.decode()
  const scale = Math.min(SHARP, MOST_PIXELS / image.width, MOST_PIXELS / image.height)
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(image.width * scale)
  canvas.height = Math.round(image.height * scale)
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height)
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'))
  if (!blob) throw new Error('the browser made no PNG')
  return blob
}
