import type { ModuleWords } from '@mosty/ui-kit';
import { en } from './words/en.ts';
import { pilot } from './words/pilot.ts';
import { ru } from './words/ru.ts';

export const words = { ru: { ...ru, ...pilot.ru }, en: { ...en, ...pilot.en } } satisfies ModuleWords;
