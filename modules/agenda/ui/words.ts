import type { ModuleWords } from '@mosty/ui-kit';
import { en } from './words/en.ts';
import { ru } from './words/ru.ts';

export const words = { ru, en } satisfies ModuleWords;
