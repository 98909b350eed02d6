import { join } from 'node:path'
import { expect, test } from 'vitest'
import words from '../../resources/words/en.json' with { type: 'json' }
import { serveBrowserShell } from '../../src/main/shells/browser/server.ts'
import { encodedInProcess } from '../../src/main/shells/core-process/encoded-in-process.ts'
import { allow, clinicComputer, helpers, makeClient, must, owners } from '../main/app/clinic.ts'
import { hasChromium, projectFolder } from '../support.ts'
import { noViolations } from './main-way.ts'
import { complaintsOf, launchBrowser, openPage } from './waiting.ts'

const { clinic, settings, access } = words

test.skipIf(!hasChromium)(
  'a helper sees every client with one passphrase, and opens one with a press',
  async () => {
    const computer = clinicComputer()
    for (const [nth, client] of ['Ben', 'Cora', 'Dan', 'Eva'].entries()) {
      const own = computer.start(client)
      await makeClient(own, `2026-11-0${nth + 1}`)
      must(await allow(own))
      await own.close()
    }
    const core = computer.start('Ana', { shell: 'browser' })
    await makeClient(core, '2026-11-09')
    const browser = await launchBrowser()
    const shell = await serveBrowserShell(encodedInProcess(core), join(projectFolder, 'out/renderer'))
    const page = await openPage(browser, { viewport: { width: 1280, height: 800 } })
    const complaints = complaintsOf(page)
    const shoot = (name: string) =>
      process.env.SHOTS ? page.screenshot({ path: `${process.env.SHOTS}/clinic-${name}.png` }) : null
    await page.goto(shell.newUrl())
    // The owner lets the helper in.
    await page.getByRole('link', { name: words.nav.settings, exact: true }).click()
    const section = page.getByRole('region', { name: settings.helper.title })
    await section.getByRole('button', { name: settings.helper.allow }).click()
    await section.getByLabel(settings.protection.current, { exact: true }).fill(owners)
    await section.getByLabel(clinic.passphrase, { exact: true }).fill(helpers)
    await section.scrollIntoViewIfNeeded()
    await shoot('settings')
    await noViolations(page)
    await section.getByRole('button', { name: settings.helper.allowNow }).click()
    await section.getByText(settings.helper.allowed).waitFor()
    await noViolations(page)
    // Locked, the helper comes in.
    must(await core.api['library:lock'](null))
    await page.getByRole('heading', { name: access.unlock.title }).waitFor()
    await page.getByRole('link', { name: clinic.to }).click()
    await page.getByLabel(clinic.passphrase, { exact: true }).fill(helpers)
    await shoot('unlock')
    await noViolations(page)
    await page.getByRole('button', { name: clinic.open }).click()
    await page.getByRole('rowheader').nth(4).waitFor()
    expect(await page.getByRole('rowheader').allTextContents()).toEqual([
      'Ben',
      'Cora',
      'Dan',
      'Eva',
      words.libraries.own,
    ])
    await noViolations(page)
    await shoot('list')
    await page.getByRole('button', { name: 'Cora', exact: true }).click()
    await page.getByRole('heading', { name: words.home.title }).waitFor()
    await page.getByRole('link', { name: words.libraries.label.replace('{{name}}', 'Cora') }).waitFor()
    expect(complaints).toEqual([])
    await page.context().close()
    await browser.close()
    await shell.close()
    await core.close()
  },
  180_000,
)
