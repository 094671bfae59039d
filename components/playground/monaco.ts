// Monaco with what the course needs of it. Only ever imported when someone edits: it is larger than everything else here.

import { effect } from '@preact/signals'
import * as monaco from 'monaco-editor/editor'
import EditorWorker from 'monaco-editor/editor/editor.worker?worker'
import 'monaco-editor/features/bracketMatching/register'
import 'monaco-editor/features/clipboard/register'
import 'monaco-editor/features/codicon/register'
import 'monaco-editor/features/comment/register'
import 'monaco-editor/features/find/register'
import 'monaco-editor/features/gotoError/register'
import 'monaco-editor/features/hover/register'
import 'monaco-editor/features/indentation/register'
import 'monaco-editor/features/linesOperations/register'
import 'monaco-editor/features/toggleTabFocusMode/register'
import 'monaco-editor/features/tokenization/register'
import 'monaco-editor/features/wordOperations/register'
import 'monaco-editor/languages/definitions/python/register'
import { hintOf } from './Hint.tsx'
import { markedRow } from './pointed.ts'
import type { Session } from './session.ts'
import type { Say } from './words.ts'

/** An open editor. */
export interface Monaco {
  /** Marks the current line and the error of the last run. */
  mark(): void
  dispose(): void
}

/** What to say about a name in each model, for the one hover provider. */
const hovers = new WeakMap<monaco.editor.ITextModel, (name: string) => string | null>()

/** A line written before a breakpoint's own pushes it down. */
const STAYS = monaco.editor.TrackedRangeStickiness.NeverGrowsWhenTypingAtEdges

let prepared = false

function prepare(): void {
  if (prepared) return
  prepared = true
  self.MonacoEnvironment = { getWorker: () => new EditorWorker() }
  monaco.languages.registerHoverProvider('python', {
    provideHover(model, position) {
      const word = model.getWordAtPosition(position)
      const value = word ? hovers.get(model)?.(word.word) : null
      return value ? { contents: [{ value }] } : null
    },
  })
}

