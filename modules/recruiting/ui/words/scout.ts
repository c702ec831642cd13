export const scout = {
  ru: {
    nav: {},
    actions: {},
    scout: {},
    seen: {
      named_by: 'Назвали разные люди: {{speakers}}',
      profile_met: 'Подходит под идеальный профиль: {{score}} из 100 при пороге {{threshold}}',
    },
    missing: {
      too_few_speakers:
        'Назвали разные люди: {{speakers}}, нужно {{needed}}. Спросите клиентов или запишите, от кого ещё слышали имя',
      profile_too_low: 'Оценка по профилю {{score}}, порог {{threshold}}. Помогут новые подтверждения',
      profile_unanswered: 'Или оцените по идеальному профилю: ответов пока нет',
    },
    refusals: {},
  },
  en: {
    nav: {},
    actions: {},
    scout: {},
    seen: {
      named_by: 'Named by different people: {{speakers}}',
      profile_met: 'Fits the ideal profile: {{score}} of 100, the threshold is {{threshold}}',
    },
    missing: {
      too_few_speakers:
        'Named by different people: {{speakers}}, {{needed}} needed. Ask clients, or write down who else named it',
      profile_too_low: 'Profile score {{score}}, threshold {{threshold}}. New evidence would help',
      profile_unanswered: 'Or weigh it against the ideal profile: there are no answers yet',
    },
    refusals: {},
  },
};
