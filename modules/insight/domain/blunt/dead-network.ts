import { ACTIVE_MARKS_PPM } from '../metrics/active-share.ts';
import { sharePpm } from '../share.ts';
import type { BluntRule } from './rule.ts';

/** Below this many partners a share says nothing: one of five on holiday is 20 %. */
const WORKING_NEEDED = 10;

/** S3.31: under 10 % active the network exists formally and does not work. */
export const deadNetwork: BluntRule = {
  code: 'dead_network',
  tone: 'bad',
  when: ({ working, selling }) => {
    const active = sharePpm(BigInt(selling), BigInt(working));
    return working >= WORKING_NEEDED && active !== null && active < ACTIVE_MARKS_PPM.dead
      ? { working, selling }
      : null;
  },
};
