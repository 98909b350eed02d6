import { lawJsonSchema } from '../../content/law-schema.ts'
import { jsonText, say } from './print.ts'

/** The JSON Schema of the law files, as published in `resources/law/schema.json`. */
export const schemaCommand = (): void => say(jsonText(lawJsonSchema(), 2))
