import { MARKS_PPM } from '../metrics/share-of-revenue.ts';
import type { BluntRule } from './rule.ts';

export const mature: BluntRule = {
  code: 'mature',
  tone: 'good',
  when: ({ sharePpm, working, selling }) =>
    sharePpm !== null && sharePpm >= MARKS_PPM.mature ? { sharePpm, working, selling } : null,
};
