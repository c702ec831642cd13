export const refusals = {
  ru: {
    seen_in_future: {
      what: 'Этот день ещё не наступил.',
      change: 'Укажите день не позже {{today}}.',
    },
    evidence_unknown: { what: 'Такого подтверждения нет.' },
    already_judged: {
      what: 'Это подтверждение уже проверено.',
      change: 'Если нашлось новое, добавьте его отдельным подтверждением.',
    },
    outcome_unknown: { what: 'Такого вопроса клиенту нет.' },
    already_answered: {
      what: 'Клиент уже ответил.',
      change: 'Ответ записывают один раз: доверие не пересматривают задним числом.',
    },
    no_partner: { what: 'Вы не относитесь ни к одному партнёру.' },
  },
  en: {
    seen_in_future: { what: 'That day has not come yet.', change: 'Give a day no later than {{today}}.' },
    evidence_unknown: { what: 'There is no such evidence.' },
    already_judged: {
      what: 'Somebody judged this already.',
      change: 'If there is something new, add it apart.',
    },
    outcome_unknown: { what: 'There is no such question to a client.' },
    already_answered: {
      what: 'The client has answered already.',
      change: 'An answer is written down once: trust is not bargained over later.',
    },
    no_partner: { what: 'You belong to no partner.' },
  },
};
