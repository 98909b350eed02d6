import { basename } from 'node:path'
import { DraftForm } from '../../../shared/model/appeal.ts'
import { cleanText } from '../../../shared/text/clean-name.ts'
import { wordsOfError } from '../words.ts'
import { type Blank, blankLines, blanksOf, blanksOfForm, markUnready } from './blank-words.ts'
import { CommandFailure } from './command-failure.ts'
import { bytesOfGiven } from './given-file.ts'
import { findLetter, type LibraryOptions, unwrap, withCore } from './open-core.ts'
import { print, say, warn } from './print.ts'
import { writeOut } from './write-out.ts'
import { refuseWrongPaper } from './wrong-paper.ts'

type Options = LibraryOptions & { out: string }

/** Writes the draft of the form that fits. */
export const draftCommand = (id: string, options: Options) =>
  withCore(options, async (core) => {
    await core.idle()
    const letter = await findLetter(core, id)
    await refuseWrongPaper(core, letter)
    const { bytes } = unwrap(await core.api['draft:pdf']({ id: letter.id }))
    written(options, letter.id, bytes, await blanksOf(core, letter))
  })

type PacketOptions = Options & { fax?: boolean; duplex?: boolean; asTaken?: boolean }

export const packetCommand = (id: string, options: PacketOptions) =>
  withCore(options, async (core) => {
    await core.idle()
    const letter = await findLetter(core, id)
    await refuseWrongPaper(core, letter)
    const cover = options.fax ? 'fax' : 'letter'
    const { duplex = false, asTaken = false } = options
    const input = { id: letter.id, cover, duplex, straighten: !asTaken } as const
    const { bytes, notPrinted, pages } = unwrap(await core.api['packet:pdf'](input))
    if (options.fax && pages > mostFaxPages)
      warn(
        `This packet has ${pages} pages. Many fax lines break off before that. Ask the office whether it takes so many, or mail it, ` +
          'or leave out exhibits that are not needed.',
      )
    written(options, letter.id, bytes, [...notPrinted.map(unprinted), ...(await blanksOf(core, letter))])
  })

/** Beyond that a fax takes most of an hour, and the machine at the other end runs out of memory or paper. */
const mostFaxPages = 50

const unprinted = (name: string): Blank => ({
  name,
  what: 'Its file could not be printed. Print it with its own program and put its pages behind its sheet.',
  stops: true,
})

/** Writes the letter as a PDF that can be searched. */
export const pdfCommand = (id: string, options: Options) =>
  withCore(options, async (core) => {
    await core.idle()
    const letter = await findLetter(core, id)
    written(options, letter.id, unwrap(await core.api['letter:searchable']({ id: letter.id })).bytes)
  })

/** Writes a copy of the letter without its numbers. */
export const redactCommand = (id: string, options: Options & { names?: boolean }) =>
  withCore(options, async (core) => {
    await core.idle()
    const letter = await findLetter(core, id)
    const input = { id: letter.id, namesToo: options.names ?? false }
    const { bytes, redacted } = unwrap(await core.api['letter:redacted'](input))
    written(options, letter.id, bytes)
    if (!options.json) say(`Places blacked out: ${redacted}. Look at every page before you share it.`)
  })

const kinds = ['call', 'summary', 'fridge'] as const

/** Writes one sheet for the person. */
export const paperCommand = (kind: string, id: string, options: Options) =>
  withCore(options, async (core) => {
    const known = kinds.find((each) => each === kind)
    if (!known) throw new CommandFailure(`There is no sheet "${kind}". Sheets: ${kinds.join(', ')}`)
    await core.idle()
    const letter = await findLetter(core, id)
    const { bytes } = unwrap(await core.api['sheet:pdf']({ id: letter.id, kind: known }))
    written({ ...options, out: options.out ?? `${known}.pdf` }, letter.id, bytes)
  })

export const icsCommand = (options: Options) =>
  withCore(options, async (core) => {
    await core.idle()
    written(options, 'all', (await core.api['calendar:ics'](null)).text)
  })

/** Without a file: the blank forms that are stored. With one: keeps it. */
export const blankCommand = (file: string | undefined, options: LibraryOptions) =>
  withCore(options, async (core) => {
    if (file)
      unwrap(
        await core.api['form-template:add']({
          fileName: basename(file),
          bytes: await bytesOfGiven(file, 'scan'),
        }),
      )
    for (const template of await core.api['form-templates:list'](null)) {
      const state = !template.mapped ? 'its fields are not mapped yet: do that in the app' : template.revision
      print(options, template, () => `Form ${template.form} (${state})`)
    }
  })

/** Fills a stored blank form from one letter. */
export const formCommand = (id: string, form: string, options: Options) =>
  withCore(options, async (core) => {
    await core.idle()
    const letter = await findLetter(core, id)
    const template = (await core.api['form-templates:list'](null)).find((each) => each.form === form)
    if (!template) throw new CommandFailure(wordsOfError('form-template.not-found'))
    const { bytes, blank } = unwrap(await core.api['form:pdf']({ id: letter.id, template: template.id }))
    const own = DraftForm.safeParse(form)
    const filled = own.success && { ...letter, answers: { ...letter.answers, form: own.data } }
    const blanks = filled ? await blanksOf(core, filled) : blanksOfForm(blank)
    written({ ...options, out: options.out ?? `form-${form}.pdf` }, letter.id, bytes, blanks)
  })

/** Writes a paper and says where, and what is still blank in one that is mailed. */
function written(options: Options, id: string, content: Uint8Array | string, blanks?: Blank[]): void {
  writeOut(options.out, content)
  const json = { id, out: options.out, bytes: content.length, ...(blanks && { blank: blanks }) }
  print(options, json, () =>
    [`Written: ${cleanText(options.out)}`, ...(blanks ? blankLines(blanks) : [])].join('\n'),
  )
  markUnready(blanks ?? [])
}
