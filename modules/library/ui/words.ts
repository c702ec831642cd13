import type { ModuleWords } from '@mosty/ui-kit';

export const words = { ru: {}, en: {} } satisfies ModuleWords;
