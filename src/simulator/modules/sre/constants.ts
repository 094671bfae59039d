// Modules/_sre/sre_constants.h: the numbers of which a compiled pattern is made.

export const FAILURE = 0
export const SUCCESS = 1
export const ANY = 2
export const ANY_ALL = 3
export const ASSERT = 4
export const ASSERT_NOT = 5
export const AT = 6
export const BRANCH = 7
export const CATEGORY = 8
export const CHARSET = 9
export const BIGCHARSET = 10
export const GROUPREF = 11
export const GROUPREF_EXISTS = 12
export const IN = 13
export const INFO = 14
export const JUMP = 15
export const LITERAL = 16
export const MARK = 17
export const MAX_UNTIL = 18
export const MIN_UNTIL = 19
export const NOT_LITERAL = 20
export const NEGATE = 21
export const RANGE = 22
export const REPEAT = 23
export const REPEAT_ONE = 24
export const MIN_REPEAT_ONE = 26
export const ATOMIC_GROUP = 27
export const POSSESSIVE_REPEAT = 28
export const POSSESSIVE_REPEAT_ONE = 29
export const GROUPREF_IGNORE = 30
export const IN_IGNORE = 31
export const LITERAL_IGNORE = 32
export const NOT_LITERAL_IGNORE = 33
export const GROUPREF_UNI_IGNORE = 38
export const IN_UNI_IGNORE = 39
export const LITERAL_UNI_IGNORE = 40
export const NOT_LITERAL_UNI_IGNORE = 41
export const RANGE_UNI_IGNORE = 42

export const AT_BEGINNING = 0
export const AT_BEGINNING_LINE = 1
export const AT_BEGINNING_STRING = 2
export const AT_BOUNDARY = 3
export const AT_NON_BOUNDARY = 4
export const AT_END = 5
export const AT_END_LINE = 6
export const AT_END_STRING = 7
export const AT_UNI_BOUNDARY = 10
export const AT_UNI_NON_BOUNDARY = 11

/** Categories come in twos: one, and what is not of it. For Unicode: 10 more. */
export const CATEGORY_DIGIT = 0
export const CATEGORY_NOT_DIGIT = 1
export const CATEGORY_SPACE = 2
export const CATEGORY_NOT_SPACE = 3
export const CATEGORY_WORD = 4
export const CATEGORY_NOT_WORD = 5
export const TO_UNICODE = 10

export const FLAG_TEMPLATE = 1
export const FLAG_IGNORECASE = 2
export const FLAG_LOCALE = 4
export const FLAG_MULTILINE = 8
export const FLAG_DOTALL = 16
export const FLAG_UNICODE = 32
export const FLAG_VERBOSE = 64
export const FLAG_DEBUG = 128
export const FLAG_ASCII = 256
/** Of these a pattern has one. */
export const TYPE_FLAGS = FLAG_ASCII | FLAG_LOCALE | FLAG_UNICODE

export const INFO_PREFIX = 1
export const INFO_LITERAL = 2
export const INFO_CHARSET = 4

export const MAXCODE = 0xffffffff
/** "Without end" in a repeat. */
export const MAXREPEAT = MAXCODE
export const MAXGROUPS = 1073741823
/** The greatest width of a pattern that is told from others. */
export const MAXWIDTH = 2 ** 64
