import type { WorkFile, WorkTools } from '../reading/process/work.ts'
import { readClinicList } from './clinic-list/read-clinic-list.ts'
import type { ImageOf } from './image-of.ts'
import { fillFormTemplate } from './official-forms/fill-form-template.ts'
import { fieldsOfTemplate, textOfTemplate } from './official-forms/form-template.ts'
import { numberedTemplate } from './official-forms/numbered-template.ts'
import { buildPacket } from './packet/build-packet.ts'
import { unlockedPdf } from './packet/copy-pdf-page.ts'
import type { PacketOrder, PaperJobs, TemplateContent } from './papers.ts'
import { loadFonts } from './pdf/fonts.ts'
import { redactedCopy, redactedWidth } from './redact/redacted-copy.ts'
import { searchableCopy, searchableWidth } from './searchable/searchable-copy.ts'

type Makers = {
  [Name in keyof PaperJobs]: (
    input: PaperJobs[Name]['input'],
    tools: WorkTools,
  ) => Promise<PaperJobs[Name]['made']>
}

const makers: Makers = {
  packet: packetFrom,
  template: (_, tools) => templateContent(tools),
  async clinics(_, { files, pages }) {
    const file = only(files)
    return (await pages.isTame(file)) ? readClinicList(file.bytes) : null
  },
  numbered: async ({ resources }, { files }) =>
    numberedTemplate(only(files).bytes, await loadFonts(resources)),
  filled: async ({ fieldMapping, values, resources }, { files }) =>
    fillFormTemplate(only(files).bytes, fieldMapping, values, await loadFonts(resources)),
  unlocked: ({ password }, { files }) => unlockedPdf(only(files).bytes, password),
  redacted: ({ texts, secrets, room }, tools) =>
    redactedCopy(texts, imagesFrom(tools, redactedWidth, texts.length), secrets, room),
  searchable: async ({ texts, resources }, tools) =>
    searchableCopy(
      texts,
      imagesFrom(tools, searchableWidth, texts.length),
      (await loadFonts(resources)).regular,
    ),
}

/** The pages of the letter one after another; each is a sign of life. */
function imagesFrom({ files, pages, page }: WorkTools, width: number, count: number): ImageOf {
  let done = 0
  return (text) => {
    page(done++, count)
    return pages.pageImage(files, text.page, width, text.rotation)
  }
}

/** What a reading process knows beside reading: the papers of papers.ts. */
export function workOnPapers(name: string, input: unknown, tools: WorkTools): Promise<unknown> {
  if (!Object.hasOwn(makers, name)) throw new Error('papers: no paper of this name')
  const make = makers[name as keyof Makers] as (input: unknown, tools: WorkTools) => Promise<unknown>
  return make(input, tools)
}

async function packetFrom(order: PacketOrder, { files, pages, page }: WorkTools) {
  const { resources, letterFiles, rotations, enclosures, templates, ...rest } = order
  const turns = new Map(rotations)
  const enclosed = new Map(enclosures.map((id, at) => [id, fileAt(files, letterFiles + at)]))
  const firstTemplate = letterFiles + enclosures.length
  return buildPacket({
    ...rest,
    fonts: await loadFonts(resources),
    scan: files.slice(0, letterFiles),
    reader: pages,
    onPage: page,
    rotationOf: (number) => turns.get(number) ?? 0,
    enclosure(id) {
      const file = enclosed.get(id)
      if (!file) throw new Error('papers: an enclosure without its file')
      return [file]
    },
    formTemplates: templates.map((fieldMapping, at) => ({
      fieldMapping,
      bytes: fileAt(files, firstTemplate + at).bytes,
    })),
  })
}

async function templateContent({ files, pages }: WorkTools): Promise<TemplateContent | null> {
  const file = only(files)
  if (!(await pages.isTame(file))) return null
  const [fields, printed] = [await fieldsOfTemplate(file.bytes), await textOfTemplate(file.bytes)]
  return fields && printed && { fields, ...printed }
}

const only = (files: readonly WorkFile[]): WorkFile => fileAt(files, 0)

function fileAt(files: readonly WorkFile[], at: number): WorkFile {
  const file = files[at]
  if (!file) throw new Error('papers: a paper without its file')
  return file
}
