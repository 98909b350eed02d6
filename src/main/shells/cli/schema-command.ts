import { lawJsonSchema } from '../../content/law-schema.ts'

/** The JSON Schema of the law files, as published in `resources/law/schema.json`. */
export const schemaCommand = (): void => console.log(JSON.stringify(lawJsonSchema(), null, 2))
