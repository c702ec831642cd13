import type { ModuleWords } from '@mosty/ui-kit';
import { en } from './words/en.ts';
import { pilot } from './words/pilot.ts';
import { path } from './words/path.ts';
import { ru } from './words/ru.ts';

export const words = {
  ru: { ...ru, ...path.ru, ...pilot.ru },
  en: { ...en, ...path.en, ...pilot.en },
} satisfies ModuleWords;
