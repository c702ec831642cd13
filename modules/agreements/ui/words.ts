import type { ModuleWords } from '@mosty/ui-kit';
import { agreement } from './words/agreement.ts';
import { classes } from './words/classes.ts';
import { department } from './words/department.ts';
import { exclusivity } from './words/exclusivity.ts';
import { gates } from './words/gates.ts';
import { partner } from './words/partner.ts';
import { people } from './words/people.ts';
import { partners } from './words/partners.ts';
import { refusals } from './words/refusals.ts';
import { samples } from './words/samples.ts';
import { texts } from './words/texts.ts';
import { terms } from './words/terms.ts';

export const words = {
  ru: {
    ...partners.ru,
    ...partner.ru,
    ...people.ru,
    ...classes.ru,
    ...agreement.ru,
    ...terms.ru,
    ...exclusivity.ru,
    ...department.ru,
    samples: samples.ru.samples,
    texts: texts.ru.texts,
    rules: texts.ru.rules,
    seen: { ...gates.ru.seen, ...texts.ru.seenTexts },
    missing: { ...gates.ru.missing, ...texts.ru.missingTexts },
    portalTasks: {
      version_to_accept: 'Прочитайте и примите взаимные ожидания, версию {{version}}',
      code_to_accept: 'Прочитайте и примите кодекс чести',
      consent_to_give: 'Прочитайте и дайте согласие на обработку данных',
    },
    refusals: { ...refusals.ru, ...texts.ru.textRefusals },
  },
  en: {
    ...partners.en,
    ...partner.en,
    ...people.en,
    ...classes.en,
    ...agreement.en,
    ...terms.en,
    ...exclusivity.en,
    ...department.en,
    samples: samples.en.samples,
    texts: texts.en.texts,
    rules: texts.en.rules,
    seen: { ...gates.en.seen, ...texts.en.seenTexts },
    missing: { ...gates.en.missing, ...texts.en.missingTexts },
    portalTasks: {
      version_to_accept: 'Read and accept our mutual expectations, version {{version}}',
      code_to_accept: 'Read and accept the code of honour',
      consent_to_give: 'Read and give your consent to the handling of data',
    },
    refusals: { ...refusals.en, ...texts.en.textRefusals },
  },
} satisfies ModuleWords;
