import { app, Menu, type MenuItemConstructorOptions } from 'electron'
import en from '../../../../resources/words/en.json' with { type: 'json' }
import es from '../../../../resources/words/es.json' with { type: 'json' }

/** Our own menu: Electron's would offer its developers' tools and pages on the network. */
export function setMenu(): void {
  const { menu } = app.getLocale().startsWith('es') ? es : en
  const item = (role: NonNullable<MenuItemConstructorOptions['role']>, label: string) => ({ role, label })
  const line = { type: 'separator' } as const
  const template: MenuItemConstructorOptions[] = [
    ...(process.platform === 'darwin' ? [{ role: 'appMenu' } as const] : []),
    { label: menu.file, submenu: [item('close', menu.close), line, item('quit', menu.quit)] },
    {
      label: menu.edit,
      submenu: [
        item('undo', menu.undo),
        item('redo', menu.redo),
        line,
        item('cut', menu.cut),
        item('copy', menu.copy),
        item('paste', menu.paste),
        item('selectAll', menu.selectAll),
      ],
    },
    {
      label: menu.view,
      submenu: [
        item('zoomIn', menu.larger),
        item('zoomOut', menu.smaller),
        item('resetZoom', menu.normal),
        line,
        item('togglefullscreen', menu.fullScreen),
      ],
    },
  ]
  Menu.setApplicationMenu(Menu.buildFromTemplate(template))
}
