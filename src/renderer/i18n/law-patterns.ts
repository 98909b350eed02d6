import { Day } from '../../shared/model/day.ts'
import { longDay } from '../ui/format.ts'

/** The translation of a text that stands for itself; undefined where there is none. */
type Known = (english: string) => string | undefined
export type Pattern = { at: RegExp; slots: string[]; to: string }

/**
 * What may stand in a slot, by its name. A slot without an entry holds a text that must have a translation itself, so
 * that no sentence is half of one language and half of the other.
 */
const asItIs = '.+'
const number = '[\\w.()-]+'
const shapes: Record<string, string> = {
  n: number,
  m: number,
  block: '[\\w ,]+',
  amount: '[$\\d.,_]+',
  phone: '[\\d() +-]+',
  day: '[A-Z][a-z]+ \\d{1,2}, \\d{4}|_+',
  until: '[A-Z][a-z]+ \\d{1,2}, \\d{4}',
  raw: asItIs,
  item: asItIs,
  list: asItIs,
}

export const hasSlots = ([english]: [string, string]): boolean => /{\w+}/.test(english)

/** `{what}: open until {day}.` and its translation, ready to be tried on a sentence. */
export function patternOf([english, to]: [string, string]): Pattern {
  const slots: string[] = []
  const parts = english.split(/{(\w+)}/).map((part, index) => {
    if (index % 2 === 0) return part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
    slots.push(part)
    return `(${shapes[part] ?? '.+?'})`
  })
  return { at: new RegExp(`^${parts.join('')}$`), slots, to }
}

/** A sentence that the program composed of texts, days and names; undefined where a part of it has no translation. */
export function composed(english: string, patterns: Pattern[], known: Known): string | undefined {
  for (const { at, slots, to } of patterns) {
    const found = at.exec(english)
    if (!found) continue
    const parts = slots.map((slot, index) => inSlot(slot, found[index + 1] ?? '', patterns, known))
    if (parts.includes(undefined)) continue
    const text = slots.reduce((said, slot, index) => said.replace(`{${slot}}`, () => parts[index] ?? ''), to)
    return text.replaceAll(' de el ', ' del ')
  }
  return undefined
}

function inSlot(slot: string, value: string, patterns: Pattern[], known: Known): string | undefined {
  const translated = (text: string) => known(text) ?? composed(text, patterns, known)
  switch (slot) {
    case 'day':
    case 'until':
      return dayIn(value)
    case 'list':
      return value
        .split('; ')
        .map((each) => translated(each) ?? each)
        .join('; ')
    case 'item':
    case 'block':
      return translated(value) ?? value
    case 'ask':
      return lowerFirst(translated(value) ?? translated(upperFirst(value)))
    default:
      return slot in shapes ? value : translated(value)
  }
}

/** `January 30, 2026` in the language of the screen; a line to write on stays. */
function dayIn(english: string): string {
  const at = new Date(`${english} UTC`)
  return Number.isNaN(at.valueOf()) ? english : longDay(Day.parse(at.toISOString().slice(0, 10)))
}

const upperFirst = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
const lowerFirst = (text: string | undefined): string | undefined =>
  text && text.charAt(0).toLowerCase() + text.slice(1)
