import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { FormDescription } from '../../shared/appeals/form-description.ts'

/** Our description of Form 9423 (Rev. 2-2020), checked; throws if the file is not what the program expects. */
export async function loadForm9423(resourcesFolder: string): Promise<FormDescription> {
  const text = await readFile(path.join(resourcesFolder, 'forms', '9423-2020-02.json'), 'utf8')
  return FormDescription.parse(JSON.parse(text))
}
