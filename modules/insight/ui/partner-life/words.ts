import type { ModuleWords } from '@mosty/ui-kit';
import { en } from './words/en.ts';
import { ru } from './words/ru.ts';

/** Of the reports alone: they come with their page and not with the owner's first. */
export const words = { ru, en } satisfies ModuleWords;
