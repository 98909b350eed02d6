import { Command } from 'commander'
import packageFile from '../../../../package.json' with { type: 'json' }
import { offersCommand, reasonsCommand } from './appeal-commands.ts'
import { backupCommand, restoreCommand, salvageCommand, verifyCommand } from './backup-commands.ts'
import { clinicCommand } from './clinic-command.ts'
import { clinicsCommand } from './clinics-command.ts'
import { expectedFailure } from './command-failure.ts'
import { contentCommand } from './content-command.ts'
import { countCommand } from './count-command.ts'
import { demoCommand } from './demo-command.ts'
import { attachCommand, exhibitsCommand } from './exhibit-commands.ts'
import { exportCommand, importCommand } from './export-commands.ts'
import { guideCommand } from './guide-command.ts'
import { emptyTrashCommand, historyCommand, removeCommand, undoCommand } from './history-commands.ts'
import { calendarCommand, remindersCommand, watchCommand } from './integration-commands.ts'
import {
  addCommand,
  answerCommand,
  confirmCommand,
  deadlinesCommand,
  eventCommand,
  listCommand,
  showCommand,
} from './letter-commands.ts'
import { librariesCommand } from './libraries-command.ts'
import { logCommand } from './log-command.ts'
import { noticeCommand } from './notice-command.ts'
import { openCommand } from './open-command.ts'
import {
  arrangeCommand,
  mergeCommand,
  readAgainCommand,
  splitCommand,
  unlockCommand,
} from './page-commands.ts'
import {
  blankCommand,
  draftCommand,
  formCommand,
  icsCommand,
  packetCommand,
  paperCommand,
  pdfCommand,
  redactCommand,
} from './paper-commands.ts'
import { warn } from './print.ts'
import {
  passphraseCommand,
  protectCommand,
  recoveryKeyCommand,
  unprotectCommand,
} from './protection-commands.ts'
import { readCommand } from './read-command.ts'
import { schemaCommand } from './schema-command.ts'
import { searchCommand } from './search-command.ts'
import { sheetCommand } from './sheet-command.ts'
import { specialCommand } from './special-command.ts'
import { questionLines } from './special-input.ts'
import { stationCommand } from './station-command.ts'
import { suggestCommand } from './suggest-command.ts'
import { tellCommand } from './tell-command.ts'
import { todayCommand } from './today-command.ts'
import { answerNames, eventNames, factNames } from './typed-names.ts'

/** The command line: one command a line, `--json` everywhere, the same library as the app. */
const program = new Command('waymark')
  .description('Letters from the IRS: read, keep, place, count, draft. Everything stays on this computer.')
  .version(packageFile.version)

const command = (usage: string, description: string) =>
  program.command(usage).description(description).option('--json', 'print JSON, one object per line')

const libraryCommand = (usage: string, description: string, hidden = false) =>
  program
    .command(usage, { hidden })
    .description(description)
    .option('--json', 'print JSON, one object per line')
    .option('--library <file>', 'another library, by its file or folder')
    .option('--today <day>', 'count as if today were this day, e.g. 2026-11-22')
    .option('--network-drive', 'open the library although it is on a network drive, which can damage it')
    .option('--passphrase-fd <number>', 'read the passphrase from this open file descriptor')

program
  .command('open')
  .description('open the app in your browser, for this computer alone, until Ctrl+C')
  .option('--library <file>', 'another library, by its file or folder')
  .action(openCommand)
command('read <files...>', 'say what files hold; keeps nothing').action(readCommand)
libraryCommand('add <files...>', 'keep letters in the library and read them').action(addCommand)
libraryCommand('list', 'the letters in the library').action(listCommand)
libraryCommand('search <words...>', 'letters that hold all these words, with page and place').action(
  searchCommand,
)
libraryCommand('show <id>', 'one letter: facts, station, deadlines').action(showCommand)
libraryCommand('deadlines [id]', 'the last days, of one letter or of all').action(deadlinesCommand)
libraryCommand(
  'confirm <id> [corrections...]',
  'agree with what was read, or correct it: noticeDate=2026-11-02',
)
  .addHelpText('after', () => `\nWhat can be corrected:\n${factNames()}`)
  .action(confirmCommand)
libraryCommand(
  'answer <id> [answers...]',
  'what a draft needs: name="Ana Diaz" whyWrong="..."; shows it when nothing is given',
)
  .addHelpText('after', () => `\nWhat can be answered:\n${answerNames()}`)
  .action(answerCommand)
libraryCommand(
  'reasons <id> [reasons...]',
  'the reasons that count for a letter, or choose them: hardship="Income is $2,310 a month, ..."',
)
  .addHelpText(
    'after',
    '\nA reason alone is chosen without facts; with = and nothing behind it, it is taken back.',
  )
  .action(reasonsCommand)
libraryCommand(
  'offers <id> [offers...]',
  'what can be offered or asked for, or choose it: monthly="$250; April 15, 2026" release-levy',
)
  .addHelpText('after', '\nWith = and nothing behind it, an offer is taken back.')
  .action(offersCommand)
