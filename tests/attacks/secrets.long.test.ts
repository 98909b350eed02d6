import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { chromium, type Page } from 'playwright-core'
import { vi } from 'vitest'
import words from '../../resources/words/en.json' with { type: 'json' }
import { dropFile, goToPart, walkToAnswers } from '../e2e/main-way.ts'
import { limitWaits } from '../e2e/waiting.ts'
import { typedPdf } from '../fixtures/typed-pdf.ts'
import { typedPicture } from '../fixtures/typed-picture.ts'
import {
  chromium as executablePath,
  hasChromium,
  longestWait,
  projectFolder,
  temporaryFolder,
} from '../support.ts'
import { attack } from './attack.ts'
import { canMountDisks, makeDisk } from './disk-image.ts'

/**
 * The whole way on a protected library, with home, temporary folder, browser profile, and library on a disk of its own. Then
 * every byte of that disk is searched, also where files were removed. What a person saves to a place of their own choice
 * (a packet, an export) is not part of the walk: it is meant to be readable.
 */
const command = join(projectFolder, 'src/main/shells/cli/waymark.ts')
const execute = promisify(execFile)

const secrets = {
  'the passphrase': 'kumquat lantern osprey fjord',
  'the name on a letter': 'QUILLA MARKERSON',
  'the number on a letter': '900-55-1234',
  'the name of a PDF': 'tapir-from-the-irs.pdf',
  'the name of a photo': 'wombat-from-the-irs.png',
  'a reason that was typed': 'The amount was paid on October 1, 2026.',
  'what was searched': 'zebrawurst',
  'a note on the command line': 'echidna called at noon',
} as const

attack(
  'every byte of the disk is searched after the whole way on a protected library',
  'the control, nothing else',
  async () => {
    const disk = makeDisk(1024)
    const found = await walk(disk.folder).finally(() => disk.unmount())
    return disk
      .search({ 'the control': formsOf(control), ...found })
      .join(', ')
      .replace(/^the control$/, 'the control, nothing else')
  },
  { timeout: 300_000, skip: !hasChromium || !canMountDisks() },
)

const control = 'written in the clear and removed again'
const formsOf = (text: string): Buffer[] =>
  [text, encodeURIComponent(text), Buffer.from(text).toString('base64').slice(0, -4)].flatMap((form) => [
    Buffer.from(form, 'utf8'),
    Buffer.from(form, 'utf16le'),
  ])
/** A piece of a file that is like no other: one without runs of the same byte. */
function pieceOf(bytes: Uint8Array): Buffer[] {
  const pieces = Array.from({ length: Math.floor(bytes.length / 24) }, (_, nth) =>
    bytes.subarray(24 * nth, 24 * nth + 24),
  )
  const [piece] = pieces.sort((one, other) => new Set(other).size - new Set(one).size)
  if (!piece || new Set(piece).size < 20) throw new Error('no piece of the file is like no other')
  return [Buffer.from(piece)]
}

async function walk(disk: string): Promise<Record<string, Buffer[]>> {
  leaveControl(disk)
  const home = join(disk, 'home')
  const environment = { PATH: process.env.PATH, HOME: home, TMPDIR: join(disk, 'tmp'), LANG: 'en_US.UTF-8' }
  for (const folder of [home, environment.TMPDIR]) mkdirSync(folder)
  const library = join(home, 'letters', 'library.waymark')
  const dropped = temporaryFolder()
  const pdf = await typedPdf([{ more: [secrets['the name on a letter'], secrets['the number on a letter']] }])
  const photo = await typedPicture({ code: 'CP501', more: [secrets['the name on a letter']] })
  const files = {
    pdf: join(dropped, secrets['the name of a PDF']),
    photo: join(dropped, secrets['the name of a photo']),
  }
  writeFileSync(files.pdf, pdf)
  writeFileSync(files.photo, photo)
  const recoveryKey = await walkInBrowser({ home, environment, library, ...files })
  await walkOnCommandLine(environment, library, files.photo)
  return {
    ...Object.fromEntries(Object.entries(secrets).map(([name, text]) => [name, formsOf(text)])),
    'the recovery key': formsOf(recoveryKey),
    'the bytes of the PDF': pieceOf(pdf),
    'the bytes of the photo': pieceOf(photo),
  }
}

