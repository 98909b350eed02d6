import type { Chance } from '../fixtures/chance.ts'

export const mutationKinds = ['flip', 'truncate', 'splice', 'token', 'size'] as const
export type MutationKind = (typeof mutationKinds)[number]

/** One to eight changes of one kind; the same chance makes the same file. `other`: what pieces are taken from. */
export function mutate(bytes: Uint8Array, other: Uint8Array, kind: MutationKind, chance: Chance): Buffer {
  let file: Buffer = Buffer.from(bytes)
  const times = kind === 'truncate' ? 1 : chance.int(1, 8)
  for (let time = 0; time < times; time++) file = changes[kind](file, Buffer.from(other), chance)
  return file
}

type Change = (file: Buffer, other: Buffer, chance: Chance) => Buffer

const changes: Record<MutationKind, Change> = {
  flip(file, _other, chance) {
    for (let count = chance.int(1, 16); count > 0; count--)
      file[placeIn(file, chance)] = chance.pick([0, 0xff, 0x7f, 0x80, chance.int(0, 255)])
    return file
  },
  truncate: (file, _other, chance) => file.subarray(0, placeIn(file, chance)),
  splice(file, other, chance) {
    const from = placeIn(other, chance)
    const piece = other.subarray(from, from + chance.int(1, 2000))
    const at = placeIn(file, chance)
    const rest = chance.pick([at, Math.min(file.length, at + piece.length)])
    return Buffer.concat([file.subarray(0, at), piece, file.subarray(rest)])
  },
  token(file, _other, chance) {
    const token = Buffer.from(chance.pick(tokens), 'latin1')
    const at = placeIn(file, chance)
    return Buffer.concat([file.subarray(0, at), token, file.subarray(at + chance.pick([0, token.length]))])
  },
  /** A number that stands for a size: digits of a PDF, or four bytes of anything else. */
  size(file, _other, chance) {
    const numbers = [...file.toString('latin1').matchAll(/\b\d{1,7}\b/g)]
    if (file.includes('%PDF-') && numbers.length > 0) {
      const { 0: digits, index } = chance.pick(numbers)
      const value = Buffer.from(chance.pick(sizes))
      return Buffer.concat([file.subarray(0, index), value, file.subarray(index + digits.length)])
    }
    const at = Math.min(placeIn(file, chance), chance.pick([60, 400, file.length]), file.length - 4)
    if (at >= 0)
      file.writeUInt32BE(chance.pick([0, 1, 0x7fffffff, 0x80000000, 0xffffffff, 0xffff, 65_536]), at)
    return file
  },
}

const placeIn = (file: Buffer, chance: Chance): number => chance.int(0, Math.max(0, file.length - 1))

const sizes = ['0', '-1', '1', '65536', '99999', '2147483647', '4294967296', '1e9', '999999999999999999999']

/** What the formats are made of: a random byte seldom makes one of these. */
const tokens = [
  ...['obj', 'endobj', 'stream\n', 'endstream', '<<', '>>', '[', ']', 'R ', ' 0 R', 'trailer', 'startxref'],
  ...[
    '/Kids [3 0 R 3 0 R]',
    '/Parent 3 0 R',
    '/Length 99999999',
    '/Count 2147483647',
    '/Filter [/FlateDecode]',
  ],
  ...[
    '/Type /ObjStm',
    '/Prev 0',
    '/Encrypt 5 0 R',
    '/JBIG2Decode',
    '/JPXDecode',
    '/CCITTFaxDecode',
    '/DCTDecode',
  ],
  ...[
    '/Width 99999',
    '/Rotate 45',
    '/UserUnit 9e9',
    '/MediaBox [0 0 0 0]',
    'BT /F 0 Tf',
    'q q q q',
    ' Do ',
    'cm',
  ],
  ...['\xff\xd8\xff', '\xff\xc0\x00\x11\x08\xff\xff\xff\xff\x03', '\xff\xda', '\xff\xd9', '\xff\xc4\x00\x1f'],
  ...[
    'IHDR',
    'IDAT',
    'IEND',
    'PLTE',
    'iCCP',
    'zTXt',
    'acTL',
    'fdAT',
    'II*\0',
    'MM\0*',
    'RIFF',
    'WEBPVP8X',
    'ANMF',
  ],
  ...[
    'ftypheic',
    'meta',
    'iloc',
    'iprp',
    'ispe',
    'grid',
    'hvcC',
    'mdat',
    'BM',
    '\0\0\0\0',
    '\xff\xff\xff\xff',
  ],
]
