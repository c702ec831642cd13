import { hear, hearOfAll, textOf, type Heard, type Hearing, type HearingOfAll } from './heard.ts';

const sumOf = ({ body }: Heard) => ({
  minor: Number(body['amountMinor'] ?? 0),
  currency: textOf(body, 'currency'),
});

/** Statements, payouts and requisites. */
export const MONEY: readonly Hearing[] = [
  hear(
    'statement.sent',
    'payouts.statement_sent',
    {
      kind: 'money',
      title: { ru: 'Отчёт ждёт вашего согласия', en: 'A statement waits for your consent' },
      text: {
        ru: 'За {{month}}: проверьте и примите или возразите.',
        en: 'Of {{month}}: check it and accept, or object.',
      },
      money: true,
    },
    ({ body, partnerId }) => ({
      to: { partnerId },
      subject: textOf(body, 'statementId'),
      params: { month: { month: textOf(body, 'month') } },
      path: '/portal/docs',
    }),
  ),
  hear(
    'statement.objected',
    'payouts.statement_objected',
    {
      kind: 'money',
      title: { ru: 'Партнёр не согласен с отчётом', en: 'A partner objects to a statement' },
      text: {
        ru: '«{{partner}}» возражает: ответьте до выплаты.',
        en: '“{{partner}}” objects: answer before the payout.',
      },
    },
    ({ body, partner }) => ({
      to: { roles: ['finance', 'head'] },
      subject: textOf(body, 'statementId'),
      params: { partner },
      path: `/money/statements/${textOf(body, 'statementId')}`,
    }),
  ),
  hear(
    'statement.resolved',
    'payouts.statement_resolved',
    {
      kind: 'money',
      title: { ru: 'На ваше возражение ответили', en: 'Your objection was answered' },
      text: {
        ru: 'Ответ и исправление – в документах.',
        en: 'The answer and the correction are in your documents.',
      },
      money: true,
    },
    ({ body, partnerId }) => ({
      to: { partnerId },
      subject: textOf(body, 'statementId'),
      path: '/portal/docs',
    }),
  ),
  hear(
    'payout.paid',
    'payouts.payout_paid',
    {
      kind: 'money',
      title: { ru: 'Выплата отправлена', en: 'A payout is on its way' },
      text: { ru: 'Отправили {{sum}}.', en: '{{sum}} was sent.' },
      money: true,
    },
    (heard) => ({
      to: { partnerId: heard.partnerId },
      subject: textOf(heard.body, 'payoutId'),
      params: { sum: sumOf(heard) },
      path: '/portal/money',
    }),
  ),
  hear(
    'payout.failed',
    'payouts.payout_failed',
    {
      kind: 'money',
      title: { ru: 'Выплата не прошла', en: 'A payout did not go through' },
      text: {
        ru: '«{{partner}}», {{sum}}: деньги вернулись.',
        en: '“{{partner}}”, {{sum}}: the money came back.',
      },
    },
    (heard) => ({
      to: { roles: ['finance', 'head'] },
      subject: textOf(heard.body, 'payoutId'),
      params: { partner: heard.partner, sum: sumOf(heard) },
      path: `/money/payout/${textOf(heard.body, 'payoutId')}`,
    }),
  ),
  hear(
    'payout.blocked',
    'payouts.payout_blocked',
    {
      kind: 'money',
      title: { ru: 'Выплата ждёт ваших реквизитов', en: 'A payout waits for your payment details' },
      text: {
        ru: 'Заплатить {{sum}} не смогли: проверьте реквизиты, и деньги уйдут следующей выплатой.',
        en: '{{sum}} could not be paid: check your details and it goes with the next payout.',
      },
      money: true,
    },
    (heard) => ({
      to: { partnerId: heard.partnerId },
      subject: textOf(heard.body, 'batchId'),
      params: { sum: sumOf(heard) },
      path: '/portal/me',
    }),
  ),
  hear(
    'requisites.changed',
    'directory.requisites_changed',
    {
      kind: 'money',
      title: { ru: 'У партнёра новые реквизиты', en: 'A partner has new payment details' },
      text: {
        ru: '«{{partner}}»: выплаты остановлены до проверки.',
        en: '“{{partner}}”: payouts are frozen until they are checked.',
      },
    },
    ({ partnerId, partner }) => ({
      to: { roles: ['finance', 'head'] },
      subject: partnerId,
      params: { partner },
      path: `/partners/${partnerId}`,
    }),
  ),
];

/** Of a whole batch at once: whoever was left out stands on its page, with the reason. */
export const MONEY_OF_ALL: readonly HearingOfAll[] = [
  hearOfAll(
    'payout_batch.blocked',
    'payouts.batch_blocked',
    {
      kind: 'money',
      title: { ru: 'Не всем смогли заплатить', en: 'Not everybody could be paid' },
      text: {
        ru: 'Без выплаты остались: {{count}}. Причина каждого – на странице выплаты.',
        en: 'Left without a payout: {{count}}. Each reason stands on the page of the payout.',
      },
    },
    (body) => ({
      to: { roles: ['finance', 'head'] },
      subject: textOf(body, 'batchId'),
      params: { count: Number(body['count'] ?? 0) },
      path: `/money/payouts/${textOf(body, 'batchId')}`,
    }),
  ),
];
