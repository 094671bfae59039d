// What the browser's storage does that a learner should know, and how to keep one's work nevertheless.

import { useSignal } from '@preact/signals'
import { useEffect, useMemo } from 'preact/hooks'
import { progress, type StorageState } from '../../src/course/progress.ts'
import { wordsFrom } from '../playground/words.ts'
import { saveFile, saveKept } from './save-file.ts'

interface Props {
  /** Only what has consequences here is said: an answer could not be stored. It floats, since it may happen anywhere. */
  floating?: boolean
  messages: Record<string, string>
}

interface Trouble {
  readonly storage: StorageState
  readonly unreadable: string | null
}

export default function StorageTrouble({ floating = false, messages }: Props) {
  const say = useMemo(() => wordsFrom(messages), [])
  const trouble = useSignal<Trouble>({ storage: 'ok', unreadable: null })
  useEffect(() => {
    const show = () => {
      const { storage, unstored, unreadable } = progress()
      trouble.value = { storage: floating && !unstored ? 'ok' : storage, unreadable }
    }
    show()
    return progress().watch(show)
  }, [])
  const { storage, unreadable } = trouble.value
  return (
    <div role="status" class={`storage-said ${floating ? 'floating' : ''}`}>
      {storage !== 'ok' && (
        <p class="trouble">
          {say(`storage.${storage}`)}{' '}
          <button type="button" class="link" onClick={() => saveKept(progress().kept)}>
            {say('storage.save')}
          </button>
        </p>
      )}
      {unreadable !== null && (
        <p class="trouble">
          {say('storage.unreadable')}{' '}
          <button
            type="button"
            class="link"
            onClick={() => saveFile('heapwise-unreadable.txt', 'text/plain', unreadable)}
          >
            {say('storage.saveUnreadable')}
          </button>{' '}
          <button type="button" class="link" onClick={() => progress().forgetUnreadable()}>
            {say('storage.forgetUnreadable')}
          </button>
        </p>
      )}
    </div>
  )
}
