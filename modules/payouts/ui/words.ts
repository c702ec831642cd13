import type { ModuleWords } from '@mosty/ui-kit';
import { batches } from './words/batches.ts';
import { close } from './words/close.ts';
import { documents } from './words/documents.ts';
import { money } from './words/money.ts';
import { own } from './words/own.ts';
import { policy } from './words/policy.ts';
import { refusals } from './words/refusals.ts';
import { statements } from './words/statements.ts';
import { waivers } from './words/waivers.ts';

export const words = {
  ru: {
    ...money.ru,
    nav: { ...money.ru.nav, ...own.ru.nav, documents: 'Чеки и акты' },
    own: own.ru,
    ...batches.ru,
    ...statements.ru,
    waivers: waivers.ru,
    ...close.ru,
    ...policy.ru,
    portalTasks: {
      statement_to_accept: 'Проверьте отчёт за {{month}}: примите или возразите',
      receipt_to_attach: 'Приложите чек к выплате (ждёт чеков: {{count}})',
    },
    documents: documents.ru,
    refusals: refusals.ru,
  },
  en: {
    ...money.en,
    nav: { ...money.en.nav, ...own.en.nav, documents: 'Receipts and acts' },
    own: own.en,
    ...batches.en,
    ...statements.en,
    waivers: waivers.en,
    ...close.en,
    ...policy.en,
    portalTasks: {
      statement_to_accept: 'Check the statement for {{month}}: accept it or object',
      receipt_to_attach: 'Attach a receipt to your payout (receipts awaited: {{count}})',
    },
    documents: documents.en,
    refusals: refusals.en,
  },
} satisfies ModuleWords;
