import { listBreaches } from '../contract/breaches.ts';
import { countFlags, listFlags, readFlag } from '../contract/flags.ts';
import { listDetectors } from '../contract/looks.ts';

/** What a change of a flag makes old. */
export const CHANGED = [listFlags, readFlag, countFlags, listBreaches, listDetectors];
