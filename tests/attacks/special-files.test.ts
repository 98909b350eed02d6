import { execFileSync } from 'node:child_process'
import { chownSync, closeSync, constants, openSync, readSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, vi } from 'vitest'
import { restoreCommand } from '../../src/main/shells/cli/backup-commands.ts'
import { contentCommand } from '../../src/main/shells/cli/content-command.ts'
import { attachCommand } from '../../src/main/shells/cli/exhibit-commands.ts'
import { importCommand } from '../../src/main/shells/cli/export-commands.ts'
import { addCommand } from '../../src/main/shells/cli/letter-commands.ts'
import { blankCommand } from '../../src/main/shells/cli/paper-commands.ts'
import { readCommand } from '../../src/main/shells/cli/read-command.ts'
import { writeOut } from '../../src/main/shells/cli/write-out.ts'
import { wordsOfError } from '../../src/main/shells/words.ts'
import { resources, temporaryFolder, testCore } from '../support.ts'
import { attack } from './attack.ts'

const skip = process.platform === 'win32'
const code = 'file.not-a-file'

let library: string
let printed: string[]
beforeEach(() => {
  library = join(temporaryFolder(), 'library.waymark')
  printed = []
  vi.stubEnv('WAYMARK_LIBRARY', library)
  vi.spyOn(console, 'log').mockImplementation((line: string) => void printed.push(line))
})
afterEach(() => {
  vi.unstubAllEnvs()
  vi.restoreAllMocks()
  process.exitCode = 0
})

/** The code whose words a command ends with or prints; `hangs` after some seconds. */
async function endOf(command: Promise<unknown>): Promise<string> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<string>((done) => {
    timer = setTimeout(() => done('hangs'), 15_000)
  })
  const said = await Promise.race([command.then(() => printed.join('\n'), String), late])
  clearTimeout(timer)
  const known = [code, 'scan.too-large', 'content.too-large', 'file.not-found']
  return known.find((each) => said.includes(wordsOfError(each))) ?? said
}

function pipe(): string {
  const file = join(temporaryFolder(), 'letter.pdf')
  execFileSync('mkfifo', [file])
  return file
}
/** Whoever still waits for the pipe gets its end. */
const release = (file: string) => closeSync(openSync(file, constants.O_RDWR | constants.O_NONBLOCK))

const commands: [string, (file: string) => Promise<unknown>][] = [
  ['add', (file) => addCommand([file], { library })],
  ['import', (file) => importCommand(file, { library })],
  ['restore', (file) => restoreCommand(file, { library })],
  ['blank', (file) => blankCommand(file, { library })],
  ['content', (file) => contentCommand(file, {})],
  ['read', (file) => readCommand([file], {})],
]
for (const [name, run] of commands)
  attack(
    `a pipe is given to the command ${name}`,
    code,
    async () => {
      const file = pipe()
      const seen = await endOf(run(file))
      if (seen === 'hangs') release(file)
      return seen
    },
    { skip },
  )

attack(
  'a device without end, and a folder, are given to the command attach',
  `${code}, ${code}`,
  async () => {
    const core = testCore(library)
    const added = await core.api['letter:add-sample'](null)
    await core.idle()
    await core.close()
    if (!added.ok) return added.error.code
    const [id = ''] = added.value.ids
    const device = await endOf(attachCommand(id, '/dev/zero', undefined, { library }))
    return `${device}, ${await endOf(attachCommand(id, temporaryFolder(), undefined, { library }))}`
  },
  { skip },
)

attack(
  'a file of a terabyte, almost all of it nothing, is given to add and content',
  'scan.too-large, content.too-large',
  async () => {
    const file = join(temporaryFolder(), 'letter.pdf')
    writeFileSync(file, '')
    truncateSync(file, 2 ** 40)
    return `${await endOf(addCommand([file], { library }))}, ${await endOf(contentCommand(file, {}))}`
  },
  { skip },
)

attack(
  'a pipe of another user lies where a paper is to be written',
  'refused, and nothing is written; one of our own is written to',
  async () => {
    const theirs = pipe()
    const reader = openSync(theirs, constants.O_RDWR | constants.O_NONBLOCK)
    chownSync(theirs, 65_534, 65_534)
    let said = 'nothing'
    try {
      writeOut(theirs, 'private')
    } catch (error) {
      said = String(error)
    }
    const got = () => {
      try {
        return readSync(reader, Buffer.alloc(16))
      } catch {
        return 0
      }
    }
    const stolen = got()
    chownSync(theirs, 0, 0)
    writeOut(theirs, 'private')
    const own = got()
    closeSync(reader)
    const refused = said.includes(wordsOfError('file.of-another-user')) && stolen === 0
    return `${refused ? 'refused, and nothing is written' : said}; ${own === 7 ? 'one of our own is written to' : own}`
  },
  { skip: process.getuid?.() !== 0 },
)

attack('a folder stands among the files that are given to add', 'named; the others are kept', async () => {
  const sample = (name: string) => join(resources, 'samples', name)
  const files = [sample('1-lt11.pdf'), temporaryFolder(), sample('3-letter-3172.pdf')]
  const said = await endOf(addCommand(files, { library }))
  const core = testCore(library)
  const { letters } = await core.api['letters:list'](null)
  await core.close()
  return said === code && letters.length === 2 ? 'named; the others are kept' : `${said}, ${letters.length}`
})
