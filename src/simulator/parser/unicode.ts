// CPython: Objects/unicodeobject.c and unicodectype.c (the character classes the tokenizer asks for).
// NOT CPYTHON: the character tables are the JavaScript engine's Unicode version, not the Python version's.

/** Can `char` begin a name, as far as one UTF-16 unit tells? Everything outside ASCII can, and is checked later. */
export function isIdentifierStart(char: string): boolean {
  return (char >= 'a' && char <= 'z') || (char >= 'A' && char <= 'Z') || char === '_' || char >= '\x80'
}

/** Can `char` go on in a name? */
export function isIdentifierChar(char: string | undefined): boolean {
  return char !== undefined && (isIdentifierStart(char) || (char >= '0' && char <= '9'))
}

/** The length of the longest beginning of `text` that is an identifier. */
export function scanIdentifier(text: string): number {
  return /^[\p{XID_Start}_]\p{XID_Continue}*/u.exec(text)?.[0].length ?? 0
}

/** `str.isprintable` for one character. */
export function isPrintable(codePoint: number): boolean {
  return /^[\p{L}\p{M}\p{N}\p{P}\p{S} ]$/u.test(String.fromCodePoint(codePoint))
}

/** A code point as error messages write it: at least four hexadecimal digits. */
export function hex4(codePoint: number): string {
  return codePoint.toString(16).toUpperCase().padStart(4, '0')
}

/** The number of characters (code points) in `text`. */
export function characters(text: string): number {
  let count = text.length
  for (const char of text) if (char.length === 2) count--
  return count
}

/** The number of bytes of `text` in UTF-8. */
export function utf8Length(text: string): number {
  let count = 0
  for (const char of text) {
    const point = char.codePointAt(0) as number
    count += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4
  }
  return count
}
