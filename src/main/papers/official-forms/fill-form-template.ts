import fontkit from '@cantoo/fontkit'
import {
  layoutMultilineText,
  PDFButton,
  PDFCheckBox,
  PDFDocument,
  type PDFFont,
  PDFName,
  PDFTextField,
  TextAlignment,
} from '@cantoo/pdf-lib'
import type { FieldMapping, OfficialField } from '../../../shared/appeals/official-form.ts'
import { err, type Failure, ok, type Result } from '../../../shared/model/result.ts'
import type { PdfFonts } from '../pdf/pdf-cursor.ts'
import { openFormTemplate, typeOf } from './form-template.ts'
import type { OfficialValues } from './official-facts.ts'

export type FormTemplateFailure = Failure<
  | 'form-template.damaged'
  | 'form-template.field-missing'
  | 'form-template.too-long'
  | 'form-template.not-read-back'
  | 'papers.missing-character'
>

/** `continued`: the statement was too long for its field, which refers to the continuation. */
export type FilledForm = {
  bytes: Uint8Array<ArrayBuffer>
  continued: boolean
  values: [string, string | boolean][]
}

/**
 * Fills in an official form by field name, reads every value back from the written file, and then flattens
 * it. No XFA and no usage rights remain, and every value is drawn with an embedded font. A value that does
 * not fit is an error.
 */
export async function fillFormTemplate(
  template: Uint8Array,
  fieldMapping: FieldMapping,
  values: OfficialValues,
  fonts: Pick<PdfFonts, 'regular'>,
): Promise<Result<FilledForm, FormTemplateFailure>> {
  const pdf = await openFormTemplate(template)
  if (!pdf) return err({ code: 'form-template.damaged' })
  const form = pdf.getForm()
  form.deleteXFA()
  pdf.catalog.delete(PDFName.of('Perms'))
  pdf.registerFontkit(fontkit)
  const font = await pdf.embedFont(fonts.regular, { subset: true, features: { liga: false } })
  const written: [string, string | boolean][] = []
  let continued = false
  for (const each of fieldMapping.fields) {
    const field = form.getFieldMaybe(each.field)
    if (!field || typeOf(field) !== each.type)
      return err({ code: 'form-template.field-missing', block: each.field })
    const value = each.from === undefined ? undefined : values[each.from]
    if (field instanceof PDFCheckBox && value === true) {
      field.check()
      written.push([each.field, true])
    }
    if (!(field instanceof PDFTextField) || typeof value !== 'string' || !value.trim()) continue
    const put = putText(field, font, value, each)
    const pointer = values['statement.pointer']
    const again =
      !put.ok &&
      put.error.code === 'form-template.too-long' &&
      each.from === 'statement' &&
      typeof pointer === 'string'
        ? putText(field, font, pointer, each)
        : put
    if (!again.ok) return again
    continued ||= again !== put
    written.push([each.field, again.value])
  }
  for (const field of form.getFields()) if (field instanceof PDFButton) form.removeField(field)
  form.updateFieldAppearances(font)
  return readBack(await pdf.save({ updateFieldAppearances: false }), written, continued)
}

/**
 * Sets the text at the field's own size, or smaller, down to what can still be read. Errors name the fact in
 * question.
 */
function putText(
  field: PDFTextField,
  font: PDFFont,
  value: string,
  { field: own, from }: OfficialField,
): Result<string, FormTemplateFailure> {
  const name = from ?? own
  const clean = value.normalize('NFC').replace(/\r\n?/g, '\n').trim()
  if ((field.acroField.getWidgets()[0]?.getRectangle().height ?? 0) < twoLines) field.disableMultiline()
  const text = field.isMultiline() ? clean : clean.replace(/\s*\n\s*/g, ', ')
  const characters = new Set(font.getCharacterSet())
  if ([...text].some((character) => character !== '\n' && !characters.has(character.codePointAt(0) ?? 0)))
    return err({ code: 'papers.missing-character', block: name })
  const max = field.getMaxLength()
  const size = sizeThatFits(field, font, text)
  if (size === null || (max !== undefined && text.length > max))
    return err({ code: 'form-template.too-long', block: name })
  field.disableRichFormatting()
  field.setText(text)
  field.setFontSize(size)
  return ok(text)
}

const smallest = 6.5
/** Border and padding that appearances keep clear, both sides together. */
const inset = 4
/** Low fields hold one line, whatever their flag says; several lines would be drawn below the edge. */
const twoLines = 22

/** Points; null if the text does not fit even at the smallest size, using the same layout that draws it. */
function sizeThatFits(field: PDFTextField, font: PDFFont, text: string): number | null {
  const box = field.acroField.getWidgets()[0]?.getRectangle()
  if (!box) return null
  const width = box.width - inset
  const height = box.height - inset
  const own = Number(/([\d.]+)\s+Tf/.exec(field.acroField.getDefaultAppearance() ?? '')?.[1] ?? 0)
  for (let size = Math.min(own || 10, box.height * 0.9); size >= smallest; size -= 0.5) {
    if (!field.isMultiline()) {
      if (!text.includes('\n') && font.widthOfTextAtSize(text, size) <= width) return size
      continue
    }
    const bounds = { x: 0, y: 0, width, height }
    const layout = layoutMultilineText(text, { alignment: TextAlignment.Left, fontSize: size, font, bounds })
    const descent = font.heightAtSize(size) - font.heightAtSize(size, { descender: false })
    if (layout.lines.every((line) => line.y >= descent && line.width <= width + 0.01)) return size
  }
  return null
}

/** Opens the written file as a stranger would, compares each value, and only then makes it unchangeable. */
async function readBack(
  saved: Uint8Array,
  written: [string, string | boolean][],
  continued: boolean,
): Promise<Result<FilledForm, FormTemplateFailure>> {
  const pdf = await PDFDocument.load(saved, { updateMetadata: false })
  const form = pdf.getForm()
  for (const [name, value] of written) {
    const field = form.getFieldMaybe(name)
    const found =
      field instanceof PDFTextField
        ? field.getText()
        : field instanceof PDFCheckBox
          ? field.isChecked()
          : null
    if (found !== value) return err({ code: 'form-template.not-read-back', block: name })
  }
  form.flatten({ updateFieldAppearances: false })
  const bytes = new Uint8Array(await pdf.save({ updateFieldAppearances: false }))
  return ok({ bytes, continued, values: written })
}
