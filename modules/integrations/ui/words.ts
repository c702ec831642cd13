import type { ModuleWords } from '@mosty/ui-kit';
import { advice } from './words/advice.ts';
import { errors } from './words/errors.ts';
import { intake } from './words/intake.ts';
import { mapping } from './words/mapping.ts';
import { pages } from './words/pages.ts';
import { play } from './words/play.ts';
import { refusals } from './words/refusals.ts';
import { results } from './words/results.ts';

export const words = {
  ru: {
    ...pages.ru,
    ...mapping.ru,
    ...results.ru,
    ...play.ru,
    ...intake.ru,
    advice: advice.ru,
    errors: errors.ru,
    refusals: refusals.ru,
  },
  en: {
    ...pages.en,
    ...mapping.en,
    ...results.en,
    ...play.en,
    ...intake.en,
    advice: advice.en,
    errors: errors.en,
    refusals: refusals.en,
  },
} satisfies ModuleWords;
