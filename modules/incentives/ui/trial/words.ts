import type { ModuleWords } from '@mosty/ui-kit';
import { history } from './words/history.ts';
import { risk } from './words/risk.ts';

/** The two views of the calculator that look at the company's own past. */
export const words = {
  ru: { ...history.ru, ...risk.ru },
  en: { ...history.en, ...risk.en },
} satisfies ModuleWords;
