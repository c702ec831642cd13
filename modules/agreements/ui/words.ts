import type { ModuleWords } from '@mosty/ui-kit';
import { agreement } from './words/agreement.ts';
import { classes } from './words/classes.ts';
import { gates } from './words/gates.ts';
import { partner } from './words/partner.ts';
import { people } from './words/people.ts';
import { partners } from './words/partners.ts';
import { refusals } from './words/refusals.ts';
import { terms } from './words/terms.ts';

export const words = {
  ru: {
    ...partners.ru,
    ...partner.ru,
    ...people.ru,
    ...classes.ru,
    ...agreement.ru,
    ...terms.ru,
    ...gates.ru,
    portalTasks: { version_to_accept: 'Прочитайте и примите взаимные ожидания, версию {{version}}' },
    refusals: refusals.ru,
  },
  en: {
    ...partners.en,
    ...partner.en,
    ...people.en,
    ...classes.en,
    ...agreement.en,
    ...terms.en,
    ...gates.en,
    portalTasks: { version_to_accept: 'Read and accept our mutual expectations, version {{version}}' },
    refusals: refusals.en,
  },
} satisfies ModuleWords;
