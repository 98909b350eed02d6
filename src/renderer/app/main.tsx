import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { startLanguage } from '../i18n/language.ts'
import { BrokenScreen } from '../ui/broken-screen.tsx'
import { createApi } from './api.ts'
import { App } from './app.tsx'
import { createLibraryStore } from './library-store.ts'
import '../ui/tokens.css'
import '../ui/base.css'
import '../ui/controls.css'
import '../ui/layout.css'
import '../features/letters/letters.css'
import '../features/letter/letter.css'
import '../features/letter/scan/scan.css'
import '../features/letter/history/history.css'
import '../features/search/search.css'
import '../features/roadmap/roadmap.css'
import '../map/map-lines.css'
import '../map/route-map.css'
import '../map/map-stage.css'
import '../features/roadmap/poster.css'
import '../features/deadlines/deadlines.css'
import '../features/case/case.css'
import '../features/appeal/appeal.css'
import '../features/library-access/library-access.css'
import '../features/settings/settings.css'
import '../features/letters/reminders/reminders.css'
import '../ui/print.css'

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
