import { useMemo } from 'react'
import { type PersonLetters, peopleIn } from '../../../shared/letters/people-in.ts'
import type { ClockDoubt } from '../../../shared/model/clock-doubt.ts'
import { type Ahead, aheadOf } from '../../../shared/telling/ahead.ts'
import { tellAll } from '../../../shared/telling/tell-all.ts'
import { byNextDay, type NextRow, rowOfPerson } from '../../common/next-days/next-row.ts'
import { personWords } from '../../common/people/person-words.ts'
import { t } from '../../i18n/words.ts'
import { useLaw, useLetters, useToday } from '../../state/library-context.tsx'
import { hashFromRoute } from '../../state/route.ts'

export type PersonAhead = PersonLetters & { ahead: Ahead }

/** The people of the library, the most urgent first. */
export function usePeople(): PersonAhead[] {
  const law = useLaw()
  const letters = useLetters()
  const today = useToday()
  return useMemo(() => {
    const tellings = tellAll(law, letters, today)
    return peopleIn(letters)
      .map((each) => ({ ...each, ahead: aheadOf(each.letters, tellings) }))
      .filter(isSaid)
      .sort((a, b) => byNextDay(rowOf(a, null), rowOf(b, null)))
  }, [law, letters, today])
}

/** Letters without a name that are only being read are among the new ones. */
const isSaid = ({ person, letters, ahead }: PersonAhead): boolean =>
  person !== '' || ahead.reading < letters.length

/** One person as a row of next days. */
export function rowOf({ person, addresses, ahead }: PersonAhead, doubt: ClockDoubt | null): NextRow {
  const way = hashFromRoute({ screen: 'case', person: addresses[0] })
  return rowOfPerson(person, { text: personWords(person) || t('case.nobody'), way }, ahead, doubt)
}
