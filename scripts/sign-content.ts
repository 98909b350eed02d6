import { createPrivateKey, createPublicKey, generateKeyPairSync } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import packageFile from '../package.json' with { type: 'json' }
import { makePack } from './make-pack.ts'

/**
 * Makes a content pack of `resources/` and signs it:
 *
 *   node scripts/sign-content.ts --key FILE --id KEY-ID --made-on DAY [--needs-app 0.1.0] [--out FILE]
 *   node scripts/sign-content.ts --new-key FILE      makes a private key there, and prints the public one
 *
 * The private key (PKCS 8, PEM) is only ever named by its file, which must lie outside of the project.
 */
const root = resolve(import.meta.dirname, '..')
const { values } = parseArgs({
  options: {
    key: { type: 'string' },
    id: { type: 'string' },
    'made-on': { type: 'string' },
    'needs-app': { type: 'string', default: packageFile.version },
    out: { type: 'string' },
    'new-key': { type: 'string' },
  },
})

if (values['new-key']) newKey(outside(values['new-key']))
else if (values.key && values.id && values['made-on']) sign(outside(values.key), values.id, values['made-on'])
else {
  console.error('Give --key FILE --id KEY-ID --made-on DAY, or --new-key FILE')
  process.exitCode = 1
}

/** A private key in the project would sooner or later be committed. */
function outside(file: string): string {
  const path = resolve(file)
  if (path.startsWith(`${root}/`)) throw new Error('The private key must lie outside of the project.')
  return path
}

function newKey(file: string): void {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519')
  writeFileSync(file, privateKey.export({ format: 'pem', type: 'pkcs8' }), { mode: 0o600, flag: 'wx' })
  console.log(`Private key: ${file}. Keep it off every computer that is on a network.`)
  console.log(`Public key, for resources/content-keys.json:\n${publicText(publicKey)}`)
}

function sign(keyFile: string, id: string, madeOn: string): void {
  const key = createPrivateKey(readFileSync(keyFile))
  const made = makePack({
    resources: join(root, 'resources'),
    key,
    id,
    madeOn,
    needsApp: values['needs-app'],
  })
  const out = values.out ?? `waymark-content-${made.version}.wmpack`
  writeFileSync(out, made.text)
  console.log(`${out}: version ${made.version}, ${made.parts} parts, ${made.text.length} characters`)
  console.log(`Signed by "${id}", whose public key is\n${publicText(createPublicKey(key))}`)
}

function publicText(key: ReturnType<typeof createPublicKey>): string {
  return key.export({ format: 'der', type: 'spki' }).toString('base64')
}
