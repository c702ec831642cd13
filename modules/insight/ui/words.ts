import type { ModuleWords } from '@mosty/ui-kit';
import { blunt } from './words/blunt.ts';
import { metrics } from './words/metrics.ts';
import { pages } from './words/pages.ts';

export const words = {
  ru: { ...pages.ru, ...metrics.ru, blunt: blunt.ru },
  en: { ...pages.en, ...metrics.en, blunt: blunt.en },
} satisfies ModuleWords;
