import { readFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { Writable } from 'node:stream'
import type { Proof } from '../../../shared/contract/library.ts'
import { secretFromRecoveryKey } from '../../keys/recovery-key.ts'
import { wordsOfError } from '../words.ts'
import { CommandFailure, UsageFailure } from './command-failure.ts'

const prompts = {
  unlock: 'Passphrase or recovery key: ',
  current: 'The passphrase now, or the recovery key: ',
  new: 'New passphrase: ',
  again: 'Type it again: ',
  helper: 'Your passphrase as a helper: ',
  backup: 'Passphrase or recovery key of the backup: ',
}
type Ask = keyof typeof prompts

/** Where each question is answered from when nobody sits at a terminal. */
const variables: Record<Ask, string> = {
  unlock: 'WAYMARK_PASSPHRASE',
  current: 'WAYMARK_PASSPHRASE',
  new: 'WAYMARK_NEW_PASSPHRASE',
  again: 'WAYMARK_NEW_PASSPHRASE',
  helper: 'WAYMARK_PASSPHRASE',
  backup: 'WAYMARK_PASSPHRASE',
}

/**
 * A passphrase from the environment, an open file descriptor or the terminal, unseen. Never an argument: arguments can be
 * read by everyone on the computer and stay in the shell's history.
 */
export async function askPassphrase(options: { passphraseFd?: string }, ask: Ask): Promise<string> {
  const given = process.env[variables[ask]]
  if (given) return given
  if (options.passphraseFd) return lineFor(ask, options.passphraseFd)
  if (!process.stdin.isTTY) throw new CommandFailure(wordsOfError(missing(ask)))
  return askUnseen(prompts[ask])
}

const missing = (ask: Ask): string =>
  variables[ask] === 'WAYMARK_NEW_PASSPHRASE' ? 'input.no-new-passphrase' : 'input.no-passphrase'

/** What was typed is a recovery key if it reads as one; its check characters make a mistake all but impossible. */
export const proofFrom = (typed: string): Proof =>
  secretFromRecoveryKey(typed) ? { kind: 'recovery', key: typed } : { kind: 'passphrase', passphrase: typed }

/** What was read from the descriptor, which gives it only once, and which line each question took. */
let lines: string[] | undefined
const taken = new Map<string, number>()

/** The same question gets the same line. A new passphrase is the line after the one that opens the library now. */
function lineFor(ask: Ask, descriptor: string): string {
  lines ??= linesFrom(descriptor)
  const at = taken.get(variables[ask]) ?? taken.size
  taken.set(variables[ask], at)
  const line = lines[at]
  if (!line) throw new CommandFailure(wordsOfError(missing(ask)))
  return line
}

function linesFrom(descriptor: string): string[] {
  try {
    return readFileSync(/^\d+$/.test(descriptor) ? Number(descriptor) : -1, 'utf8').split(/\r?\n/)
  } catch {
    throw new UsageFailure(wordsOfError('input.not-a-descriptor'))
  }
}

function askUnseen(prompt: string): Promise<string> {
  process.stderr.write(prompt)
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() })
  const terminal = createInterface({ input: process.stdin, output: silent, terminal: true })
  return new Promise((resolve, reject) => {
    terminal.on('SIGINT', () => reject(new CommandFailure('')))
    terminal.question('', resolve)
  }).finally(() => {
    terminal.close()
    process.stderr.write('\n')
  }) as Promise<string>
}
