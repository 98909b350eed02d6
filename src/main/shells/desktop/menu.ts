import { app, BrowserWindow, Menu, type MenuItemConstructorOptions } from 'electron'
import type en from '../../../../resources/words/en.json'
import { contract, type Input, type Output } from '../../../shared/contract/contract.ts'
import { screenWords } from '../../content/screen-words.ts'
import { safeStack } from '../../log/safe-stack.ts'
import type { CoreClient } from '../core-process/client.ts'
import { warn } from '../terminal.ts'

type Shown = { known: Output<'libraries:list'>['known']; canLock: boolean; isOpen: boolean }
type Item = MenuItemConstructorOptions

type Core = Pick<CoreClient, 'call'>

/** How long a core that is being started anew is left alone; milliseconds. */
const pause = 1000

/** Keeps the menu in step with the library: what can be locked, and which libraries are known. Ends with the app. */
export async function followMenu(core: Core, resources: string): Promise<void> {
  let shown = ''
  for (let revision = 0; ; ) {
    const now = await stateOf(core)
    // A menu that is made anew closes under the hand that has it open.
    if (now && JSON.stringify(now) !== shown) setMenu(core, now, resources)
    if (now) shown = JSON.stringify(now)
    const changed = await ask(core, 'letters:changed', { since: revision })
    if (changed) revision = changed.revision
    else await new Promise((resolve) => setTimeout(resolve, pause))
  }
}

async function stateOf(core: Core): Promise<Shown | null> {
  const state = await ask(core, 'library:state', null)
  const libraries = await ask(core, 'libraries:list', null)
  if (!state || !libraries) return null
  const { library } = state
  const isOpen = library.kind === 'open'
  return { known: libraries.known, isOpen, canLock: isOpen && library.isProtected }
}

/** null: the core ended before it answered. */
async function ask<C extends 'letters:changed' | 'library:state' | 'libraries:list'>(
  core: Core,
  name: C,
  input: Input<C>,
): Promise<Output<C> | null> {
  const answer = await core.call(name, input)
  return contract[name].output.safeParse(answer).success ? (answer as Output<C>) : null
}

/** Our own menu: Electron's would offer its developers' tools and pages on the network. */
function setMenu(core: Core, shown: Shown, resources: string): void {
  const { menu } = screenWords(resources, app.getLocale())
  const template: Item[] = [
    ...(process.platform === 'darwin' ? [{ role: 'appMenu' } as const] : []),
    { label: menu.file, submenu: fileItems(core, menu, shown) },
    { label: menu.edit, submenu: editItems(menu) },
    { label: menu.view, submenu: viewItems(menu, shown) },
    {
      label: menu.help,
      submenu: [
        place(menu.guide, '#/guide', shown.isOpen),
        place(menu.keys, '#/keys', shown.isOpen, '?'),
        line,
        place(menu.about, '#/about', shown.isOpen),
      ],
    },
  ]
  Menu.setApplicationMenu(Menu.buildFromTemplate(template))
}

type MenuWords = typeof en.menu

function fileItems(core: Core, menu: MenuWords, { known, canLock }: Shown): Item[] {
  const others = known.filter(({ now, here }) => here && !now).slice(0, 10)
  return [
    { label: menu.openLibrary, accelerator: 'CmdOrCtrl+O', click: () => go('#/libraries') },
    {
      label: menu.recent,
      enabled: others.length > 0,
      // Through the window, so that it saves first what is being typed.
      submenu: others.map(({ id, name }) => place(name ?? menu.own, `#/libraries/open/${id}`, true)),
    },
    line,
    { label: menu.print, accelerator: 'CmdOrCtrl+P', click: () => tell('waymark:print') },
    {
      label: menu.lock,
      accelerator: 'CmdOrCtrl+L',
      enabled: canLock,
      click: () => void core.call('library:lock', null).catch((error) => warn(safeStack(error))),
    },
    line,
    item('close', menu.close),
    item('quit', menu.quit),
  ]
}

const editItems = (menu: MenuWords): Item[] => [
  item('undo', menu.undo),
  item('redo', menu.redo),
  line,
  item('cut', menu.cut),
  item('copy', menu.copy),
  item('paste', menu.paste),
  item('selectAll', menu.selectAll),
]

const viewItems = (menu: MenuWords, { isOpen }: Shown): Item[] => [
  place(menu.home, '#/', isOpen, '1'),
  place(menu.letters, '#/letters', isOpen),
  place(menu.deadlines, '#/deadlines', isOpen, '2'),
  place(menu.case, '#/case', isOpen, '3'),
  place(menu.roadmap, '#/roadmap', isOpen, '4'),
  place(menu.settings, '#/settings', isOpen, '5'),
  place(menu.search, '#/search', isOpen, '/'),
  line,
  item('zoomIn', menu.larger),
  item('zoomOut', menu.smaller),
  item('resetZoom', menu.normal),
  line,
  item('togglefullscreen', menu.fullScreen),
]

const line = { type: 'separator' } as const
const item = (role: NonNullable<Item['role']>, label: string): Item => ({ role, label })

/** `key`: the window itself listens to single keys, for it knows when somebody types; the menu only shows them. */
function place(label: string, hash: string, enabled: boolean, key?: string): Item {
  const shown = key && process.platform !== 'darwin' ? { accelerator: key, registerAccelerator: false } : {}
  return { label, enabled, click: () => go(hash), ...shown }
}

/** Leads the window to one of its screens, by the screen's own address. */
export const go = (hash: string): void => tell('waymark:go', hash)

function tell(channel: 'waymark:go' | 'waymark:print', ...what: string[]): void {
  const [window] = BrowserWindow.getAllWindows()
  window?.webContents.send(channel, ...what)
}
