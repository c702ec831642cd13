import type { ModuleWords } from '@mosty/ui-kit';
import { refusals } from './words/refusals.ts';
import { rows } from './words/rows.ts';
import { evidence } from './words/evidence.ts';
import { scores } from './words/scores.ts';

export const words = {
  ru: { ...scores.ru, ...evidence.ru, row: rows.ru, refusals: refusals.ru },
  en: { ...scores.en, ...evidence.en, row: rows.en, refusals: refusals.en },
} satisfies ModuleWords;
