import type { ModuleWords } from '@mosty/ui-kit';

export const words = {
  ru: {
    role: { source: 'привёл', implement: 'внедряет', expertise: 'усиливает', expand: 'развивает' },
    rule: { explicit_partner: 'назван в строке', code: 'код в строке', keeper: 'закреплённый клиент' },
    reason: {
      named_in_row: 'Партнёр назван в самой строке продажи: «{{named}}».',
      code_in_row: 'В продаже указан код «{{named}}», он принадлежит этому соглашению.',
      keeps_client: 'Клиент {{client}} закреплён за партнёром, а в строке никто другой не назван.',
      named_partner_unknown: 'В строке назван «{{named}}», такого партнёра у нас нет.',
      code_unknown: 'В строке указан код «{{named}}», такого кода у нас нет.',
      no_agreement_in_force:
        'Партнёр назван, но на {{day}} у него не было действующего соглашения с запуском.',
    },
    direct: 'Продали сами: никто не назван.',
  },
  en: {
    role: { source: 'sourced', implement: 'implements', expertise: 'adds expertise', expand: 'expands' },
    rule: { explicit_partner: 'named in the row', code: 'code in the row', keeper: 'kept client' },
    reason: {
      named_in_row: 'The row of the sale itself names the partner: “{{named}}”.',
      code_in_row: 'The sale carries the code “{{named}}”, which belongs to this agreement.',
      keeps_client: 'The client {{client}} is kept for the partner, and the row names nobody else.',
      named_partner_unknown: 'The row names “{{named}}”, and we have no such partner.',
      code_unknown: 'The row carries the code “{{named}}”, and we have no such code.',
      no_agreement_in_force: 'A partner is named, but had no launched agreement in force on {{day}}.',
    },
    direct: 'Sold by ourselves: nobody is named.',
  },
} satisfies ModuleWords;
