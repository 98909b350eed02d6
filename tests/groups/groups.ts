/** A part of the tests that has a command of its own. */
export type Group = {
  /** A script of package.json. */
  script: string
  /** What it shows, for people who read that it was left out. */
  what: string
  /** How long it took on two quiet cores. */
  seconds: number
  /** The command that runs the same and more, so that a run without a time limit needs only that one. */
  within?: string
}

/** Everything that `npm run test:all` runs, the most telling first. `.ci/run` takes as many as fit into its time. */
export const groups: readonly Group[] = [
  { script: 'test', what: 'lint, types, unit and component tests, a short way in a browser', seconds: 270 },
  {
    script: 'test:long',
    what: 'the long tests with a sample of their cases: browser, desktop, OCR, hostile files, packets',
    seconds: 1000,
    within: 'test:whole',
  },
  { script: 'test:pack', what: 'the package, installed and used as a stranger would', seconds: 150 },
  {
    script: 'test:screens',
    what: 'all screens against their pictures, all ways by keyboard, print',
    seconds: 150,
    within: 'test:whole',
  },
  {
    script: 'test:attacks',
    what: 'attacks on the disk, the keys, the window and the files that are brought in, as a table',
    seconds: 600,
    within: 'test:whole',
  },
  {
    script: 'test:secrets',
    what: 'every byte of a disk searched for what a protected library on it holds',
    seconds: 60,
    within: 'test:attacks',
  },
  { script: 'test:fuzz', what: '5,000 damaged files', seconds: 300 },
  { script: 'test:installers', what: 'the app as an installer packs it', seconds: 120 },
  {
    script: 'test:crash',
    what: 'more than 600 kills, at random and before each step on the disk',
    seconds: 700,
  },
  {
    script: 'test:kills',
    what: '120 reading processes ended in the middle of their work, through the reader, the browser shell and the command line',
    seconds: 600,
  },
  { script: 'test:whole', what: 'every case of the long tests', seconds: 1800 },
  {
    script: 'test:mutation',
    what: 'small changes of the code, each of which a test must notice',
    seconds: 2400,
  },
]
