import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { Forms } from '../../shared/appeals/appeal-papers.ts'

const files = { '9423': '9423-2020-02.json', '12153': '12153-2022-07.json' }

/** Our descriptions of the forms that we draft, checked; throws if a file is not what the program expects. */
export async function loadForms(resourcesFolder: string): Promise<Forms> {
  const read = async (name: string) =>
    JSON.parse(await readFile(path.join(resourcesFolder, 'forms', name), 'utf8'))
  const taxTypes = await read('tax-types.json')
  return Forms.parse({
    forms: {
      '9423': { ...(await read(files['9423'])), taxTypes },
      '12153': { ...(await read(files['12153'])), taxTypes },
    },
    reasons: await read('reasons.json'),
  })
}
