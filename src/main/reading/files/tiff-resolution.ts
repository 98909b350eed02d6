const tags = { width: 256, height: 257, across: 282, down: 283 } as const

/**
 * By how much the rows of a TIFF's page must be stretched for square pixels: a coarse fax has 204 points an inch across
 * and 98 down, so 2.08. Some faxes do not note it; they show it by the standard width and half a page's height. 1 where the file
 * says nothing of the kind.
 */
export function pixelShape(bytes: Uint8Array, page: number): number {
  const values = pageTags(bytes, page)
  const [across, down] = [values.get(tags.across), values.get(tags.down)]
  if (across && down && across !== down) {
    const noted = across / down
    return noted > 0.4 && noted < 2.6 ? noted : 1
  }
  const [width = 0, height = 1] = [values.get(tags.width), values.get(tags.height)]
  return width >= 1720 && width <= 1736 && width / height > 1.3 && width / height < 1.75 ? 2 : 1
}

/** The tags of one page's directory, see TIFF 6.0, section 2; empty where the chain of directories breaks off. */
function pageTags(bytes: Uint8Array, page: number): Map<number, number> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const little = view.getUint16(0) === 0x4949
  const values = new Map<number, number>()
  try {
    let directory = view.getUint32(4, little)
    for (let at = 1; at < page; at++) {
      directory = view.getUint32(directory + 2 + 12 * view.getUint16(directory, little), little)
      if (directory === 0) return values
    }
    const entries = view.getUint16(directory, little)
    for (let entry = 0; entry < entries; entry++) {
      const start = directory + 2 + 12 * entry
      values.set(view.getUint16(start, little), valueAt(view, start, little))
    }
    return values
  } catch (error) {
    if (error instanceof RangeError) return new Map()
    throw error
  }
}

const [short, rational] = [3, 5]

function valueAt(view: DataView, entry: number, little: boolean): number {
  const type = view.getUint16(entry + 2, little)
  if (type === short) return view.getUint16(entry + 8, little)
  const value = view.getUint32(entry + 8, little)
  if (type !== rational) return value
  return view.getUint32(value, little) / view.getUint32(value + 4, little)
}