libraryCommand('event <id> <kind> <day> [note]', 'what happened when: conferenceRequested 2026-11-20')
  .addHelpText('after', () => `\nWhat can have happened:\n${eventNames()}`)
  .action((id: string, kind: string, day: string, note: string | undefined, options) =>
    eventCommand(id, kind, day, note ?? '', options),
  )
libraryCommand(
  'special <id> [answers...]',
  'what can move a day or excuse being late: disaster=yes,2026-09-01,2026-09-05 bankruptcy=no',
)
  .addHelpText('after', () => `\nThe questions:\n${questionLines().join('\n')}`)
  .action(specialCommand)
libraryCommand('clinics [state]', 'free or low-cost tax clinics of a state, from the list that was added')
  .option('--add <file>', 'the IRS’s own list first: the PDF of Publication 4134')
  .action(clinicsCommand)
command('clinic', 'the next day of each library that a helper may open, by the helper’s own passphrase')
  .option('--today <day>', 'count as if today were this day, e.g. 2026-11-22')
  .option('--network-drive', 'read libraries although they are on a network drive')
  .option('--passphrase-fd <number>', 'read the passphrase from this open file descriptor')
  .action(clinicCommand)
libraryCommand('merge <ids...>', 'make one letter of several; each file stays as it was').action(mergeCommand)
libraryCommand('split <id>', 'make each file of a merged letter a letter of its own again').action(
  splitCommand,
)
const each = (value: string, before: string[] = []) => [...before, value]
libraryCommand('arrange <id>', 'which pages of a file make which letter; shows it when nothing is asked')
  .option('--letter <pages>', 'a letter, its pages in order: 1,2,5-7; once for each letter', each)
  .option('--aside <pages>', 'with --letter: pages that belong to none')
  .option('--turn <page=degrees>', 'turn a page clockwise: 2=90; may come again', each)
  .option('--auto', 'let reading decide again')
  .action(arrangeCommand)
libraryCommand('read-again [id]', 'read a letter again, or all; what was confirmed stays').action(
  readAgainCommand,
)
libraryCommand('unlock <id>', 'open a locked PDF; its password comes on standard input').action(unlockCommand)
libraryCommand(
  'export <folder>',
  'write everything as plain files: people/year/letter; not encrypted',
).action(exportCommand)
libraryCommand('import <path>', 'bring an export in, from its folder or zip file').action(importCommand)
libraryCommand('pdf <id>', 'the letter as a PDF that can be searched')
  .option('--out <file>', 'where to write it', 'letter.pdf')
  .action(pdfCommand)
libraryCommand('redact <id>', 'a copy as pictures with the taxpayer numbers blacked out')
  .option('--names', 'the name and address too')
  .option('--out <file>', 'where to write it', 'letter-without-numbers.pdf')
  .action(redactCommand)
libraryCommand('remove <id>', 'move a letter to the trash')
  .option('--back', 'bring it back instead')
  .action(removeCommand)
libraryCommand('history <id>', 'what happened to a letter, oldest first').action(historyCommand)
libraryCommand('undo <id>', 'take back what was done last to a letter')
  .option('--redo', 'do again what was taken back')
  .action(undoCommand)
libraryCommand('empty-trash', 'delete all removed letters for good, their bytes too')
  .option('--for-good', 'yes, for good')
  .option('--even-with-open-clock', 'also letters on which a last day still runs')
  .action(emptyTrashCommand)
libraryCommand(
  'draft <id>',
  'write the draft of the form that fits as PDF, and say what is still blank; status 2: do not send it yet',
)
  .option('--out <file>', 'where to write it', 'draft.pdf')
  .action(draftCommand)
libraryCommand(
  'packet <id>',
  'write the whole appeal packet as PDF, and say what is still blank; status 2: do not send it yet',
)
  .option('--out <file>', 'where to write it', 'packet.pdf')
  .option('--fax', 'begin with a fax cover')
  .option('--duplex', 'begin every part on the front of a sheet')
  .option('--as-taken', 'leave photos of papers as they were taken, with what lies around them')
  .action(packetCommand)
libraryCommand('paper <kind> <id>', 'write a sheet for yourself: call, summary or fridge')
  .option('--out <file>', 'where to write it')
  .action(paperCommand)
libraryCommand('ics', 'write all days ahead as a calendar file with alarms')
  .option('--out <file>', 'where to write it', 'waymark.ics')
  .action(icsCommand)
libraryCommand('attach <id> <file> [title]', 'keep a further file with a letter, as an exhibit')
  .option('--unlock', 'it is a locked PDF; its password comes on standard input')
  .action(attachCommand)
libraryCommand('exhibits <id>', 'the exhibits of a letter, as its packet orders them')
  .option('--remove <exhibit>', 'take one out: B')
  .action(exhibitsCommand)
libraryCommand('blank [file]', 'keep an official blank form, or list those that are kept').action(
  blankCommand,
)
libraryCommand(
  'form <id> <form>',
  'fill a kept official blank from a letter, and say what is still blank: 2848; status 2: do not send it yet',
)
  .option('--out <file>', 'where to write it')
  .action(formCommand)
