import { MARKS_PPM } from '../metrics/share-of-revenue.ts';
import type { BluntRule } from './rule.ts';

/** Between the marks: it earns, and most partners still do not sell. Both halves are said. */
export const betweenMarks: BluntRule = {
  code: 'between_marks',
  tone: 'plain',
  when: ({ sharePpm, working, selling }) =>
    sharePpm !== null && sharePpm >= MARKS_PPM.low && sharePpm < MARKS_PPM.mature
      ? { sharePpm, working, selling }
      : null,
};
