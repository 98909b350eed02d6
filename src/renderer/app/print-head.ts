import { useEffect } from 'react'
import { factsOf } from '../../shared/model/letter.ts'
import { longDay } from '../i18n/format.ts'
import { t } from '../i18n/words.ts'
import { letterById } from '../state/letter-lists.ts'
import { type Library, useLibrary } from '../state/library-context.tsx'
import type { Route } from '../state/route.ts'

/**
 * On paper each page says whose it is, what, and from which day. A style sheet of its own, made when the print begins: the
 * margins of a page take text from nowhere else, and a page that is not printed keeps no name in its styles.
 */
export function usePrintHead(route: Route): void {
  const library = useLibrary()
  useEffect(() => {
    // The map is a poster that fills its pages.
    if (route.screen === 'roadmap') return
    let sheet: CSSStyleSheet | null = null
    const remove = () => {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((each) => each !== sheet)
    }
    const add = () => {
      remove()
      // A packet fills its sheets to the edge, and what is mailed carries nothing of ours.
      if (document.querySelector('.print-pages')) return
      sheet = new CSSStyleSheet()
      sheet.replaceSync(pageRule(library, route))
      document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]
    }
    window.addEventListener('beforeprint', add)
    window.addEventListener('afterprint', remove)
    return () => {
      remove()
      window.removeEventListener('beforeprint', add)
      window.removeEventListener('afterprint', remove)
    }
  }, [library, route])
}

function pageRule({ getState }: Library, route: Route): string {
  const { letters, today, appRevision } = getState()
  const letter = 'id' in route ? letterById(letters).get(route.id) : undefined
  const whose = (letter && factsOf(letter).taxpayerName) || appRevision.name || 'Waymark'
  const what = document.querySelector('main h1')?.textContent ?? ''
  return `@page {
    margin: 20mm 15mm 18mm;
    @top-left { content: ${quoted(`${whose} · ${what}`)}; font: 9pt sans-serif; }
    @top-right { content: ${quoted(t('print.on', { day: longDay(today) }))}; font: 9pt sans-serif; }
    @bottom-right { content: counter(page); font: 9pt sans-serif; }
  }`
}

/** A string of CSS; what could end it is written as its number. */
const quoted = (text: string): string =>
  `"${text.replace(/["\\\n\r\f<]/g, (character) => `\\${character.charCodeAt(0).toString(16)} `)}"`
