import type { ModuleWords } from '@mosty/ui-kit';
import { pages } from './words/pages.ts';
import { policy } from './words/policy.ts';
import { refusals } from './words/refusals.ts';

export const words = {
  ru: { ...pages.ru, ...policy.ru, refusals: refusals.ru },
  en: { ...pages.en, ...policy.en, refusals: refusals.en },
} satisfies ModuleWords;
