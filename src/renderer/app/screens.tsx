import { lazy, type ReactElement, Suspense, useEffect } from 'react'
import { HomeScreen } from '../features/home/home-screen.tsx'
import { saveTyped, useLibrary } from '../state/library-context.tsx'
import type { Route } from '../state/route.ts'

/** Every screen except Home is a separate chunk, so that the window opens without loading them all. */
const load = {
  about: () => import('../features/about/about-screen.tsx'),
  appeal: () => import('../features/appeal/appeal-screen.tsx'),
  case: () => import('../features/case/case-screen.tsx'),
  clinic: () => import('../features/clinic/clinic-screen.tsx'),
  deadlines: () => import('../features/deadlines/deadlines-screen.tsx'),
  guide: () => import('../features/guide/guide-screen.tsx'),
  letter: () => import('../features/letter/letter-screen.tsx'),
  letters: () => import('../features/letters/letters-screen.tsx'),
  libraries: () => import('../features/libraries/libraries-screen.tsx'),
  roadmap: () => import('../features/roadmap/roadmap-screen.tsx'),
  search: () => import('../features/search/search-screen.tsx'),
  settings: () => import('../features/settings/settings-screen.tsx'),
  shortcuts: () => import('../features/shortcuts/shortcuts-screen.tsx'),
  trash: () => import('../features/letters/trash-screen.tsx'),
}

/** Loads the chunks of all screens. */
export const loadScreens = (): Promise<unknown> => Promise.all(Object.values(load).map((each) => each()))

const AboutScreen = lazy(async () => ({ default: (await load.about()).AboutScreen }))
const AppealScreen = lazy(async () => ({ default: (await load.appeal()).AppealScreen }))
const CaseScreen = lazy(async () => ({ default: (await load.case()).CaseScreen }))
const ClinicScreen = lazy(async () => ({ default: (await load.clinic()).ClinicScreen }))
const DeadlinesScreen = lazy(async () => ({ default: (await load.deadlines()).DeadlinesScreen }))
const GuideScreen = lazy(async () => ({ default: (await load.guide()).GuideScreen }))
const LetterScreen = lazy(async () => ({ default: (await load.letter()).LetterScreen }))
const LettersScreen = lazy(async () => ({ default: (await load.letters()).LettersScreen }))
const LibrariesScreen = lazy(async () => ({ default: (await load.libraries()).LibrariesScreen }))
const RoadmapScreen = lazy(async () => ({ default: (await load.roadmap()).RoadmapScreen }))
const SearchScreen = lazy(async () => ({ default: (await load.search()).SearchScreen }))
const SettingsScreen = lazy(async () => ({ default: (await load.settings()).SettingsScreen }))
const ShortcutsScreen = lazy(async () => ({ default: (await load.shortcuts()).ShortcutsScreen }))
const TrashScreen = lazy(async () => ({ default: (await load.trash()).TrashScreen }))

/** The screen for the current route. Nothing is shown for the few milliseconds while its chunk loads. */
export function Screen({ route }: { route: Route }) {
  useLoadAhead()
  return (
    <Suspense>
      <ScreenOf route={route} />
    </Suspense>
  )
}

/** Preloads the chunks of all other screens after the first one is shown, so that later navigation does not wait. */
function useLoadAhead(): void {
  useEffect(() => {
    // A failed preload does not matter; the screen that needs the chunk will report it.
    const timer = setTimeout(() => void loadScreens().catch(() => undefined), 1500)
    return () => clearTimeout(timer)
  }, [])
}

function ScreenOf({ route }: { route: Route }): ReactElement {
  switch (route.screen) {
    case 'home':
      return <HomeScreen />
    case 'letters':
      return <LettersScreen view={route.view} />
    case 'search':
      return <SearchScreen text={route.text} />
    case 'trash':
      return <TrashScreen />
    case 'letter':
      return <LetterScreen key={route.id} id={route.id} find={route.find} />
    case 'appeal':
      return <AppealScreen key={route.id} id={route.id} question={route.question} />
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
    case 'clinic':
      return <Clinic />
    case 'guide':
      return <GuideScreen />
    case 'shortcuts':
      return <ShortcutsScreen />
    case 'about':
      return <AboutScreen />
  }
}

function Clinic() {
  const library = useLibrary()
  return <ClinicScreen source={library} saveTyped={() => saveTyped(library)} />
}

function Libraries({ open }: { open: string | null }) {
  const library = useLibrary()
  return <LibrariesScreen source={library} open={open} saveTyped={() => saveTyped(library)} />
}
