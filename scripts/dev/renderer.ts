import { randomBytes } from 'node:crypto'
import type { Server } from 'node:http'
import { join } from 'node:path'
import { createServer, type Plugin, type ViteDevServer } from 'vite'
import shellConfig from '../../electron.vite.config.ts'
import { projectFolder } from '../../src/main/shells/folders.ts'
import { contentSecurityPolicy, guardHeaders } from '../../src/main/shells/static-file.ts'

/** The renderer from its sources, with hot reload, as middleware of `http`. */
export function startRenderer(http: Server, host: string): Promise<ViteDevServer> {
  const nonce = randomBytes(16).toString('base64')
  const { renderer } = shellConfig
  return createServer({
    ...renderer,
    // The files to build are named from the project's folder, and only a build needs them.
    build: {},
    configFile: false,
    root: join(projectFolder, 'src/renderer'),
    cacheDir: join(projectFolder, 'out/dev/vite'),
    plugins: [renderer?.plugins, devPage],
    html: { cspNonce: nonce },
    server: {
      middlewareMode: true,
      hmr: { server: http },
      fs: { allow: [projectFolder] },
      headers: { ...guardHeaders, 'content-security-policy': devPolicy(nonce, host) },
    },
  })
}

/**
 * The policy that people get, and what hot reload needs on top: inline scripts and styles with the nonce of this start, and
 * the socket. What the policy forbids in the shipped app fails here too.
 */
function devPolicy(nonce: string, host: string): string {
  return contentSecurityPolicy
    .replace("script-src 'self'", `script-src 'self' 'nonce-${nonce}'`)
    .replace("style-src 'self'", `style-src 'self' 'nonce-${nonce}'`)
    .replace("connect-src 'self'", `connect-src 'self' ws://${host}`)
}

/** The page says its policy a second time, which would forbid hot reload; and it has no ticket of its own here. */
const devPage: Plugin = {
  name: 'waymark-dev-page',
  transformIndexHtml: {
    order: 'pre',
    handler: (html) => ({
      html: html.replace(/<meta\s+http-equiv="Content-Security-Policy"[^>]*>/, ''),
      tags: [
        {
          tag: 'script',
          children: "if (!sessionStorage.length) history.replaceState(null, '', '#ticket=dev')",
          injectTo: 'head-prepend',
        },
      ],
    }),
  },
}
