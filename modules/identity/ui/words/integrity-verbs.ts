/** What the journal says of flags, incidents and breaches. */
export const integrityVerbs = {
  ru: {
    integrity: {
      look_for_flags: 'Детекторы проверили партнёров',
      raise_flag: 'Поднят красный флаг',
      ask_partner: 'Партнёра спросили о флаге',
      answer_question: 'Партнёр ответил на вопрос о флаге',
      hold_for_flag: 'Начисления заморожены из-за флага',
      lift_flag: 'Флаг снят с объяснением',
      make_incident: 'Флаг признан инцидентом',
      answer_incident: 'Записаны ответы об инциденте',
      close_incident: 'Инцидент закрыт',
      record_breach: 'Записано нарушение кодекса',
      take_back_breach: 'Нарушение кодекса взято назад',
      set_detector: 'Детектор настроен',
      set_policy: 'Наше имя и сезоны настроены',
      answer_about_partner: 'Дан ответ на вопрос о партнёре',
    },
  },
  en: {
    integrity: {
      look_for_flags: 'Detectors looked at partners',
      raise_flag: 'A red flag was raised',
      ask_partner: 'The partner was asked about a flag',
      answer_question: 'The partner answered about a flag',
      hold_for_flag: 'Accruals held because of a flag',
      lift_flag: 'The flag was lifted with an explanation',
      make_incident: 'The flag became an incident',
      answer_incident: 'Answers of an incident written down',
      close_incident: 'The incident was closed',
      record_breach: 'A breach of the code written down',
      take_back_breach: 'A breach of the code taken back',
      set_detector: 'A detector was set',
      set_policy: 'Our name and seasons were set',
      answer_about_partner: 'A question about a partner was answered',
    },
  },
};
