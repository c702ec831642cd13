import { ILLUSION_DAYS } from '../zones.ts';
import type { BluntRule } from './rule.ts';

/** S2.24: every strategic story stands as logos: no deal and no kept promise for half a year. */
export const logosOnly: BluntRule = {
  code: 'logos_only',
  tone: 'warn',
  when: ({ agreements, logosOnly: logos }) =>
    agreements.alliance > 0 && logos === agreements.alliance
      ? { alliances: logos, days: ILLUSION_DAYS }
      : null,
};
