import type { ModuleWords } from '@mosty/ui-kit';

export const words: ModuleWords = { ru: {}, en: {} };
