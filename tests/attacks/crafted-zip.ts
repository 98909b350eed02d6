import { deflateRawSync } from 'node:zlib'

/** An entry of a zip file that is put together by hand, so that any of its statements can be a lie. */
export type CraftedEntry = {
  name: string
  content: Uint8Array
  deflated?: boolean
  /** How hard it is packed; by default as hard as possible. */
  level?: number
  /** The size that both headers give; by default the true one. */
  claims?: number
  /** Lies at the place of an earlier entry instead of one of its own. */
  at?: string
}

/** A zip file with these entries in this order. */
export function craftedZip(entries: readonly CraftedEntry[]): Buffer {
  const [parts, list]: [Buffer[], Buffer[]] = [[], []]
  const places = new Map<string, number>()
  let length = 0
  const add = (part: Buffer) => {
    parts.push(part)
    length += part.length
  }
  for (const { name, content, deflated = false, level = 9, claims = content.length, at } of entries) {
    const data = deflated
      ? deflateRawSync(content, { level })
      : Buffer.from(content.buffer, content.byteOffset, content.length)
    const place = at === undefined ? length : (places.get(at) ?? 0)
    places.set(name, place)
    const named = Buffer.from(name)
    const head = Buffer.alloc(26)
    head.writeUInt16LE(20, 0)
    head.writeUInt16LE(0x0800, 2)
    head.writeUInt16LE(deflated ? 8 : 0, 4)
    head.writeUInt32LE(data.length, 14)
    head.writeUInt32LE(claims, 18)
    head.writeUInt16LE(named.length, 22)
    if (at === undefined) for (const part of [Buffer.from('PK\x03\x04'), head, named, data]) add(part)
    const tail = Buffer.alloc(14)
    tail.writeUInt32LE(place, 10)
    list.push(Buffer.from('PK\x01\x02'), Buffer.from([20, 0]), head, tail, named)
  }
  const [directory, end] = [Buffer.concat(list), Buffer.alloc(18)]
  end.writeUInt16LE(Math.min(entries.length, 0xffff), 4)
  end.writeUInt16LE(Math.min(entries.length, 0xffff), 6)
  end.writeUInt32LE(directory.length, 8)
  end.writeUInt32LE(length, 12)
  return Buffer.concat([...parts, directory, Buffer.from('PK\x05\x06'), end])
}
