/** The pages beside the lessons: content/pages/<locale>/<name>.mdx, in the order in which they are listed. */
export const referenceNames = ['myths', 'glossary', 'versions', 'python', 'model', 'about', 'teachers'] as const

export type ReferenceName = (typeof referenceNames)[number]
