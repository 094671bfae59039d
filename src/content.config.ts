// The shape of everything written in content/. A file that does not fit stops the build with its name and the field.
import { defineCollection } from 'astro:content'
import { glob } from 'astro/loaders'
import { z } from 'astro/zod'

/** content/lessons/<locale>/NN-name.mdx; the order is in src/course/syllabus.ts. */
const lessons = defineCollection({
  loader: glob({ base: './content/lessons', pattern: '*/*.mdx' }),
  schema: z.strictObject({
    title: z.string(),
    /** One sentence: under the title in lists, and what search engines show. */
    description: z.string(),
    /** How long it takes to read and do, in minutes. */
    minutes: z.number().int().positive(),
    /** What the reader can say afterwards: two to four short sentences, shown before the text starts. */
    keyPoints: z.array(z.string()).min(2).max(4),
    /** Files of CPython to read on, shown at the end. */
    sources: z.array(z.strictObject({ file: z.string(), about: z.string() })).default([]),
  }),
})

/** content/glossary/<locale>/<id>.md: `<Term id="reference">` shows `short` in place. */
const glossary = defineCollection({
  loader: glob({ base: './content/glossary', pattern: '*/*.md' }),
  schema: z.strictObject({ term: z.string(), short: z.string() }),
})

/** content/pages/<locale>/<name>.mdx: the pages beside the lessons; the order is in src/course/reference-names.ts. */
const pages = defineCollection({
  loader: glob({ base: './content/pages', pattern: '*/*.mdx' }),
  schema: z.strictObject({ title: z.string(), description: z.string() }),
})

export const collections = { lessons, glossary, pages }
