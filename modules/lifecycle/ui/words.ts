import type { ModuleWords } from '@mosty/ui-kit';
import { board } from './words/board.ts';
import { evidence } from './words/evidence.ts';
import { gate } from './words/gate.ts';
import { limits } from './words/limits.ts';
import { refusals } from './words/refusals.ts';
import { stages } from './words/stages.ts';

export const words = {
  ru: { ...stages.ru, ...board.ru, ...gate.ru, ...evidence.ru, ...limits.ru, refusals: refusals.ru },
  en: { ...stages.en, ...board.en, ...gate.en, ...evidence.en, ...limits.en, refusals: refusals.en },
} satisfies ModuleWords;
