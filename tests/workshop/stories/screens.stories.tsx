import { letterOf } from '../../renderer/memory-api.ts'
import { InApp } from '../in-app.tsx'
import { confirmed, manyLetters, today } from '../letters.ts'
import type { Stories } from '../story.ts'

const letters = manyLetters(9)
const at = (hash: string) => () => <InApp letters={letters} hash={hash} today={today} />

export default {
  title: 'Other screens',
  states: {
    deadlines: at('#/deadlines'),
    'deadlines, none': () => <InApp hash="#/deadlines" />,
    case: at('#/case'),
    roadmap: at('#/roadmap'),
    'roadmap, a station': at('#/roadmap/coll-levy-notice'),
    search: at('#/search/alma'),
    settings: at('#/settings'),
    trash: () => (
      <InApp letters={letters.map((letter) => ({ ...letter, removed: true }))} hash="#/trash" today={today} />
    ),
    'trash, empty': () => <InApp hash="#/trash" />,
    guide: at('#/guide'),
    keys: at('#/keys'),
    about: at('#/about'),
    appeal: () => {
      const letter = confirmed()
      return <InApp letters={[letter]} hash={`#/letter/${letter.id}/appeal`} today={today} />
    },
    'appeal, facts not confirmed': () => {
      const letter = letterOf()
      return <InApp letters={[letter]} hash={`#/letter/${letter.id}/appeal`} today={today} />
    },
  },
} satisfies Stories
