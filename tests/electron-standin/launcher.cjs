'use strict'
// Parses Electron-like argv, installs the `electron` module for require and import, then runs the app's entry point.
const Module = require('node:module')
const path = require('node:path')
const fs = require('node:fs')
const { pathToFileURL } = require('node:url')

const exe = path.join(__dirname, 'program', 'electron')
const orig = process.argv.slice(2)
process.argv = [exe, ...orig]
process.execPath = exe
process.type = 'browser'
process.defaultApp = true
const dver = fs
  .readFileSync(path.join(__dirname, 'program', 'version'), 'utf8')
  .trim()
  .replace(/^v/, '')
Object.defineProperty(process.versions, 'electron', { value: dver + '-standin', enumerable: true })
Object.defineProperty(process.versions, 'standin', { value: '1', enumerable: true })
process.resourcesPath = path.join(__dirname, 'program', 'resources')

const preRequires = []
const switches = []
let appArg = null
for (let i = 0; i < orig.length; i++) {
  const a = orig[i]
  if (appArg) break
  if (a === '-r' || a === '--require') {
    preRequires.push(orig[++i])
    continue
  }
  if (a.startsWith('--')) {
    switches.push(a)
    continue
  }
  appArg = a
}
// `electron` for both module systems (Module.registerHooks is synchronous and covers require + import).
const cjs = path.join(__dirname, 'electron.cjs')
const esm = pathToFileURL(path.join(__dirname, 'electron.mjs')).href
const names = new Set(['electron', 'electron/main', 'electron/common'])
Module.registerHooks({
  resolve(spec, ctx, next) {
    if (names.has(spec)) {
      const isImport = ctx.conditions?.includes('import')
      return {
        url: isImport ? esm : pathToFileURL(cjs).href,
        format: isImport ? 'module' : 'commonjs',
        shortCircuit: true,
      }
    }
    return next(spec, ctx)
  },
})
globalThis.__standin = { switches, exe }
const electron = require('electron')
for (const r of preRequires) require(path.resolve(r))

const target = path.resolve(appArg || '.')
let entry = target,
  appDir = path.dirname(target),
  pkg = {}
if (fs.existsSync(target) && fs.statSync(target).isDirectory()) {
  appDir = target
  pkg = JSON.parse(fs.readFileSync(path.join(target, 'package.json'), 'utf8'))
  entry = path.join(target, pkg.main || 'index.js')
}
electron.app._init({ appDir, pkg })
process.on('uncaughtException', (e) => {
  console.error('[main] uncaughtException', e)
  electron.app.exit(1)
})
const isEsm = entry.endsWith('.mjs') || (!entry.endsWith('.cjs') && pkg.type === 'module')
;(async () => {
  if (isEsm) await import(pathToFileURL(entry).href)
  else require(entry)
  await electron.app._start()
})().catch((e) => {
  console.error('[main] failed to start', e)
  electron.app.exit(1)
})
