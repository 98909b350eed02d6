import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { drawIcons } from '../../scripts/icons.ts'
import { isKnown, shippedParts, thirdPartyText } from '../../scripts/third-party.ts'
import { unpackedPath } from '../../src/main/shells/desktop/packed-url.ts'
import { projectFolder, temporaryFolder } from '../support.ts'

const require = createRequire(import.meta.url)
const config = require('../../packaging/electron-builder.cjs')
const lock = JSON.parse(readFileSync(join(projectFolder, 'package-lock.json'), 'utf8'))

test('electron-builder accepts the configuration, and refuses a misspelled one', async () => {
  const { validateConfiguration } = require('app-builder-lib/out/util/config/config.js')
  const { DebugLogger } = require('builder-util')
  const check = (of: object) => validateConfiguration(of, new DebugLogger(false))
  await check(config)
  await expect(check({ ...config, asarUnpak: [] })).rejects.toThrow(/asarUnpak/)
})

test('the fuses turn off what nobody needs, and the archive is checked', () => {
  expect(config).toMatchObject({
    asar: true,
    electronFuses: {
      runAsNode: false,
      enableNodeOptionsEnvironmentVariable: false,
      enableNodeCliInspectArguments: false,
      enableEmbeddedAsarIntegrityValidation: true,
      onlyLoadAppFromAsar: true,
      grantFileProtocolExtraPrivileges: false,
    },
  })
  expect(config.disableAsarIntegrity).toBeUndefined()
})

test('workers and what they load are found beside the archive', () => {
  expect(unpackedPath('/opt/Waymark/resources/app.asar')).toBe('/opt/Waymark/resources/app.asar.unpacked')
  expect(unpackedPath('file:///C:/W/resources/app.asar/out/main/x.js')).toBe(
    'file:///C:/W/resources/app.asar.unpacked/out/main/x.js',
  )
  expect(unpackedPath('/home/ana/waymark')).toBe('/home/ana/waymark')
  expect(unpackedPath('/r/app.asar.unpacked/out')).toBe('/r/app.asar.unpacked/out')
})

test('every shipped part has a license that somebody has looked at', () => {
  const parts = shippedParts(lock)
  const names = parts.map(({ name }) => name)
  expect(names).toEqual(
    expect.arrayContaining(['react', 'better-sqlite3', '@img/sharp-win32-x64', 'libheif-js']),
  )
  expect(names).not.toContain('electron-builder')
  const text = thirdPartyText(parts)
  for (const { name, version } of parts) expect(text).toContain(`${name} ${version}`)
  const strange = { path: 'x', name: 'strange', version: '1', license: 'Proprietary', text: '' }
  expect(() => thirdPartyText([...parts, strange])).toThrow(/strange \(Proprietary\)/)
  expect(() => thirdPartyText([{ ...strange, license: '' }])).toThrow(/strange/)
})

test('licenses are read as their expressions say', () => {
  expect(isKnown('(MIT OR Proprietary)')).toBe(true)
  expect(isKnown('Apache-2.0 AND LGPL-3.0-or-later')).toBe(true)
  expect(isKnown('MIT AND Proprietary')).toBe(false)
})

test('the icon is drawn for all systems', async () => {
  const folder = temporaryFolder()
  await drawIcons(folder)
  const ico = readFileSync(join(folder, 'icon.ico'))
  const [count, last] = [ico.readUInt16LE(4), 6 + 16 * 6]
  const largest = ico.subarray(
    ico.readUInt32LE(last + 12),
    ico.readUInt32LE(last + 12) + ico.readUInt32LE(last + 8),
  )
  expect([count, (await sharp(largest).metadata()).width]).toEqual([7, 256])
  const icns = readFileSync(join(folder, 'icon.icns'))
  expect([icns.toString('latin1', 0, 4), icns.readUInt32BE(4)]).toEqual(['icns', icns.length])
  expect((await sharp(join(folder, 'icon.png')).metadata()).width).toBe(1024)
})

test('the list of checksums holds every installer, in the form that sha256sum checks', async () => {
  const folder = temporaryFolder()
  const paths = ['waymark-b.deb', 'waymark-a.AppImage', 'waymark-a.AppImage.blockmap'].map((name) =>
    join(folder, name),
  )
  for (const path of paths) writeFileSync(path, 'abc')
  expect(await config.afterAllArtifactBuild({ outDir: folder, artifactPaths: paths })).toEqual([
    join(folder, 'SHA256SUMS'),
  ])
  // FIPS 180-4, the digest of "abc".
  const digest = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'
  expect(readFileSync(join(folder, 'SHA256SUMS'), 'utf8')).toBe(
    `${digest}  waymark-a.AppImage\n${digest}  waymark-b.deb\n`,
  )
})

test('every action of a workflow is pinned by the digest of its commit, with its version beside it', () => {
  const workflows = join(projectFolder, '.github/workflows')
  const uses = readdirSync(workflows).flatMap((name) =>
    [...readFileSync(join(workflows, name), 'utf8').matchAll(/^\s*(?:- )?uses:(.*)$/gm)].map(
      ([, use]) => use,
    ),
  )
  expect(uses.length).toBeGreaterThan(4)
  for (const use of uses) expect(use).toMatch(/^ [\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/)
})
