import type { Forms } from '../../shared/appeals/appeal-papers.ts'
import type { FieldMapping, FormTemplateField } from '../../shared/appeals/official-form.ts'
import type { Input } from '../../shared/contract/contract.ts'
import type { PageText } from '../../shared/model/letter.ts'
import type { Rotation } from '../../shared/model/page-layout-override.ts'
import type { Result } from '../../shared/model/result.ts'
import type { ToldCase } from '../../shared/telling/tell-all.ts'
import type { ScanFile } from '../reading/files/scan.ts'
import type { Reader } from '../reading/process/client.ts'
import type { ReadFailure } from '../reading/read-results.ts'
import type { ReadClinics } from './clinic-list/read-clinic-list.ts'
import type { FilledForm, FormTemplateFailure } from './official-forms/fill-form-template.ts'
import type { OfficialValues } from './official-forms/official-facts.ts'
import type { Packet, PacketInput } from './packet/packet-input.ts'
import type { PdfFailure } from './pdf/pdf-cursor.ts'
import type { Secrets } from './redact/find-secrets.ts'
import type { RedactedCopy } from './redact/redacted-copy.ts'

/**
 * Papers that hold what a stranger made: letters, enclosures, form templates. They are made in a reading process, so that a
 * file that ends it costs one paper. What goes there is data; the files come apart from it, in the order that is said here.
 */
export type PaperJobs = {
  /** Files: those of the letter's scan, of each enclosure, of each form template. */
  packet: { input: PacketOrder; made: Result<Packet, PdfFailure | ReadFailure> }
  /** One file. null: it cannot be opened, or unpacks to more than any form does. */
  template: { input: null; made: TemplateContent | null }
  /** One file. null: it is not the list of clinics. */
  clinics: { input: null; made: ReadClinics | null }
  /** One file. null: it cannot be opened. */
  numbered: { input: { resources: string }; made: Uint8Array<ArrayBuffer> | null }
  /** One file. */
  filled: {
    input: { fieldMapping: FieldMapping; values: OfficialValues; resources: string }
    made: Result<FilledForm, FormTemplateFailure>
  }
  /** One file. The same PDF without its password; null: the password does not open it, or it cannot be opened. */
  unlocked: { input: { password: string }; made: Uint8Array<ArrayBuffer> | null }
  /** Files: those of the letter's scan. */
  redacted: {
    input: { texts: readonly PageText[]; secrets: Secrets; room: number }
    made: Result<RedactedCopy, ReadFailure>
  }
  /** Files: those of the letter's scan. */
  searchable: {
    input: { texts: readonly PageText[]; resources: string }
    made: Result<Uint8Array<ArrayBuffer>, ReadFailure>
  }
}

export type PacketOrder = ToldCase &
  Pick<PacketInput, 'words' | 'clockDoubt' | 'clinics'> &
  Omit<Input<'packet:pdf'>, 'id'> & {
    forms: Forms
    /** The folder with `fonts`. */
    resources: string
    /** How many of the files are the letter's own. */
    letterFiles: number
    rotations: readonly (readonly [page: number, rotation: Rotation])[]
    enclosures: readonly string[]
    templates: readonly FieldMapping[]
  }

/** What is printed on a form template, and its fields. */
export type TemplateContent = { fields: FormTemplateField[]; text: string; pages: number }

/** Makes one paper. The failure is that of the process: its files ended it twice, or took too long or too much. */
export async function makePaper<Name extends keyof PaperJobs>(
  reader: Pick<Reader, 'work'>,
  name: Name,
  input: PaperJobs[Name]['input'],
  files: readonly ScanFile[],
): Promise<Result<PaperJobs[Name]['made'], ReadFailure>> {
  // What a job makes is known by its name; paper-work.ts has the same table.
  return (await reader.work(name, input, files)) as Result<PaperJobs[Name]['made'], ReadFailure>
}
