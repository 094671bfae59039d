// Objects/unicodectype.c: what kind of character a code point is, and its cases.
// NOT CPYTHON: categories and cases are the JavaScript engine's Unicode version, not the Python version's.

/** Digits that are not decimal (superscripts, circled ...). */
const DIGITS =
  String.raw`\u{b2}-\u{b3}\u{b9}\u{1369}-\u{1371}\u{19da}\u{2070}\u{2074}-\u{2079}\u{2080}-\u{2089}` +
  String.raw`\u{2460}-\u{2468}\u{2474}-\u{247c}\u{2488}-\u{2490}\u{24ea}\u{24f5}-\u{24fd}\u{24ff}` +
  String.raw`\u{2776}-\u{277e}\u{2780}-\u{2788}\u{278a}-\u{2792}\u{10a40}-\u{10a43}\u{10e60}-\u{10e68}` +
  String.raw`\u{11052}-\u{1105a}\u{1f100}-\u{1f10a}`
/** Ideographs that stand for numbers. */
const NUMERALS =
  String.raw`\u{3405}\u{3483}\u{382a}\u{3b4d}\u{4e00}\u{4e03}\u{4e07}\u{4e09}\u{4e24}\u{4e5d}\u{4e8c}\u{4e94}` +
  String.raw`\u{4e96}\u{4eac}\u{4ebf}-\u{4ec0}\u{4edf}\u{4ee8}\u{4f0d}\u{4f70}\u{4fe9}\u{5006}\u{5104}\u{5146}` +
  String.raw`\u{5169}\u{516b}\u{516d}\u{5341}\u{5343}-\u{5345}\u{534c}\u{53c1}-\u{53c4}\u{56db}\u{58f1}\u{58f9}` +
  String.raw`\u{5e7a}\u{5efe}-\u{5eff}\u{5f0c}-\u{5f0e}\u{5f10}\u{62d0}\u{62fe}\u{634c}\u{67d2}\u{6d1e}\u{6f06}` +
  String.raw`\u{7396}\u{767e}\u{7695}\u{79ed}\u{8086}\u{842c}\u{8cae}\u{8cb3}\u{8d30}\u{920e}\u{94a9}\u{9621}` +
  String.raw`\u{9646}\u{964c}\u{9678}\u{96f6}\u{f96b}\u{f973}\u{f978}\u{f9b2}\u{f9d1}\u{f9d3}\u{f9fd}\u{20001}` +
  String.raw`\u{20064}\u{200e2}\u{20121}\u{2092a}\u{20983}\u{2098c}\u{2099c}\u{20aea}\u{20afd}\u{20b19}\u{22390}` +
  String.raw`\u{22998}\u{23b1b}\u{2626d}\u{2f890}`

const PRINTABLE = /^[\p{L}\p{M}\p{N}\p{P}\p{S} ]$/u
const ALPHA = /^\p{L}$/u
const DECIMAL = /^\p{Nd}$/u
const DIGIT = new RegExp(`^[\\p{Nd}${DIGITS}]$`, 'u')
const NUMERIC = new RegExp(`^[\\p{N}${NUMERALS}]$`, 'u')
const LOWER = /^\p{Lowercase}$/u
const UPPER = /^\p{Uppercase}$/u
const TITLE = /^\p{Lt}$/u
const CASED = /^[\p{Lowercase}\p{Uppercase}\p{Lt}]$/u
const IDENTIFIER = /^[\p{XID_Start}_]\p{XID_Continue}*$/u

/** Each of these takes one character (one code point, as a string). */
export const isPrintable = (c: string) => (c >= ' ' && c <= '~') || (c > '\x7f' && PRINTABLE.test(c))
export const isAlpha = (c: string) => ALPHA.test(c)
export const isDecimal = (c: string) => DECIMAL.test(c)
export const isDigit = (c: string) => DIGIT.test(c)
export const isNumeric = (c: string) => NUMERIC.test(c)
export const isAlnum = (c: string) => ALPHA.test(c) || DIGIT.test(c) || NUMERIC.test(c)
export const isLower = (c: string) => LOWER.test(c)
export const isUpper = (c: string) => UPPER.test(c)
export const isTitle = (c: string) => TITLE.test(c)
export const isCased = (c: string) => CASED.test(c)

