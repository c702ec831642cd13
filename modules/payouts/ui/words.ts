import type { ModuleWords } from '@mosty/ui-kit';
import { pages } from './words/pages.ts';
import { refusals } from './words/refusals.ts';

export const words = {
  ru: { ...pages.ru, refusals: refusals.ru },
  en: { ...pages.en, refusals: refusals.en },
} satisfies ModuleWords;
