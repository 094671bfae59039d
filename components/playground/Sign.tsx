// The signs of the transport and of verdicts, on a 24 px grid with the text's own colour. Each stands in or beside
// something that has a name, so it is hidden from screen readers.

const PATHS = {
  start: 'M6 5v14M19 6l-9 6 9 6z',
  back: 'M15 6l-7 6 7 6',
  forward: 'M9 6l7 6-7 6',
  end: 'M18 5v14M5 6l9 6-9 6z',
  play: 'M8 5l11 7-11 7z',
  pause: 'M8 5v14M16 5v14',
  tick: 'M5 12.5l5 5L19 7',
  cross: 'M6 6l12 12M18 6L6 18',
  eye: 'M2.5 12s3.5-6 9.5-6 9.5 6 9.5 6-3.5 6-9.5 6-9.5-6-9.5-6zM12 9.5a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5z',
} as const

export function Sign({ name }: { name: keyof typeof PATHS }) {
  return (
    <svg class="icon" viewBox="0 0 24 24" width="18" height="18" aria-hidden="true" focusable="false">
      <path d={PATHS[name]} />
    </svg>
  )
}
