import { afterEach, expect, test } from 'vitest'
import { personWords } from '../../../../src/renderer/common/people/person-words.ts'
import { words } from '../../../../src/renderer/i18n/words.ts'
import { personsOf } from '../../../../src/shared/letters/persons.ts'

afterEach(() => words.changeLanguage('en'))

test('a person whom no letter names is named in the language of the screen', async () => {
  const [person = ''] = personsOf({ taxpayerName: null, tinLast4: '4411' }, [])
  expect(personWords(person)).toBe('Number ending in 4411')
  await words.changeLanguage('es')
  expect(personWords(person)).toBe('Número que termina en 4411')
  expect(personWords('ALMA EXAMPLE')).toBe('ALMA EXAMPLE')
})