/** Py_UNICODE_ISSPACE. */
export function isSpace(c: string): boolean {
  const code = c.charCodeAt(0)
  if (code < 0x80) return code === 0x20 || (code >= 9 && code <= 13) || (code >= 0x1c && code <= 0x1f)
  return (
    code === 0x85 ||
    code === 0xa0 ||
    code === 0x1680 ||
    (code >= 0x2000 && code <= 0x200a) ||
    code === 0x2028 ||
    code === 0x2029 ||
    code === 0x202f ||
    code === 0x205f ||
    code === 0x3000
  )
}

/** Py_UNICODE_ISLINEBREAK. */
export function isLineBreak(code: number): boolean {
  return (
    (code >= 10 && code <= 13) || (code >= 0x1c && code <= 0x1e) || code === 0x85 || code === 0x2028 || code === 0x2029
  )
}

/** Whether a text is an identifier. */
export function isIdentifier(text: string): boolean {
  return IDENTIFIER.test(text)
}

/** The value of a decimal digit of any script: they come in rows of ten. */
export function decimalValue(c: string): number {
  const code = c.codePointAt(0) ?? 0
  if (code >= 0x1d7ce && code <= 0x1d7ff) return (code - 0x1d7ce) % 10
  let zero = code
  while (code - zero < 9 && DECIMAL.test(String.fromCodePoint(zero - 1))) zero--
  return code - zero
}

/** _PyUnicode_TransformDecimalAndSpaceToASCII: digits of all scripts as 0-9, spaces as ' ', the rest as '?'. */
export function asciiDigitsAndSpaces(text: string): string {
  if (isAscii(text)) return text
  let result = ''
  for (const c of text) result += c < '\x80' ? c : isSpace(c) ? ' ' : isDecimal(c) ? String(decimalValue(c)) : '?'
  return result
}

/** Whether every character is ASCII. */
export function isAscii(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 0x7f) return false
  return true
}

/** The title case of one character: mostly its upper case. */
export function toTitle(c: string): string {
  const code = c.codePointAt(0) ?? 0
  if (code < 0x80) return c.toUpperCase()
  // Croatian digraphs: the middle one of three.
  if (code >= 0x1c4 && code <= 0x1cc) return String.fromCharCode(0x1c5 + 3 * Math.floor((code - 0x1c4) / 3))
  if (code >= 0x1f1 && code <= 0x1f3) return '\u01f2'
  // Georgian does not capitalise.
  if (code >= 0x10d0 && code <= 0x10ff) return c
  if (isTitle(c)) return c
  const upper = c.toUpperCase()
  if (code >= 0x1f80 && code <= 0x1fff) {
    if (code <= 0x1faf) return String.fromCharCode(code | 8)
    if (code === 0x1fb3 || code === 0x1fc3 || code === 0x1ff3) return String.fromCharCode(code + 9)
    return upper.replace(/\u0399$/, upper.length > 1 && code !== 0x1fbe ? '\u0345' : '\u0399')
  }
  // The apostrophe of the Afrikaans article stays; the letter behind it is the capital.
  if (code === 0x149) return upper
  const [first, ...rest] = upper
  return rest.length === 0 ? upper : first + rest.join('').toLowerCase()
}

/** The case folding of one character. */
export function toFolded(c: string): string {
  const code = c.codePointAt(0) ?? 0
  if (code < 0x80) return c.toLowerCase()
  if (code === 0x131) return c
  if (code === 0x1e9e) return 'ss'
  // Cherokee folds to its capitals.
  if ((code >= 0x13a0 && code <= 0x13fd) || (code >= 0xab70 && code <= 0xabbf)) return c.toUpperCase()
  return c.toUpperCase().toLowerCase()
}
