import { configure } from '@testing-library/react'
import { longestWait } from '../support.ts'

// One second by default, which two busy processors can use up.
configure({ asyncUtilTimeout: longestWait })
