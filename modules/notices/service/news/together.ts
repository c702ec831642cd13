import { hear, textOf, type Hearing } from './heard.ts';

/** What two sides say to each other, agree on, and where a partner stands. */
export const TOGETHER: readonly Hearing[] = [
  hear(
    'thread.moved',
    'feedback.partner_wrote',
    {
      kind: 'talk',
      title: { ru: 'Партнёр написал и ждёт ответа', en: 'A partner wrote and waits for an answer' },
      text: { ru: '«{{partner}}» ждёт вашего ответа.', en: '“{{partner}}” waits for your answer.' },
    },
    ({ body, partnerId, partner }) =>
      body['side'] === 'theirs'
        ? {
            to: { keeperOf: partnerId },
            subject: textOf(body, 'threadId'),
            params: { partner },
            path: `/talk?open=${textOf(body, 'threadId')}`,
          }
        : null,
  ),
  hear(
    'thread.moved',
    'feedback.we_answered',
    {
      kind: 'talk',
      title: { ru: 'Вам ответили', en: 'You were answered' },
      text: { ru: 'Ответ – в разговоре.', en: 'The answer is in the talk.' },
    },
    ({ body, partnerId }) =>
      body['side'] === 'ours'
        ? {
            to: { partnerId },
            subject: textOf(body, 'threadId'),
            path: `/portal/talk?open=${textOf(body, 'threadId')}`,
          }
        : null,
  ),
  hear(
    'agreement.proposed',
    'agreements.version_proposed',
    {
      kind: 'documents',
      title: { ru: 'Условия ждут согласия', en: 'Terms wait for consent' },
      text: {
        ru: 'Версия {{version}}: прочитайте и примите.',
        en: 'Version {{version}}: read it and accept.',
      },
    },
    ({ body, partnerId }) => ({
      to: { partnerId },
      subject: textOf(body, 'agreementId'),
      params: { version: Number(body['version'] ?? 0) },
      path: '/portal/rules',
    }),
  ),
  hear(
    'pilot.locked',
    'onboarding.pilot_locked',
    {
      kind: 'conveyor',
      title: { ru: 'Условия пилота зафиксированы', en: 'The terms of the pilot are locked' },
      text: {
        ru: 'Что считаем и до какого дня – на странице.',
        en: 'What is counted and until when stands on the page.',
      },
    },
    ({ body, partnerId }) => ({
      to: { partnerId },
      subject: textOf(body, 'pilotId'),
      path: '/portal/first',
    }),
  ),
  hear(
    'launch.silent',
    'onboarding.launch_silent',
    {
      kind: 'conveyor',
      title: {
        ru: 'Пять рабочих дней без касания в запуске',
        en: 'Five working days without a touch in a launch',
      },
      text: {
        ru: 'С «{{partner}}» давно ничего не делали.',
        en: 'Nothing was done with “{{partner}}” for long.',
      },
    },
    ({ partnerId, partner }) => ({
      to: { keeperOf: partnerId },
      subject: partnerId,
      params: { partner },
      path: `/launch/${partnerId}`,
    }),
  ),
  hear(
    'partner.moved',
    'lifecycle.partner_moved',
    {
      kind: 'conveyor',
      title: { ru: 'Партнёр перешёл на другой этап', en: 'A partner came to another stage' },
      text: { ru: '«{{partner}}»: посмотрите, что дальше.', en: '“{{partner}}”: see what is next.' },
    },
    // Whoever was taken over came nowhere: only a step within the conveyor is news.
    ({ body, partnerId, partner }) =>
      body['from'] === null
        ? null
        : {
            to: { keeperOf: partnerId },
            subject: partnerId,
            params: { partner },
            path: `/partners/${partnerId}`,
          },
  ),
];
