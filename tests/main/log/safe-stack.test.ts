import { expect, test } from 'vitest'
import { safeStack } from '../../../src/main/log/safe-stack.ts'

test('a stack names the error and its location, and neither its message nor the folders', () => {
  const error = new RangeError('Ana Diaz 900-12-3456\n    at home')
  error.stack = `RangeError: Ana Diaz 900-12-3456\n    at read (file:///home/ana/app/src/read-scan.ts:12:3)\n    at C:\\Users\\Ana\\x.ts:1:2`
  expect(safeStack(error)).toBe('RangeError\n    at read (read-scan.ts:12:3)\n    at x.ts:1:2')
})

test('a value that is not an error is not shown', () => {
  expect(safeStack('Ana Diaz')).toBe('unknown error')
  const odd = new Error('x')
  odd.name = 'Ana Diaz 900-12-3456'
  expect(safeStack(odd)).not.toContain('Ana')
})
