import { AboutScreen } from '../features/about/about-screen.tsx'
import { AppealScreen } from '../features/appeal/appeal-screen.tsx'
import { CaseScreen } from '../features/case/case-screen.tsx'
import { DeadlinesScreen } from '../features/deadlines/deadlines-screen.tsx'
import { GuideScreen } from '../features/guide/guide-screen.tsx'
import { LetterScreen } from '../features/letter/letter-screen.tsx'
import { LettersScreen } from '../features/letters/letters-screen.tsx'
import { TrashScreen } from '../features/letters/trash-screen.tsx'
import { LibrariesScreen } from '../features/libraries/libraries-screen.tsx'
import { RoadmapScreen } from '../features/roadmap/roadmap-screen.tsx'
import { SearchScreen } from '../features/search/search-screen.tsx'
import { SettingsScreen } from '../features/settings/settings-screen.tsx'
import { ShortcutsScreen } from '../features/shortcuts/shortcuts-screen.tsx'
import { saveTyped, useLibrary } from './library-context.tsx'
import type { Route } from './route.ts'

/** The screen of an address. */
export function Screen({ route }: { route: Route }) {
  switch (route.screen) {
    case 'letters':
      return <LettersScreen view={route.view} />
    case 'search':
      return <SearchScreen text={route.text} />
    case 'trash':
      return <TrashScreen />
    case 'letter':
      return <LetterScreen key={route.id} id={route.id} find={route.find} />
    case 'appeal':
      return <AppealScreen key={route.id} id={route.id} />
    case 'roadmap':
      return <RoadmapScreen station={route.station} />
    case 'case':
      return <CaseScreen person={route.person} />
    case 'deadlines':
      return <DeadlinesScreen />
    case 'settings':
      return <SettingsScreen />
    case 'libraries':
      return <Libraries open={route.open} />
    case 'guide':
      return <GuideScreen />
    case 'keys':
      return <ShortcutsScreen />
    case 'about':
      return <AboutScreen />
  }
}

function Libraries({ open }: { open: string | null }) {
  const library = useLibrary()
  return <LibrariesScreen source={library} open={open} saveTyped={() => saveTyped(library)} />
}
