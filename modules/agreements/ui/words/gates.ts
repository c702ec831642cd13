/** What the gates of the conveyor find in agreements, and what they miss there. */
export const gates = {
  ru: {
    seen: {
      accepted: 'Версию {{version}} приняли обе стороны',
      signed_on_paper: 'Подписано на бумаге {{signedOn}}',
      in_force: 'Соглашение действует',
      promises_closed: 'Открытых обещаний нет',
      client_proven: 'Клиент заплатил, получил результат, доволен и готов рассказать',
    },
    missing: {
      no_agreement: 'Соглашения ещё нет: запишите взаимные ожидания',
      not_accepted_by_both: 'Последнюю версию приняли не обе стороны',
      nothing_in_force: 'Нет действующего соглашения',
      promises_open: 'Открыты обещания: {{count}}. Скажите, чем кончилось каждое',
      client_not_proven: 'Подтвердите результат этого клиента и его согласие рассказывать',
      no_such_client: 'Среди наших клиентов такого нет: укажите его ИНН или почту',
    },
  },
  en: {
    seen: {
      accepted: 'Version {{version}} was accepted by both sides',
      signed_on_paper: 'Signed on paper on {{signedOn}}',
      in_force: 'The agreement is in force',
      promises_closed: 'No open promises',
      client_proven: 'The client paid, got a result, is satisfied and agreed to tell',
    },
    missing: {
      no_agreement: 'There is no agreement yet: write down mutual expectations',
      not_accepted_by_both: 'The newest version was not accepted by both sides',
      nothing_in_force: 'No agreement is in force',
      promises_open: 'Promises are open: {{count}}. Say how each one ended',
      client_not_proven: 'Confirm the result of this client and that it agrees to tell',
      no_such_client: 'There is no such client of ours: fill in its tax number or e-mail',
    },
  },
} as const;
