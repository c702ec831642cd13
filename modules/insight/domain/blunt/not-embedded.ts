import { MARKS_PPM } from '../metrics/share-of-revenue.ts';
import type { BluntRule } from './rule.ts';

/** S3.30: below a tenth of revenue the programme is not part of how the company sells. */
export const notEmbedded: BluntRule = {
  code: 'not_embedded',
  tone: 'warn',
  when: ({ sharePpm, working, selling }) =>
    sharePpm !== null && sharePpm < MARKS_PPM.low ? { sharePpm, working, selling } : null,
};