libraryCommand('protect', 'encrypt the library with a passphrase, and print its recovery key')
  .option('--backups', 'protect the backups that have no passphrase, too')
  .action(protectCommand)
libraryCommand('unprotect', 'take the protection away').action(unprotectCommand)
libraryCommand('passphrase', 'change the passphrase')
  .option('--renew', 'make a new key too, and encrypt everything anew')
  .action(passphraseCommand)
command('suggest-passphrase', 'print a passphrase of five words that nobody chose')
  .option('--language <code>', 'en or es', 'en')
  .action(suggestCommand)
libraryCommand('recovery-key', 'print the recovery key')
  .option('--renew', 'make a new one and encrypt everything anew')
  .action(recoveryKeyCommand)
libraryCommand('verify', 'check every letter, and name those that are damaged or changed outside of Waymark')
  .option('--keep-changed', 'you compared the changed letters: keep them as they are')
  .option('--keep-older', 'go on with a library that is an older copy')
  .action(verifyCommand)
libraryCommand('backup', 'copy the whole library, open the copy and compare it')
  .option('--to <folder>', 'put a copy into this folder too, for example on a USB stick')
  .action(backupCommand)
libraryCommand('restore [backup]', 'put a backup in the place of the library, or list the backups').action(
  restoreCommand,
)
libraryCommand('salvage <file>', 'save what can be read of a damaged library into a new file').action(
  salvageCommand,
)
libraryCommand('today', 'the date that days are counted from, and what speaks against it')
  .option('--right <day>', 'say that this is the date today, e.g. 2026-11-22')
  .action(todayCommand)
libraryCommand('reminders', 'what is near enough to ask for your attention today').action(remindersCommand)
libraryCommand(
  'calendar [folder]',
  'keep the calendar file up to date in a folder; without one: say where it is',
)
  .option('--stop', 'leave it alone from now on')
  .action(calendarCommand)
libraryCommand(
  'watch <folder>',
  'keep every scan that comes into a folder, until Ctrl+C; its files stay there',
)
  .option('--new', 'leave alone what is there now')
  .option('--once', 'take what is there and end')
  .action(watchCommand)
command('count <rule>', 'last day, send by, the arithmetic and the source of one rule: CDP-1')
  .option('--from <day>', 'the day that starts the count, e.g. 2026-11-22')
  .action(countCommand)
command('tell [number...]', 'what a letter says today, without a library: CP504 --dated 2026-11-02')
  .option('--dated <day>', 'the date printed on the letter')
  .option('--today <day>', 'count as if today were this day')
  .option('--printed <day>', 'the last day printed on the letter')
  .option('--ends <day>', 'the day on which the letter ends a payment plan')
  .option('--event <kind=day>', 'what happened when: nftlFiled=2026-11-06; may come again', each, [])
  .option('--year <year>', 'a tax year on the letter: 2024; may come again', each, [])
  .option('--special <answer>', 'what can move a day: bankruptcy=no, abroad=yes; may come again', each, [])
  .addHelpText('after', () => `\nThe questions of --special:\n${questionLines().join('\n')}`)
  .action(tellCommand)
command('notice <number...>', 'the page of a notice: CP504, "letter 1058", LT11')
  .option('--today <day>', 'judge the age of the facts as if today were this day')
  .action(noticeCommand)
command(
  'station <id...>',
  'a station of the roadmap with its clock and the ways ahead: coll-levy-notice',
).action(stationCommand)
command(
  'sheet <family>',
  'one page with the rights of a family of notices, for a practitioner to check: levy',
)
  .option('--out <file>', 'where to write it')
  .action(sheetCommand)
command('log', 'what the app did on this computer; it has no personal data').action(logCommand)

command('guide', 'write the guide of the app, with pictures, as PDF')
  .option('--language <code>', 'en or es', 'en')
  .option('--out <file>', 'where to write it', 'waymark-guide.pdf')
  .action(guideCommand)
command('libraries', 'the libraries that were opened in a window of this computer')
  .option('--forget <name>', 'leave one out of the list; its file stays')
  .action(librariesCommand)
command('content [file]', 'which rules are in use, or newer ones from a signed content pack')
  .option('--back', 'back to the rules before')
  .action(contentCommand)
program
  .command('law-schema', { hidden: true })
  .description('the JSON Schema of the law files')
  .action(schemaCommand)
command('demo [folder]', 'make a sample library and a packet from letters that Waymark carries').action(
  demoCommand,
)

// Names of older versions: still accepted, no longer listed.
libraryCommand('join <ids...>', 'the older name of merge', true).action(mergeCommand)
libraryCommand('apart <id>', 'the older name of split', true).action(splitCommand)
libraryCommand('rescue <file>', 'the older name of salvage', true).action(salvageCommand)

try {
  await program.parseAsync()
} catch (error) {
  const expected = expectedFailure(error)
  if (!expected) throw error
  warn(expected.message)
  process.exitCode = expected.status
}
