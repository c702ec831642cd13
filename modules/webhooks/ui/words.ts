import type { ModuleWords } from '@mosty/ui-kit';
import { refusals } from './words/refusals.ts';

export const words = {
  ru: { refusals: refusals.ru },
  en: { refusals: refusals.en },
} as const satisfies ModuleWords;
