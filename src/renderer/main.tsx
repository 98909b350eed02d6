import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { createApi } from './api.ts'
import { App } from './app.tsx'
import { createLibraryStore } from './state/library-store.ts'
import { BrokenScreen } from './ui/broken-screen.tsx'
import { startLanguage } from './ui/language.ts'
import './ui/tokens.css'
import './ui/base.css'
import './ui/controls.css'
import './ui/layout.css'
import './letters/letters.css'
import './letter/letter.css'
import './scan/scan.css'
import './history/history.css'
import './search/search.css'
import './roadmap/roadmap.css'
import './roadmap/map-lines.css'
import './roadmap/route-map.css'
import './roadmap/map-stage.css'
import './roadmap/poster.css'
import './deadlines/deadlines.css'
import './case/case.css'
import './appeal/appeal.css'
import './door/door.css'
import './settings/settings.css'
import './reminders/reminders.css'
import './print/print.css'

const root = document.getElementById('root')
if (!root) throw new Error('index.html has no root element')
startLanguage()
const store = createLibraryStore(createApi(window))
store.start()
createRoot(root).render(
  <StrictMode>
    <BrokenScreen>
      <App store={store} />
    </BrokenScreen>
  </StrictMode>,
)
