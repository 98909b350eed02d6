import { app, session } from 'electron'
import { keepDownloadsPrivate } from './private-downloads.ts'
import { appOrigin } from './protocol.ts'

/** No permission, no network, no other page, no new window: the renderer has the contract and nothing else; what it saves is private. */
export function denyEverythingElse(): void {
  session.defaultSession.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
  session.defaultSession.setPermissionCheckHandler(() => false)
  session.defaultSession.setDevicePermissionHandler(() => false)
  session.defaultSession.webRequest.onBeforeRequest((details, answer) =>
    answer({ cancel: !isOurs(details.url) }),
  )
  keepDownloadsPrivate(session.defaultSession)
  app.on('web-contents-created', (_event, contents) => {
    contents.on('will-navigate', (event) => {
      if (!event.url.startsWith(`${appOrigin}/`)) event.preventDefault()
    })
    contents.on('will-attach-webview', (event) => event.preventDefault())
    contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  })
}

/** Chromium's own viewer of PDFs, in which a packet is shown, and what it is made of. */
const pdfViewer = ['chrome-extension://mhjfbmdgcfjbbpaeojofohoefgiehjai/', 'chrome://resources/']

/** `blob:` and `data:` are made by the renderer itself; the developer tools come with the program. */
const isOurs = (url: string): boolean =>
  [`${appOrigin}/`, `blob:${appOrigin}/`, 'data:', 'devtools://', ...pdfViewer].some((start) =>
    url.startsWith(start),
  )
