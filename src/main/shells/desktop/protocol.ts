import { protocol } from 'electron'
import { findStaticFile } from '../static-file.ts'

const scheme = 'app'
export const appOrigin = `${scheme}://waymark`

/** Must run before the app is ready. `standard` and `secure` give the renderer a real origin, so that CSP holds. */
export const registerAppScheme = (): void =>
  protocol.registerSchemesAsPrivileged([
    { scheme, privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ])

/** Serves the built renderer and nothing else. */
export const serveAppScheme = (rendererFolder: string): void =>
  protocol.handle(scheme, async (request) => {
    const url = new URL(request.url)
    const path = pathOf(url)
    const isOurs = url.host === 'waymark' && request.method === 'GET'
    const file = isOurs && path !== null ? await findStaticFile(rendererFolder, path) : null
    return file ? new Response(file.content, { headers: file.headers }) : new Response(null, { status: 404 })
  })

/** Null for a path that is no text, such as `/%E0%A4%A`. */
function pathOf({ pathname }: URL): string | null {
  try {
    return decodeURIComponent(pathname)
  } catch {
    return null
  }
}
