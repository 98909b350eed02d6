import { watchEventLoop } from './delay.ts'

/** A process that does nothing: what it comes late by is other programs that had the processor. Answers `reset` and `read`. */
const watch = watchEventLoop()
process.on('message', (message) => {
  if (message === 'reset') watch.reset()
  else if (message === 'read') process.send?.(watch.read())
})
process.on('disconnect', () => process.exit(0))
