// Runs on any Node, before anything else: better-sqlite3 ends the process without a word on a Node that is too old.
const [major, minor] = process.versions.node.split('.').map(Number)
if (major < 22 || (major === 22 && minor < 18)) {
  console.error(
    `Waymark needs Node.js 22.18 or newer; this is ${process.versions.node}.\n` +
      'Its own Node comes with "npm ci" on Linux and Windows (not with --omit=optional): run "npm ci" again.\n' +
      'On a Mac, install Node.js 24 from https://nodejs.org, then run the command again.',
  )
  process.exit(1)
}
