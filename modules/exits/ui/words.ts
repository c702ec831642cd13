import type { ModuleWords } from '@mosty/ui-kit';
import { page } from './words/page.ts';
import { evidence } from './words/evidence.ts';
import { refusals } from './words/refusals.ts';

export const words = {
  ru: { ...page.ru, ...evidence.ru, refusals: refusals.ru },
  en: { ...page.en, ...evidence.en, refusals: refusals.en },
} satisfies ModuleWords;
