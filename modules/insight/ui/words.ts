import type { ModuleWords } from '@mosty/ui-kit';
import { blunt } from './words/blunt.ts';
import { metrics } from './words/metrics.ts';
import { pages } from './words/pages.ts';
import { reading } from './words/reading.ts';

export const words = {
  ru: { ...pages.ru, ...reading.ru, ...metrics.ru, blunt: blunt.ru },
  en: { ...pages.en, ...reading.en, ...metrics.en, blunt: blunt.en },
} satisfies ModuleWords;
