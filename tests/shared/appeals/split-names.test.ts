import { expect, test } from 'vitest'
import { splitNames } from '../../../src/shared/appeals/split-names.ts'

test.each([
  ['CAROLINE W & GILBERT YARBOROUGH', 'CAROLINE W YARBOROUGH', 'GILBERT YARBOROUGH'],
  ['CAROLINE & GILBERT H YARBOROUGH', 'CAROLINE YARBOROUGH', 'GILBERT H YARBOROUGH'],
  ['Caroline W. and Gilbert Yarborough', 'Caroline W. Yarborough', 'Gilbert Yarborough'],
  ['JUAN PEREZ Y MARIA LOPEZ', 'JUAN PEREZ', 'MARIA LOPEZ'],
  ['JUAN Y MARIA LOPEZ', 'JUAN LOPEZ', 'MARIA LOPEZ'],
  ['JOHN SMITH & MARY JONES', 'JOHN SMITH', 'MARY JONES'],
  ['JOHN SMITH & MARY', 'JOHN SMITH', 'MARY SMITH'],
  ['ROSA M & LUIS DE LA CRUZ JR', 'ROSA M DE LA CRUZ', 'LUIS DE LA CRUZ JR'],
  ['ANNE&PETER VAN DYKE', 'ANNE VAN DYKE', 'PETER VAN DYKE'],
  ['CAROLINE W YARBOROUGH GILBERT YARBOROUGH', 'CAROLINE W YARBOROUGH', 'GILBERT YARBOROUGH'],
])('%s are two people', (printed, first, second) => {
  expect(splitNames(printed)).toEqual([first, second])
})

test.each([
  'SAMPLE Q. PERSON',
  'José Ortega y Gasset',
  'SMITH & SONS LLC',
  'BAKER AND BAKER INC',
  'R & B PLUMBING',
  'ANDREW SANDERSON',
  'ANDY YARROW',
  'ESTATE OF JOHN AND MARY SMITH',
  'JOHNSON & CO',
  'DUNCAN DUNCAN',
  'Mary Jo Mary Jo',
  '',
])('%s is one', (printed) => {
  expect(splitNames(printed)).toHaveLength(1)
})
