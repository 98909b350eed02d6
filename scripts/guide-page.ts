import type en from '../resources/words/en.json'
import type { Language } from '../src/shared/i18n/languages.ts'

type Words = typeof en

export type Picture = {
  /** The step of the guide that it stands under. */
  step: keyof Words['guide']['steps']
  name: Exclude<keyof Words['guide']['pictures'], 'note'>
  /** JPEG. */
  bytes: Buffer
}
type GuidePage = {
  language: Language
  words: Words
  /** The sections of the guide's screen, as the app shows them. */
  sections: string[]
  pictures: Picture[]
  /** The font's regular and bold files, base64. */
  font: string
  bold: string
}

/** The guide as a page to print: the screen's own text, with pictures under the steps that they show. */
export function guideHtml({ language, words, sections, pictures, font, bold }: GuidePage): string {
  const { guide, app } = words
  const [steps = '', ...others] = sections
  const withPictures = pictures.reduce(
    (html, { step, name, bytes }) =>
      // The picture goes to the end of the list item that holds the step's text.
      html.replace(
        new RegExp(`(<li[^>]*>${escaped(guide.steps[step])}(?:<figure>.*?</figure>)*)</li>`, 's'),
        (_all, item: string) => `${item}${figure(guide.pictures[name], bytes)}</li>`,
      ),
    steps,
  )
  return `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><title>${guide.title}</title>
<style>
@font-face { font-family: Guide; src: url(data:font/ttf;base64,${font}); font-weight: 400 }
@font-face { font-family: Guide; src: url(data:font/ttf;base64,${bold}); font-weight: 600 }
@page { size: letter; margin: 0.8in 0.9in }
body { font: 11.5pt/1.45 Guide, sans-serif; color: #1d2429 }
h1 { font-size: 26pt; font-weight: 600; margin: 0 0 6pt }
h2 { font-size: 16pt; font-weight: 600; margin: 22pt 0 6pt; break-after: avoid }
h3, strong { font-weight: 600 }
section { break-inside: auto }
li { margin-bottom: 6pt }
figure { margin: 8pt 0 14pt; break-inside: avoid }
figure img { width: 100%; border: 1px solid #c9ced2; border-radius: 4px }
figcaption, .soft { color: #545c63; font-size: 10pt }
button { display: none }
</style></head><body><h1>${guide.title}</h1><p>${app.notAdvice} ${app.private}</p><p class="soft">${guide.pictures.note}</p>
${[withPictures, ...others].join('\n')}</body></html>`
}

const figure = (caption: string, bytes: Buffer): string =>
  `<figure><img alt="${caption}" src="data:image/jpeg;base64,${bytes.toString('base64')}"><figcaption>${caption}</figcaption></figure>`

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
