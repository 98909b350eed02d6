import type { Letter } from '../../../src/shared/model/letter.ts'
import { letterOf } from '../../renderer/memory-api.ts'
import { InApp } from '../in-app.tsx'
import { confirmed, failed, longNames, today, waiting } from '../letters.ts'
import type { Stories } from '../story.ts'

const letterScreen = (make: () => Letter, day = today) =>
  function LetterStory() {
    const letter = make()
    return <InApp letters={[letter]} hash={`#/letter/${letter.id}`} today={day} />
  }

export default {
  title: 'Letter',
  states: {
    'to check': letterScreen(() => letterOf()),
    confirmed: letterScreen(() => confirmed()),
    late: letterScreen(() => confirmed(), '2026-09-01'),
    'being read': letterScreen(waiting),
    'could not be read': letterScreen(failed),
    'not from the IRS': letterScreen(() => letterOf({ isIrs: false })),
    'long names': letterScreen(() => longNames()[0] ?? letterOf()),
    'yes or no': letterScreen(() => confirmed({ noticeCode: 'L4711' })),
  },
} satisfies Stories
