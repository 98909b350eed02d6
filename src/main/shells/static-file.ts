import { readFile } from 'node:fs/promises'
import { extname, join, normalize, sep } from 'node:path'

/** Nothing from elsewhere, no inline script; blob: is for the pages of a scan and the preview of a packet. */
export const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self' blob: data:",
  "connect-src 'self'",
  'frame-src blob:',
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

/** For every answer, refusals too: nothing is kept, guessed, framed, or read by another page. */
export const guardHeaders = {
  'content-security-policy': contentSecurityPolicy,
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy':
    'camera=(), microphone=(), geolocation=(), usb=(), serial=(), hid=(), display-capture=()',
  'cache-control': 'no-store',
}

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.ttf': 'font/ttf',
  '.woff2': 'font/woff2',
  '.json': 'application/json',
}

type StaticFile = { content: Uint8Array<ArrayBuffer>; headers: Record<string, string> }

/** A file of the built renderer for either shell; null for anything outside its folder or of a type not listed. */
export async function findStaticFile(folder: string, path: string): Promise<StaticFile | null> {
  const file = normalize(join(folder, path === '/' ? 'index.html' : path))
  const type = types[extname(file)]
  if (!type || !file.startsWith(normalize(folder) + sep)) return null
  const content = await readFile(file).catch(() => null)
  if (!content) return null
  return { content: new Uint8Array(content), headers: { ...guardHeaders, 'content-type': type } }
}
