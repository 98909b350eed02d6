import { execFile } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import { mkdirSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { exportFormat } from '../../src/main/storage/export-format.ts'
import { temporaryFolder } from '../support.ts'
import { attack } from './attack.ts'
import { type CraftedEntry, craftedZip } from './crafted-zip.ts'

const megabyte = 1024 * 1024
/** Megabytes above those of a process with an open library and the bytes of the file. */
const mostMemory = 300
const mostSeconds = 10

type Seen = { code: string; letters: number; megabytes: number; seconds: number }

async function bringIn(how: 'window' | 'path', path: string): Promise<Seen> {
  const child = new URL('import-child.ts', import.meta.url).pathname
  const library = join(temporaryFolder(), 'library.waymark')
  const options = { timeout: 120_000, env: { ...process.env, NODE_OPTIONS: '' } }
  const run = promisify(execFile)(process.execPath, [child, how, path, library], options)
  const { stdout } = await run.catch((error: { signal?: string; stderr?: string }) => {
    throw new Error(`the process ended: ${error.signal ?? error.stderr}`)
  })
  return JSON.parse(stdout)
}

/** What is expected of every attack: its code, no letter, and neither memory nor time. */
const saidOf = ({ code, letters, megabytes, seconds }: Seen): string =>
  [
    code,
    letters === 0 ? 'no letter' : `${letters} letters`,
    megabytes <= mostMemory ? 'little memory' : `${megabytes} MB`,
    seconds <= mostSeconds ? 'soon' : `${seconds} s`,
  ].join(', ')
const refusedBy = (code: string): string => `${code}, no letter, little memory, soon`

function zipFile(entries: readonly CraftedEntry[]): string {
  const path = join(temporaryFolder(), 'export.zip')
  writeFileSync(path, craftedZip(entries))
  return path
}
const json = (value: unknown) => Buffer.from(JSON.stringify(value))
const index = (more: object = {}): CraftedEntry => ({
  name: 'waymark-export.json',
  content: json({ format: exportFormat, app: '1', scans: ['a/scan.json'], blanks: [], ...more }),
})
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
const id = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`
const at = '2026-11-22T12:00:00.000Z'
const scanJson = (files: { path: string; content: Uint8Array }[]) => ({
  format: exportFormat,
  id: id(1),
  keptAt: at,
  status: 'waiting',
  failure: null,
  isIrs: null,
  rotations: [],
  arrangement: null,
  files: files.map(({ path, content }, number) => ({
    id: id(number + 2),
    path,
    sha256: sha256(content),
    fileName: 'a.pdf',
    keptAt: at,
    pageCount: null,
    password: null,
  })),
  pages: [],
  letters: [],
  absorbed: [],
})

const zips: [string, string, () => readonly CraftedEntry[]][] = [
  [
    '10 MB in which 1,500 stored entries lie on top of each other',
    'import.unsafe',
    () => {
      const content = Buffer.alloc(10 * megabyte)
      const above = Array.from({ length: 1500 }, (_, number) => ({ name: `b/${number}`, content, at: 'a' }))
      return [index(), { name: 'a', content }, ...above]
    },
  ],
  [
    'one megabyte that unfolds to a gigabyte of blanks as a scan.json',
    'import.unsafe',
    () => [index(), { name: 'a/scan.json', content: Buffer.alloc(1024 * megabyte, ' '), deflated: true }],
  ],
  [
    'a scan.json that says 100 bytes and unfolds to 512 MB',
    'import.unsafe',
    () => [
      index(),
      { name: 'a/scan.json', content: Buffer.alloc(512 * megabyte, ' '), deflated: true, claims: 100 },
    ],
  ],
  [
    'a stored entry that says that it is larger than it is',
    'import.unsafe',
    () => [index(), { name: 'a/scan.json', content: Buffer.from('{}'), claims: 1000 }],
  ],
  ...['../../outside', '/etc/waymark', 'C:\\Windows\\waymark', '..\\..\\outside', 'a/../../outside'].map(
    (name): (typeof zips)[number] => [
      `an entry that is named ${name}`,
      'import.unsafe',
      () => [index(), { name, content: Buffer.from('outside') }],
    ],
  ),
  ['two entries of the same name', 'import.unsafe', () => [index(), index({ app: '2' })]],
  [
    'an index of ten million numbers instead of paths',
    'import.too-much',
    () => [index({ scans: Array(10_000_000).fill(0) })],
  ],
  [
    'an index of a million numbers instead of paths',
    'import.too-much',
    () => [index({ scans: Array(1_000_000).fill(0) })],
  ],
  [
    'an index of a hundred thousand numbers instead of paths',
    'import.not-an-export',
    () => [index({ scans: Array(100_000).fill(0) })],
  ],
  [
    'an index of 1.5 million paths',
    'import.too-much',
    () => [index({ scans: Array.from({ length: 1_500_000 }, (_, number) => `a/${number}`) })],
  ],
  [
    'an index of 100,000 paths of 390 characters each',
    'import.too-much',
    () => [index({ scans: Array.from({ length: 100_000 }, (_, number) => `${number}/`.padEnd(390, 'a')) })],
  ],
  [
    '30,000 entries whose names have 1,990 characters each',
    'import.too-much',
    () => [
      index(),
      ...Array.from({ length: 30_000 }, (_, number) => ({
        name: `${number}/`.padEnd(1990, 'a'),
        content: Buffer.from('1'),
      })),
    ],
  ],
  [
    'an entry whose name has 60,000 characters',
    'import.too-much',
    () => [index(), { name: 'a'.repeat(60_000), content: Buffer.from('1') }],
  ],
  [
    'one page with a million lines that are none',
    'import.too-much',
    () => {
      const scan = scanJson([{ path: 'a/1', content: Buffer.from('1') }])
      const pages = [{ page: 1, lines: Array(1_000_000).fill(0) }]
      return [
        index(),
        { name: 'a/scan.json', content: json({ ...scan, pages }) },
        { name: 'a/1', content: Buffer.from('1') },
      ]
    },
  ],
  [
    'an index that names the same scan 100,000 times',
    'import.damaged',
    () => [
      index({ scans: Array(100_000).fill('a/scan.json') }),
      { name: 'a/scan.json', content: json(scanJson([{ path: 'a/1', content: Buffer.from('1') }])) },
      { name: 'a/1', content: Buffer.from('1') },
    ],
  ],
  [
    'brackets within brackets, ten million deep',
    'import.too-much',
    () => [{ name: 'waymark-export.json', content: Buffer.alloc(10_000_000, '[') }],
  ],
  [
    'an original of 250 MB of nothing, in a quarter of a megabyte',
    'import.unsafe',
    () => {
      const content = Buffer.alloc(250 * megabyte)
      return [
        index(),
        { name: 'a/scan.json', content: json(scanJson([{ path: 'a/1', content }])) },
        { name: 'a/1', content, deflated: true },
      ]
    },
  ],
]
for (const [what, code, entries] of zips)
  attack(
    `bringing in a zip file: ${what}`,
    refusedBy(code),
    async () => saidOf(await bringIn('window', zipFile(entries()))),
    { timeout: 180_000 },
  )

const folders: [string, string, (folder: string) => void][] = [
  [
    'an index of 8 GB of nothing',
    'import.too-much',
    (folder) => {
      writeFileSync(join(folder, 'waymark-export.json'), '')
      truncateSync(join(folder, 'waymark-export.json'), 8 * 1024 * megabyte)
    },
  ],
  [
    'an original of 8 GB of nothing',
    'import.too-much',
    (folder) => {
      writeFileSync(join(folder, 'waymark-export.json'), index().content)
      mkdirSync(join(folder, 'a'))
      const scan = scanJson([{ path: 'a/1', content: Buffer.from('1') }])
      writeFileSync(join(folder, 'a/scan.json'), json(scan))
      writeFileSync(join(folder, 'a/1'), '')
      truncateSync(join(folder, 'a/1'), 8 * 1024 * megabyte)
    },
  ],
]
for (const [what, code, fill] of folders)
  attack(
    `bringing in a folder: ${what}`,
    refusedBy(code),
    async () => {
      const folder = temporaryFolder()
      fill(folder)
      return saidOf(await bringIn('path', folder))
    },
    { timeout: 180_000 },
  )

/** A scan as long as any may be, of bytes that do not pack; it is whole, and comes in. */
function largeExport(deflated: boolean): CraftedEntry[] {
  const content = randomBytes(190 * megabyte)
  return [
    index(),
    { name: 'a/scan.json', content: json(scanJson([{ path: 'a/1', content }])) },
    { name: 'a/1', content, deflated, level: 1 },
  ]
}
for (const [how, deflated] of [
  ['window', false],
  ['path', true],
] as const)
  attack(
    `bringing in a whole original of 190 MB, ${deflated ? 'packed' : 'stored'}, through the ${how}`,
    'brought in, no letter, little memory, not counted',
    async () => {
      const seen = saidOf({ ...(await bringIn(how, zipFile(largeExport(deflated)))), seconds: 0 })
      return seen.replace('soon', 'not counted')
    },
    { timeout: 180_000 },
  )

attack(
  'bringing in a folder with a whole original of 190 MB',
  'brought in, no letter, little memory, not counted',
  async () => {
    const folder = temporaryFolder()
    mkdirSync(join(folder, 'a'))
    for (const { name, content } of largeExport(false)) writeFileSync(join(folder, name), content)
    return saidOf({ ...(await bringIn('path', folder)), seconds: 0 }).replace('soon', 'not counted')
  },
  { timeout: 180_000 },
)

attack(
  'bringing in a zip file on the command line: 1,500 stored entries on top of each other',
  refusedBy('import.unsafe'),
  async () => saidOf(await bringIn('path', zipFile(zips[0]?.[2]() ?? []))),
  { timeout: 180_000 },
)
