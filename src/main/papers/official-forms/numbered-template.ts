import fontkit from '@cantoo/fontkit'
import { rgb } from '@cantoo/pdf-lib'
import type { PdfFonts } from '../pdf/pdf-cursor.ts'
import { openFormTemplate, pageOfField } from './form-template.ts'

/**
 * The blank form with each field's number printed in it, counted from 1 in the file's own order: names like
 * `f1_12[0]` tell a person nothing. For looking at, not for mailing. null: it cannot be opened.
 */
export async function numberedTemplate(
  template: Uint8Array,
  fonts: Pick<PdfFonts, 'bold'>,
): Promise<Uint8Array<ArrayBuffer> | null> {
  const pdf = await openFormTemplate(template)
  if (!pdf) return null
  const form = pdf.getForm()
  form.deleteXFA()
  pdf.registerFontkit(fontkit)
  const font = await pdf.embedFont(fonts.bold, { subset: true, features: { liga: false } })
  const places = form.getFields().map((field) => ({ field, page: pageOfField(pdf, field) }))
  const boxes = places.map(({ field, page }, index) => {
    const { x, y } = field.acroField.getWidgets()[0]?.getRectangle() ?? { x: 0, y: 0 }
    return { page, x, y, text: `${index + 1}` }
  })
  form.flatten({ updateFieldAppearances: false })
  for (const { page, x, y, text } of boxes) {
    const target = pdf.getPages()[page - 1]
    const width = font.widthOfTextAtSize(text, 8) + 3
    target?.drawRectangle({ x, y, width, height: 9, color: rgb(1, 1, 0.7), borderWidth: 0.4 })
    target?.drawText(text, { x: x + 1.5, y: y + 1.5, size: 8, font, color: rgb(0, 0, 0) })
  }
  return new Uint8Array(await pdf.save({ updateFieldAppearances: false }))
}
