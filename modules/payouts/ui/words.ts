import type { ModuleWords } from '@mosty/ui-kit';
import { pages } from './words/pages.ts';
import { policy } from './words/policy.ts';
import { refusals } from './words/refusals.ts';

export const words = {
  ru: {
    ...pages.ru,
    ...policy.ru,
    portalTasks: { statement_to_accept: 'Проверьте отчёт за {{month}}: примите или возразите' },
    refusals: refusals.ru,
  },
  en: {
    ...pages.en,
    ...policy.en,
    portalTasks: { statement_to_accept: 'Check the statement for {{month}}: accept it or object' },
    refusals: refusals.en,
  },
} satisfies ModuleWords;
