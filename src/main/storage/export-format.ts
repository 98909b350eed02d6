import { z } from 'zod'
import { FieldMapping } from '../../shared/appeals/official-form.ts'
import { AppealAnswers } from '../../shared/model/appeal.ts'
import { CaseEvent } from '../../shared/model/case-event.ts'
import { Exhibit, Mailing } from '../../shared/model/exhibit.ts'
import { HistoryStep } from '../../shared/model/history.ts'
import { Box, Deskewed, LetterFacts, LetterId, Reading } from '../../shared/model/letter.ts'
import { PageLayoutOverride, Rotation } from '../../shared/model/page-layout-override.ts'

/** Increases when older versions can no longer read the files. */
export const exportFormat = 1

/** A path inside the export, with parts joined by `/`. */
const Path = z.string().min(1).max(400)
const Sha256 = z.string().regex(/^[0-9a-f]{64}$/)

/** `letter.json`: one letter with everything that was read, confirmed, recorded and done. */
export const ExportedLetter = z.object({
  format: z.literal(exportFormat),
  id: LetterId,
  /** The `scan.json` of the scan that has its pages. */
  scan: Path,
  pages: z.array(z.int().min(1)),
  reading: Reading.nullable(),
  confirmed: LetterFacts.nullable(),
  answers: AppealAnswers,
  /** ISO instant at which it was moved to the trash. */
  removedAt: z.iso.datetime().nullable(),
  events: z.array(CaseEvent),
  mailings: z.array(Mailing),
  exhibits: z.array(
    z.object({ ...Exhibit.shape, path: Path, sha256: Sha256, removedAt: z.iso.datetime().nullable() }),
  ),
  history: z.array(HistoryStep),
})
export type ExportedLetter = z.infer<typeof ExportedLetter>

const ExportedPage = z.object({
  page: z.int().min(1),
  aspect: z.number(),
  source: z.enum(['text-layer', 'ocr']),
  rotation: Rotation,
  lines: z.array(z.object({ text: z.string(), box: Box, confidence: z.number() })),
  deskewed: Deskewed.exactOptional(),
})

/**
 * `scan.json`: files that were read as one sequence of pages, what was read on them, and the letters in them.
 */
export const ExportedScan = z.object({
  format: z.literal(exportFormat),
  id: z.uuid(),
  keptAt: z.iso.datetime(),
  status: z.enum(['waiting', 'read', 'failed']),
  failure: z.string().nullable(),
  isIrs: z.boolean().nullable(),
  rotations: z.array(Rotation),
  layoutOverride: PageLayoutOverride.nullable(),
  files: z
    .array(
      z.object({
        id: z.uuid(),
        path: Path,
        sha256: Sha256,
        fileName: z.string(),
        keptAt: z.iso.datetime(),
        pageCount: z.int().nullable(),
        password: z.string().nullable(),
      }),
    )
    .min(1),
  pages: z.array(ExportedPage),
  /** The `letter.json` of each letter, in the order of the scan. */
  letters: z.array(Path),
  /** Letters whose pages belong to others now; they come back when the pages do. */
  absorbed: z.array(ExportedLetter),
})
export type ExportedScan = z.infer<typeof ExportedScan>

/** `waymark-export.json`: what the folder is, and where everything is. */
export const ExportIndex = z.object({
  format: z.literal(exportFormat),
  app: z.string(),
  scans: z.array(Path),
  /** The form templates, under the name that every export has had. */
  blanks: z.array(
    z.object({
      id: z.uuid(),
      form: z.string(),
      fileName: z.string(),
      keptAt: z.iso.datetime(),
      manifest: FieldMapping.nullable(),
      path: Path,
      sha256: Sha256,
    }),
  ),
})
export type ExportIndex = z.infer<typeof ExportIndex>

export const indexPath = 'waymark-export.json'