/** Opens an editor on a session's text. */
export function openEditor(box: HTMLElement, session: Session, say: Say): Monaco {
  prepare()
  const style = getComputedStyle(box)
  theme(box)
  const editor = monaco.editor.create(box, {
    value: session.text.value,
    language: 'python',
    theme: 'heapwise',
    ariaLabel: say('play.code'),
    fontFamily: style.fontFamily,
    fontSize: Number.parseFloat(style.fontSize),
    fontLigatures: false,
    lineHeight: Math.round(Number.parseFloat(style.fontSize) * 1.65),
    lineNumbersMinChars: 3,
    minimap: { enabled: false },
    folding: false,
    glyphMargin: false,
    scrollBeyondLastLine: false,
    automaticLayout: true,
    overviewRulerLanes: 0,
    renderLineHighlight: 'none',
    scrollbar: { alwaysConsumeMouseWheel: false, verticalScrollbarSize: 10 },
    fixedOverflowWidgets: true,
    padding: { top: 12, bottom: 12 },
  })
  const model = editor.getModel()
  if (!model) throw new Error('the editor has no text')
  hovers.set(model, (name) => {
    const named = session.view.value?.names[name]
    if (!named || session.view.value === null) return null
    const count = named.immortal
      ? say('play.immortal', { count: named.refcnt })
      : say('play.hoverCount', { count: named.refcnt })
    return `\`${name}\` → ${named.type} \`${named.repr.replaceAll('`', "'")}\`  \n${count}`
  })
  const lines = editor.createDecorationsCollection()
  /** They move along with the lines they stand on. */
  const breakpoints = editor.createDecorationsCollection()
  const { landmarks } = session
  const stopMarking = effect(() => {
    const ranges = [...landmarks.breakpoints.value].filter((line) => line <= model.getLineCount())
    breakpoints.set(
      ranges.map((line) => ({
        range: new monaco.Range(line, 1, line, 1),
        options: { isWholeLine: true, lineNumberClassName: 'editor-breakpoint', stickiness: STAYS },
      })),
    )
  })
  editor.onMouseDown(({ target }) => {
    if (target.type === monaco.editor.MouseTargetType.GUTTER_LINE_NUMBERS && target.position)
      landmarks.toggle(target.position.lineNumber)
  })
  editor.onMouseMove(({ target }) => session.pointAt(target.position ? { line: target.position.lineNumber } : null))
  editor.onMouseLeave(() => session.pointAt(null))
  editor.onDidChangeCursorPosition(({ position }) => session.pointAt({ line: position.lineNumber }))
  editor.addCommand(monaco.KeyCode.F9, () => landmarks.toggle(editor.getPosition()?.lineNumber ?? 1))
  const mark = () => {
    const view = session.view.value
    const problem = session.problem.value
    const text = session.text.value
    if (text !== model.getValue())
      model.pushEditOperations([], [{ range: model.getFullModelRange(), text }], () => null)
    const next = session.ran.value && view && view.next > 0 && view.next <= model.getLineCount() ? view.next : 0
    const marks: monaco.editor.IModelDeltaDecoration[] = []
    if (next > 0)
      marks.push({ range: new monaco.Range(next, 1, next, 1), options: { isWholeLine: true, className: 'editor-now' } })
    const row = next > 0 ? markedRow(view, session.pointed.value) : undefined
    if (row?.lineno && row.columns)
      marks.push({
        range: new monaco.Range(row.lineno, row.columns.from + 1, row.lineno, row.columns.to + 1),
        options: { inlineClassName: 'editor-place' },
      })
    const ran = view?.ran ?? 0
    const hint = ran > 0 && ran <= model.getLineCount() ? hintOf(session, ran, model.getLineContent(ran)) : []
    if (hint.length > 0) {
      const end = model.getLineMaxColumn(ran)
      const content = `  ${hint.map(({ name, refcnt }) => `${name} ${refcnt}`).join(', ')}`
      marks.push({
        range: new monaco.Range(ran, end, ran, end),
        options: { after: { content, inlineClassName: 'editor-counts' }, showIfCollapsed: true },
      })
    }
    lines.set(marks)
    const line = Math.min(problem?.line ?? 0, model.getLineCount())
    monaco.editor.setModelMarkers(
      model,
      'heapwise',
      problem && line > 0
        ? [
            {
              severity: monaco.MarkerSeverity.Error,
              message:
                problem.kind === 'unsupported'
                  ? say('play.unsupported', { feature: problem.text, line })
                  : (problem.text.trim().split('\n').at(-1) ?? ''),
              startLineNumber: line,
              endLineNumber: line,
              startColumn: model.getLineFirstNonWhitespaceColumn(line) || 1,
              endColumn: model.getLineMaxColumn(line),
            },
          ]
        : [],
    )
  }
  const written = model.onDidChangeContent(() => {
    if (model.getValue() !== session.text.value) session.edit(model.getValue())
    landmarks.breakpoints.value = new Set(breakpoints.getRanges().map(({ startLineNumber }) => startLineNumber))
  })
  editor.addCommand(monaco.KeyMod.CtrlCmd | monaco.KeyCode.Enter, () => void session.runAnew())
  const dark = matchMedia('(prefers-color-scheme: dark)')
  const repaint = () => theme(box)
  dark.addEventListener('change', repaint)
  const watcher = new MutationObserver(repaint)
  watcher.observe(document.documentElement, { attributeFilter: ['data-theme'] })
  mark()
  editor.focus()
  return {
    mark,
    dispose() {
      dark.removeEventListener('change', repaint)
      watcher.disconnect()
      stopMarking()
      written.dispose()
      editor.dispose()
      model.dispose()
    },
  }
}

/** The page's own colours: an element is asked for what each token computes to. */
function theme(box: HTMLElement): void {
  const probe = document.createElement('span')
  box.append(probe)
  const colour = (name: string) => {
    probe.style.color = `var(${name})`
    const [r, g, b] = (getComputedStyle(probe).color.match(/[\d.]+/g) ?? []).map(Number)
    return `#${[r, g, b].map((part) => Math.round(part).toString(16).padStart(2, '0')).join('')}`
  }
  const bare = (name: string) => colour(name).slice(1)
  const dark = getComputedStyle(box).colorScheme
  const night = dark.includes('dark') && (!dark.includes('light') || matchMedia('(prefers-color-scheme: dark)').matches)
  monaco.editor.defineTheme('heapwise', {
    base: night ? 'vs-dark' : 'vs',
    inherit: true,
    rules: [
      { token: '', foreground: bare('--code-ink') },
      { token: 'keyword', foreground: bare('--code-keyword'), fontStyle: 'bold' },
      { token: 'string', foreground: bare('--code-string') },
      { token: 'string.escape', foreground: bare('--code-string') },
      { token: 'number', foreground: bare('--code-number') },
      { token: 'comment', foreground: bare('--code-comment'), fontStyle: 'italic' },
      { token: 'delimiter', foreground: bare('--code-ink') },
      { token: 'tag', foreground: bare('--code-ink') },
    ],
    colors: {
      'editor.background': colour('--surface'),
      'editor.foreground': colour('--code-ink'),
      'editorLineNumber.foreground': colour('--ink-faint'),
      'editorLineNumber.activeForeground': colour('--ink'),
      'editorCursor.foreground': colour('--accent'),
      'editorHoverWidget.background': colour('--raised'),
      'editorHoverWidget.foreground': colour('--ink'),
      'editorHoverWidget.border': colour('--line-strong'),
      'editorError.foreground': colour('--dies'),
    },
  })
  monaco.editor.setTheme('heapwise')
  probe.remove()
}