/** What the search must find: a file that was written and removed. */
function leaveControl(disk: string): void {
  const file = join(disk, 'control.txt')
  writeFileSync(file, control, { flush: true })
  rmSync(file)
}

type Walk = { home: string; environment: NodeJS.ProcessEnv; library: string; pdf: string; photo: string }

/** Returns the recovery key that was shown. */
async function walkInBrowser({ home, environment, library, pdf, photo }: Walk): Promise<string> {
  const shell = await startShell({ ...environment, WAYMARK_OPEN: '0' }, library)
  const context = await chromium.launchPersistentContext(join(home, 'profile'), {
    executablePath,
    args: ['--no-sandbox', '--disable-gpu'],
    locale: 'en-US',
    env: environment as Record<string, string>,
    timeout: 4 * longestWait,
  })
  limitWaits(context)
  try {
    const page = context.pages()[0] ?? (await context.newPage())
    await page.goto(shell.address)
    const recoveryKey = await beginProtected(page)
    await walkToAnswers(page, pdf, 'CP504')
    await goToPart(page, 'print')
    await page.getByRole('button', { name: words.packet.make }).click()
    await page.getByRole('link', { name: words.packet.save, exact: true }).waitFor()
    await page.getByRole('link', { name: words.nav.home, exact: true }).click()
    await dropFile(page, photo)
    await page
      .getByText(/^CP501/)
      .first()
      .waitFor()
    await searchIn(page)
    // Time for what a browser writes when it is left alone.
    await page.waitForTimeout(6000)
    return recoveryKey
  } finally {
    await context.close()
    await shell.stop()
  }
}

async function startShell(env: NodeJS.ProcessEnv, library: string) {
  const child = spawn(process.execPath, [command, 'open', '--library', library], { env, cwd: env.HOME })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += chunk))
  const address = () => /http:\/\/127\.0\.0\.1:\d+\/\S*/.exec(said)?.[0] ?? Promise.reject(new Error(said))
  const found = await vi.waitFor(address, { timeout: 4 * longestWait })
  return {
    address: found,
    stop: async () => {
      child.kill('SIGINT')
      await once(child, 'exit')
    },
  }
}

async function beginProtected(page: Page): Promise<string> {
  await page.getByRole('button', { name: words.access.first.before }).click()
  await page.getByLabel(words.access.new.first, { exact: true }).fill(secrets['the passphrase'])
  await page.getByLabel(words.access.new.second, { exact: true }).fill(secrets['the passphrase'])
  await page.getByRole('button', { name: words.access.first.begin }).click()
  await page.getByRole('heading', { name: words.access.recovery.title }).waitFor()
  const groups = await page.locator('.recovery-key span').allTextContents()
  await page.getByText(words.access.recovery.noted).click()
  await page.getByRole('button', { name: words.access.recovery.done }).click()
  if (groups.length < 4) throw new Error('no recovery key was shown')
  return groups.join('-')
}

async function searchIn(page: Page): Promise<void> {
  const box = page.getByRole('searchbox', { name: words.search.label })
  await box.fill(secrets['what was searched'])
  await page
    .getByText(/zebrawurst/)
    .first()
    .waitFor()
  await box.fill(secrets['the name on a letter'])
  await page.locator('.search-hits a').first().waitFor()
}

/** The library as a volunteer keeps it by commands: everything that writes, the removal for good last. */
async function walkOnCommandLine(
  environment: NodeJS.ProcessEnv,
  library: string,
  photo: string,
): Promise<void> {
  const env = { ...environment, WAYMARK_PASSPHRASE: secrets['the passphrase'], WAYMARK_LIBRARY: library }
  const run = async (...given: string[]) =>
    (await execute(process.execPath, [command, ...given], { env, cwd: environment.HOME })).stdout
  const [letter] = JSON.parse(`[${(await run('list', '--json')).trim().replaceAll('\n', ',')}]`) as {
    id: string
  }[]
  if (!letter) throw new Error('the library lists no letter')
  await run('read', photo)
  await run('event', letter.id, 'phoneCall', '2026-11-20', secrets['a note on the command line'])
  await run('backup')
  await run('verify')
  await run('remove', letter.id)
  await run('empty-trash', '--for-good', '--even-with-open-clock')
}
