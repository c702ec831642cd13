export const refusals = {
  ru: {
    flag_unknown: 'Такого флага нет. Вернитесь к списку флагов.',
    flag_decided: {
      what: 'Флаг уже разобран.',
      change: 'Снятый и закрытый флаг не меняют: если признак появится снова, поднимется новый.',
    },
    flag_stands: {
      what: 'Такой флаг на партнёре уже стоит.',
      change: 'Откройте его и добавьте то, что узнали.',
    },
    flag_of_another: 'Это флаг другого партнёра. Выберите флаг этого.',
    held_already: {
      what: 'Деньги по этому флагу уже заморожены до {{until}}.',
      change: 'Снимите флаг или закройте инцидент – деньги разморозятся.',
    },
    due_in_past: 'День ответа уже прошёл. Выберите сегодня или позже.',
    question_unknown: 'Такого вопроса нет. Вернитесь к списку.',
    answered_already: {
      what: 'На этот вопрос уже ответили.',
      change: 'Если есть что добавить, напишите в «Связь».',
    },
    question_closed: {
      what: 'Вопрос закрыт: отвечать уже не нужно.',
      change: 'Если есть что сказать, напишите в «Связь».',
    },
    incident_unknown: 'Такого инцидента нет. Вернитесь к флагу.',
    incident_closed: 'Инцидент уже закрыт.',
    no_incident: {
      what: 'Флаг ещё не признан инцидентом.',
      change: 'Решите: снять с объяснением или признать инцидентом.',
    },
    four_answers: {
      what: 'Инцидент не закрывают без четырёх ответов.',
      change: 'Запишите: что сломалось, как исправили, кто отвечает, к какому дню.',
    },
    fixed_in_future: 'Исправление ещё впереди. Закрывайте, когда проверили.',
    incident_open: {
      what: 'У партнёра есть незакрытый инцидент.',
      change: 'Закройте его: четыре ответа и проверенное исправление.',
      who: 'Решает руководитель ОПП.',
    },
    flag_open: {
      what: 'На партнёре стоит серьёзный флаг.',
      change: 'Снимите его с объяснением или закройте как инцидент.',
      who: 'Решает руководитель ОПП.',
    },
    breach_unknown: 'Такого нарушения нет, или его уже взяли назад.',
    threshold_unknown: 'У этого детектора нет порога «{{threshold}}».',
    answer_unknown: 'Такого ответа нет. Выберите из списка.',
    looked_already: 'Проверка уже прошла. Обновите страницу.',
  },
  en: {
    flag_unknown: 'There is no such flag. Go back to the list.',
    flag_decided: {
      what: 'The flag is decided already.',
      change: 'A lifted or closed flag does not change: if the sign comes again, a new one is raised.',
    },
    flag_stands: {
      what: 'Such a flag stands on the partner already.',
      change: 'Open it and add what you learned.',
    },
    flag_of_another: 'It is a flag of another partner. Choose one of this partner.',
    held_already: {
      what: 'Money of this flag is held until {{until}} already.',
      change: 'Lift the flag or close the incident: the money is released.',
    },
    due_in_past: 'The day of the answer has passed. Choose today or later.',
    question_unknown: 'There is no such question. Go back to the list.',
    answered_already: {
      what: 'This question is answered already.',
      change: 'If there is more to say, write it under “Talk to us”.',
    },
    question_closed: {
      what: 'The question is closed: no answer is needed.',
      change: 'If there is something to say, write it under “Talk to us”.',
    },
    incident_unknown: 'There is no such incident. Go back to the flag.',
    incident_closed: 'The incident is closed already.',
    no_incident: {
      what: 'The flag is no incident yet.',
      change: 'Decide: lift it with an explanation or make it an incident.',
    },
    four_answers: {
      what: 'An incident is not closed without the four answers.',
      change: 'Write down what broke, how it is fixed, who answers, and by when.',
    },
    fixed_in_future: 'The fix is still ahead. Close it when it was verified.',
    incident_open: {
      what: 'The partner has an incident that is not closed.',
      change: 'Close it: four answers and a verified fix.',
      who: 'The head of partnerships decides.',
    },
    flag_open: {
      what: 'A serious flag stands on the partner.',
      change: 'Lift it with an explanation or close it as an incident.',
      who: 'The head of partnerships decides.',
    },
    breach_unknown: 'There is no such breach, or it was taken back.',
    threshold_unknown: 'This detector has no threshold “{{threshold}}”.',
    answer_unknown: 'There is no such answer. Choose from the list.',
    looked_already: 'The look was made already. Refresh the page.',
  },
};
