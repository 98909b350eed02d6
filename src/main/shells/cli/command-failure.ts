/** An expected failure on the command line: its words are printed, the exit status is 1. */
export class CommandFailure extends Error {}
