import type { Forms } from '../../../shared/appeals/appeal-papers.ts'
import type { FieldMapping } from '../../../shared/appeals/official-form.ts'
import type { Clinic } from '../../../shared/model/clinic.ts'
import type { ClockDoubt } from '../../../shared/model/clock-doubt.ts'
import type { Mailing } from '../../../shared/model/exhibit.ts'
import type { ToldCase } from '../../../shared/telling/tell-all.ts'
import type { ScanSource } from '../../reading/files/scan.ts'
import type { PdfFonts } from '../pdf/pdf-cursor.ts'
import type { ExhibitSource } from './exhibit.ts'
import type { CoverKind } from './mail-cover.ts'

/** Everything a packet is made from. */
export type PacketInput = ToldCase &
  Omit<ExhibitSource, 'pages'> & {
    /** Why today's date may be wrong. */
    clockDoubt: ClockDoubt | null
    fonts: PdfFonts
    forms: Forms
    /** The bytes of an enclosure of the letter, by its id. */
    enclosure?: (id: string) => ScanSource
    /** Official forms that can be filled in; they replace the typed draft. */
    formTemplates?: { fieldMapping: FieldMapping; bytes: Uint8Array }[]
    cover?: CoverKind
    /** The clinics of the person's state, where the list was added. */
    clinics?: readonly Clinic[]
    /** Every part starts on the front of a sheet. */
    duplex?: boolean
    /** Labels for the ways of mailing and for the fields of official forms. */
    words: { ways: Record<Mailing['how'], string>; facts: Record<string, string> }
  }
/** `notPrinted`: exhibits whose file could not be printed, by their names. */
export type Packet = { bytes: Uint8Array<ArrayBuffer>; pages: number; notPrinted: string[] }
