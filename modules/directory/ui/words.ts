import type { ModuleWords } from '@mosty/ui-kit';
import { clients } from './words/clients.ts';
import { refusals } from './words/refusals.ts';

export const words = {
  ru: { ...clients.ru, refusals: refusals.ru },
  en: { ...clients.en, refusals: refusals.en },
} satisfies ModuleWords;
