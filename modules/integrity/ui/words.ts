import type { ModuleWords } from '@mosty/ui-kit';
import { page } from './words/page.ts';
import { refusals } from './words/refusals.ts';
import { said } from './words/said.ts';
import { signs } from './words/signs.ts';

export const words = {
  ru: { ...page.ru, ...said.ru, ...signs.ru, refusals: refusals.ru },
  en: { ...page.en, ...said.en, ...signs.en, refusals: refusals.en },
} satisfies ModuleWords;
