import type { ModuleWords } from '@mosty/ui-kit';

export const words = { ru: { nav: {} }, en: { nav: {} } } as const satisfies ModuleWords;
