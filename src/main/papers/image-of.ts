import type { PageText } from '../../shared/model/letter.ts'
import type { Result } from '../../shared/model/result.ts'
import type { PageImage, ReadFailure } from '../reading/read-results.ts'

/** The page as a picture, rotated as its text was read. */
export type ImageOf = (page: PageText) => Promise<Result<PageImage, ReadFailure>>
