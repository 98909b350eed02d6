import { cleanup, configure } from '@testing-library/react'
import { afterEach } from 'vitest'
import { longestWait } from '../support.ts'

// One second by default, which two busy processors can use up: the first screen of a test loads its code too.
configure({ asyncUtilTimeout: 2 * longestWait })

afterEach(() => {
  cleanup()
  window.location.hash = ''
  document.documentElement.removeAttribute('lang')
  window.localStorage.clear()
  window.sessionStorage.clear()
})
