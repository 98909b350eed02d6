import { type RefObject, useEffect, useState, useSyncExternalStore } from 'react'
import { Button } from 'react-aria-components'
import { language } from '../i18n/language.ts'
import { t } from '../i18n/words.ts'

/**
 * Reads a part of the page aloud, where this computer has a voice for the screen's language. Only voices of the computer
 * itself: others send the text away.
 */
export function ReadAloud({ of }: { of: RefObject<HTMLElement | null> }) {
  const voices = useVoices()
  const [speaking, setSpeaking] = useState(false)
  useEffect(() => () => speech()?.cancel(), [])
  if (!voiceFor(voices, language())) return null
  const toggle = () => {
    if (speaking) {
      speech()?.cancel()
      return setSpeaking(false)
    }
    const parts = of.current ? partsOf(of.current) : []
    parts.forEach(({ text, lang }, index) => {
      const utterance = new SpeechSynthesisUtterance(text)
      utterance.voice = voiceFor(voices, lang) ?? voiceFor(voices, language()) ?? null
      utterance.lang = lang
      if (index === parts.length - 1) utterance.onend = () => setSpeaking(false)
      speech()?.speak(utterance)
    })
    setSpeaking(parts.length > 0)
  }
  return (
    <Button className="button small" onPress={toggle}>
      {t(speaking ? 'aloud.stop' : 'aloud.start')}
    </Button>
  )
}

const speech = (): SpeechSynthesis | undefined => window.speechSynthesis

const voiceFor = (voices: SpeechSynthesisVoice[], lang: string): SpeechSynthesisVoice | undefined =>
  voices.find((voice) => voice.localService && voice.lang.toLowerCase().startsWith(lang))

const noVoices: SpeechSynthesisVoice[] = []
let known = noVoices

/** Browsers name their voices late, and in a new list at each call: the same voices must stay the same object. */
function voicesNow(): SpeechSynthesisVoice[] {
  const now = speech()?.getVoices() ?? noVoices
  const isSame =
    now.length === known.length && now.every((voice, index) => nameOf(voice) === nameOf(known[index]))
  if (!isSame) known = now
  return known
}

const nameOf = (voice: SpeechSynthesisVoice | undefined): string => `${voice?.voiceURI} ${voice?.lang}`

/** Outside the component: a new function on each render would resubscribe endlessly. */
function subscribe(listener: () => void): () => void {
  speech()?.addEventListener?.('voiceschanged', listener)
  return () => speech()?.removeEventListener?.('voiceschanged', listener)
}

const useVoices = (): SpeechSynthesisVoice[] => useSyncExternalStore(subscribe, voicesNow)

const spoken = 'h1, h2, h3, h4, p, li, dt, dd'

/** What stands there to be seen, piece by piece, each in its own language; what is folded away is left out. */
export function partsOf(root: HTMLElement): { text: string; lang: string }[] {
  return [...root.querySelectorAll<HTMLElement>(spoken)]
    .filter((element) => !element.querySelector(spoken) && !element.closest('[hidden], [aria-hidden=true]'))
    .map((element) => ({
      text: (element.textContent ?? '').replace(/\s+/g, ' ').trim(),
      lang:
        (element.querySelector('[lang]') ?? element.closest('[lang]'))?.getAttribute('lang') ?? language(),
    }))
    .filter(({ text }) => text !== '')
}
