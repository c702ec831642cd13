import type { ModuleWords } from '@mosty/ui-kit';
import { events } from './words/events.ts';
import { pages } from './words/pages.ts';
import { refusals } from './words/refusals.ts';

export const words = {
  ru: { ...pages.ru, events: events.ru, refusals: refusals.ru },
  en: { ...pages.en, events: events.en, refusals: refusals.en },
} as const satisfies ModuleWords;
