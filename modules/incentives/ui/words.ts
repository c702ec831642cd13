import type { ModuleWords } from '@mosty/ui-kit';
import { accruals } from './words/accruals.ts';
import { calculator } from './words/calculator.ts';
import { editor } from './words/editor.ts';
import { lines } from './words/lines.ts';
import { own } from './words/own.ts';
import { refusals } from './words/refusals.ts';
import { rewards } from './words/rewards.ts';
import { scheme } from './words/scheme.ts';
import { terms } from './words/terms.ts';

export const words = {
  ru: {
    ...rewards.ru,
    ...scheme.ru,
    ...editor.ru,
    ...terms.ru,
    ...lines.ru,
    ...calculator.ru,
    ...accruals.ru,
    own: own.ru,
    refusals: refusals.ru,
  },
  en: {
    ...rewards.en,
    ...scheme.en,
    ...editor.en,
    ...terms.en,
    ...lines.en,
    ...calculator.en,
    ...accruals.en,
    own: own.en,
    refusals: refusals.en,
  },
} satisfies ModuleWords;
