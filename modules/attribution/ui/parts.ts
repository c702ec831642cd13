/** What other modules' pages say of a decision. Heavy enough to be left out of `index.tsx`. */
export { useBecause, useReason } from './say-reason.ts';
