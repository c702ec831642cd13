import type { ModuleWords } from '@mosty/ui-kit';
import { blunt } from './words/blunt.ts';
import { firstSteps } from './words/first-steps.ts';
import { metrics } from './words/metrics.ts';
import { pages } from './words/pages.ts';

export const words = {
  ru: { ...pages.ru, ...metrics.ru, first: firstSteps.ru.first, blunt: blunt.ru },
  en: { ...pages.en, ...metrics.en, first: firstSteps.en.first, blunt: blunt.en },
} satisfies ModuleWords;
