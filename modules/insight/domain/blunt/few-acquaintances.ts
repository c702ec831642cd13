import type { BluntRule } from './rule.ts';

/** «Пара знакомых предпринимателей»: one or two sell, and at least two more stand beside them. */
const FEW = 2;

export const fewAcquaintances: BluntRule = {
  code: 'few_acquaintances',
  tone: 'bad',
  when: ({ working, selling }) =>
    selling > 0 && selling <= FEW && working - selling >= 2 ? { selling, silent: working - selling } : null,
};
