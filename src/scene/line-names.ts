// The names a line of a program is written with. A page asks too, so it stands apart from the rest of the room.

const NAMES = /[\p{L}_][\p{L}\p{N}_]*/gu

/** Each name of a line once, in order. Keywords and words in quotes are among them: nothing is bound to those. */
export function namesIn(line: string): readonly string[] {
  return [...new Set(line.replace(/#.*/, '').match(NAMES))]
}
