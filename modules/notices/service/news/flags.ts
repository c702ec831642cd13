import { CLEARED, HELD, MENDING } from './flags-of-partner.ts';
import { hear, textOf, type Hearing } from './heard.ts';

const HEADS = { roles: ['owner', 'head'] } as const;

/** Red flags: the team hears of every step, a partner only of what concerns it. */
export const FLAGS: readonly Hearing[] = [
  hear(
    'flag.raised',
    'integrity.flag_raised',
    {
      kind: 'flags',
      title: { ru: 'У партнёра красный флаг', en: 'A partner has a red flag' },
      text: {
        ru: '«{{partner}}»: посмотрите строки и спросите, прежде чем решать.',
        en: '“{{partner}}”: look at the rows and ask before you decide.',
      },
    },
    ({ body, partnerId, partner }) => {
      const flag = {
        subject: textOf(body, 'flagId'),
        params: { partner },
        path: `/flags/${textOf(body, 'flagId')}`,
      };
      return textOf(body, 'severity') === 'watch'
        ? { to: { keeperOf: partnerId }, ...flag }
        : [
            { to: { keeperOf: partnerId }, ...flag },
            { to: HEADS, ...flag },
          ];
    },
  ),
  hear(
    'flag.partner_asked',
    'integrity.partner_asked',
    {
      kind: 'flags',
      title: { ru: 'Вас просят ответить на вопрос', en: 'You are asked a question' },
      text: {
        ru: 'Ответьте до {{dueOn}}: ваше слово – первое, что снимает вопрос.',
        en: 'Answer by {{dueOn}}: your word is the first thing that clears it.',
      },
    },
    ({ body, partnerId }) => ({
      to: { partnerId },
      subject: textOf(body, 'questionId'),
      params: { dueOn: { day: textOf(body, 'dueOn') } },
      path: '/portal/questions',
    }),
  ),
  hear(
    'flag.partner_answered',
    'integrity.partner_answered',
    {
      kind: 'flags',
      title: { ru: 'Партнёр ответил на вопрос о флаге', en: 'A partner answered about a flag' },
      text: {
        ru: '«{{partner}}»: ответ ждёт вашего решения.',
        en: '“{{partner}}”: the answer waits for you to decide.',
      },
    },
    ({ body, partnerId, partner }) => {
      const flag = {
        subject: textOf(body, 'flagId'),
        params: { partner },
        path: `/flags/${textOf(body, 'flagId')}`,
      };
      return [
        { to: { keeperOf: partnerId }, ...flag },
        { to: HEADS, ...flag },
      ];
    },
  ),
  ...HELD,
  hear(
    'flag.held',
    'integrity.flag_held',
    {
      kind: 'flags',
      title: { ru: 'Деньги партнёра заморожены по флагу', en: 'Money of a partner is held for a flag' },
      text: {
        ru: '«{{partner}}», до {{until}}: решите раньше этого дня.',
        en: '“{{partner}}”, until {{until}}: decide before that day.',
      },
    },
    ({ body, partnerId, partner }) => ({
      to: { keeperOf: partnerId },
      subject: textOf(body, 'flagId'),
      params: { partner, until: { day: textOf(body, 'until') } },
      path: `/flags/${textOf(body, 'flagId')}`,
    }),
  ),
  hear(
    'flag.lifted',
    'integrity.flag_lifted',
    {
      kind: 'flags',
      title: { ru: 'Красный флаг снят', en: 'A red flag is lifted' },
      text: {
        ru: '«{{partner}}»: объяснение осталось у флага.',
        en: '“{{partner}}”: the explanation stays with the flag.',
      },
    },
    ({ body, partnerId, partner }) => ({
      to: { keeperOf: partnerId },
      subject: textOf(body, 'flagId'),
      params: { partner },
      path: `/flags/${textOf(body, 'flagId')}`,
    }),
  ),
  ...CLEARED,
  hear(
    'incident.opened',
    'integrity.incident_opened',
    {
      kind: 'flags',
      title: { ru: 'Флаг подтвердился: нужны четыре ответа', en: 'A flag proved true: four answers are due' },
      text: {
        ru: '«{{partner}}»: что сломалось, как чиним, кто отвечает, к какому дню.',
        en: '“{{partner}}”: what broke, how it is mended, who answers, by when.',
      },
    },
    ({ body, partnerId, partner }) => {
      const flag = {
        subject: textOf(body, 'incidentId'),
        params: { partner },
        path: `/flags/${textOf(body, 'flagId')}`,
      };
      return [
        { to: { keeperOf: partnerId }, ...flag },
        { to: HEADS, ...flag },
      ];
    },
  ),
  ...MENDING,
];
