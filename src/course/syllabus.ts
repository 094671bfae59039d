// The order of the course: six parts, twenty-four lessons. A lesson is named by its file (content/lessons/<locale>/<slug>.mdx),
// the same in every language; one that has no file yet is listed as in preparation, with the title from content/messages.

export const syllabus = [
  {
    part: 'names-and-counts',
    lessons: [
      '01-names-are-references',
      '02-counting-references',
      '03-what-adds-and-removes',
      '04-calls-and-frames',
      '05-the-value-stack',
    ],
  },
  { part: 'containers-and-copies', lessons: ['06-containers-hold-references', '07-copies', '08-shared-by-surprise'] },
  { part: 'objects-that-outlive-you', lessons: ['09-caches-and-immortals', '10-free-lists-and-ids'] },
  {
    part: 'cycles-and-the-collector',
    lessons: ['11-cycles', '12-finding-garbage', '13-generations', '14-finalizers', '15-weak-references'],
  },
  {
    part: 'where-the-bytes-live',
    lessons: ['16-arenas-pools-blocks', '17-why-memory-stays', '18-how-big-is-it', '19-lazily'],
  },
  {
    part: 'finding-and-fixing-leaks',
    lessons: ['20-measuring', '21-leaks', '22-who-holds-it', '23-threads-and-tasks', '24-other-runtimes'],
  },
] as const

export type PartId = (typeof syllabus)[number]['part']
export type LessonSlug = (typeof syllabus)[number]['lessons'][number]

/** Every lesson in reading order. */
export const lessonSlugs: readonly LessonSlug[] = syllabus.flatMap(({ lessons }) => [...lessons])
