import type { ModuleWords } from '@mosty/ui-kit';
import { claims } from './words/claims.ts';
import { policy } from './words/policy.ts';
import { reasons } from './words/reasons.ts';
import { refusals } from './words/refusals.ts';

export const words = {
  ru: {
    role: { source: 'привёл', implement: 'внедряет', expertise: 'усиливает', expand: 'развивает' },
    rule: {
      explicit_partner: 'назван в строке',
      deal: 'передан клиент',
      code: 'код в строке',
      touches: 'ссылки и заявки',
      keeper: 'закреплённый клиент',
      ruling: 'решение людей',
    },
    reason: reasons.ru,
    direct: 'Продали сами: никто не назван.',
    refusals: refusals.ru,
    ...claims.ru,
    ...policy.ru,
  },
  en: {
    role: { source: 'sourced', implement: 'implements', expertise: 'adds expertise', expand: 'expands' },
    rule: {
      explicit_partner: 'named in the row',
      deal: 'registered client',
      code: 'code in the row',
      touches: 'links and leads',
      keeper: 'kept client',
      ruling: 'decided by people',
    },
    reason: reasons.en,
    direct: 'Sold by ourselves: nobody is named.',
    refusals: refusals.en,
    ...claims.en,
    ...policy.en,
  },
} satisfies ModuleWords;
