import { useMemo } from 'react'
import { personsOf } from '../../../shared/letters/persons.ts'
import { factsOf, type Letter } from '../../../shared/model/letter.ts'
import { useTellings } from '../../common/letter/use-telling.ts'
import { roadMap } from '../../map/map-data.ts'
import { netOf } from '../../map/map-route.ts'
import { myWay } from '../../map/my-way.ts'
import { pinsByStation, stationOfNewest } from '../../map/pins.ts'
import { wayTraveled } from '../../map/way-traveled.ts'
import { useLaw, useLetters } from '../../state/library-context.tsx'

/** What the roadmap shows: the letters of one person, or of everybody, on the map. */
export function useRoadmap(person: string | null) {
  const law = useLaw()
  const all = useLetters()
  const net = useMemo(() => netOf(roadMap, law), [law])
  const told = useTellings()
  const byPerson = useMemo(() => lettersByPerson(all.filter(({ removed }) => !removed)), [all])
  return useMemo(() => {
    const persons = [...byPerson.keys()].filter((name) => name !== nobody).sort()
    const letters = person ? (byPerson.get(person) ?? []) : [...new Set([...byPerson.values()].flat())]
    const here = stationOfNewest(law, letters)
    const pins = pinsByStation(law, letters)
    // The clocks of several people close no way for all of them.
    const isOnes = person !== null || persons.length < 2
    const tellings = (isOnes && here ? (pins.get(here) ?? []) : []).flatMap(({ id }) => told.get(id) ?? [])
    const journeys = [...byPerson]
      .filter(([name]) => person === null || name === person)
      .map(([, theirs]) => wayTraveled(law, theirs).map(({ station }) => station))
    return {
      law,
      net,
      persons,
      here,
      pins,
      way: myWay(law, net, journeys, here, tellings),
    }
  }, [law, net, byPerson, person, told])
}

export type Roadmap = ReturnType<typeof useRoadmap>

/** Letters that name no person. */
const nobody = ''

/** A joint letter is in the list of both. */
function lettersByPerson(letters: Letter[]): Map<string, Letter[]> {
  const facts = letters.map(factsOf)
  const lists = new Map<string, Letter[]>()
  for (const letter of letters) {
    const names = personsOf(factsOf(letter), facts)
    for (const name of names.length > 0 ? names : [nobody])
      lists.set(name, [...(lists.get(name) ?? []), letter])
  }
  return lists
}
