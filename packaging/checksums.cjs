const { createHash } = require('node:crypto')
const { createReadStream, writeFileSync } = require('node:fs')
const { basename, join } = require('node:path')
const { pipeline } = require('node:stream/promises')

/**
 * Writes `SHA256SUMS` beside the installers that were just built, in the format that `sha256sum -c` and `shasum -a 256 -c`
 * check. electron-builder calls it after its last installer.
 * @param {{ outDir: string, artifactPaths: string[] }} built
 * @returns {Promise<string[]>} the list, as one more file to give out
 */
module.exports = async function writeChecksums({ outDir, artifactPaths }) {
  // Block maps serve automatic updates, which Waymark does not have.
  const installers = artifactPaths.filter((path) => !path.endsWith('.blockmap'))
  if (installers.length === 0) return []
  const byName = [...installers].sort((a, b) => (basename(a) < basename(b) ? -1 : 1))
  const lines = []
  for (const path of byName) lines.push(`${await sha256Of(path)}  ${basename(path)}\n`)
  const list = join(outDir, 'SHA256SUMS')
  writeFileSync(list, lines.join(''))
  return [list]
}

async function sha256Of(path) {
  const hash = createHash('sha256')
  await pipeline(createReadStream(path), hash)
  return hash.digest('hex')
}
