export const names = {
  ru: {
    nav: {},
    actions: { logMention: 'Услышали имя' },
    names: {
      source: {
        survey: 'Опрос',
        support: 'Поддержка',
        sales: 'Продажи',
        public: 'Открытые места',
        intro: 'Знакомство',
        other: 'Другое',
      },
      question: { whom: 'Кого слушают', tools: 'Чем пользуются' },
    },
    refusals: {
      no_name: { what: 'Имя не написано.', change: 'Напишите, кого назвали: человека, сообщество, сервис.' },
      client_unknown: 'Такого клиента нет. Выберите его из списка.',
      not_yet_said: {
        what: 'Упоминание не может быть из будущего.',
        change: 'Укажите день, когда имя прозвучало.',
      },
      mention_unknown: 'Такого упоминания нет. Вернитесь к списку.',
      taken_back_already: 'Это упоминание уже отозвано.',
      name_unknown: 'Такого имени нет. Вернитесь к поиску.',
      same_name: { what: 'Это одно и то же имя.', change: 'Выберите другое имя, с которым объединить.' },
      name_merged: {
        what: 'Это написание уже объединено с другим именем.',
        change: 'Откройте основное имя или сначала разделите их.',
      },
      not_merged: 'Это имя ни с чем не объединено.',
      both_taken: {
        what: 'Оба имени взяты в работу: это два партнёра.',
        change: 'Сначала закройте одного из партнёров как дубль.',
      },
      taken_already: {
        what: 'Имя уже взято в работу.',
        change: 'Дальше его ведут в карточке партнёра и в воронке.',
      },
      never_said: {
        what: 'Это имя никто не называл: все упоминания отозваны.',
        change: 'Запишите, где его услышали.',
      },
    },
  },
  en: {
    nav: {},
    actions: { logMention: 'A name was heard' },
    names: {
      source: {
        survey: 'Survey',
        support: 'Support',
        sales: 'Sales',
        public: 'In the open',
        intro: 'Introduction',
        other: 'Other',
      },
      question: { whom: 'Whom they listen to', tools: 'What they use' },
    },
    refusals: {
      no_name: { what: 'There is no name.', change: 'Write who was named: a person, a community, a service.' },
      client_unknown: 'There is no such client. Choose one from the list.',
      not_yet_said: {
        what: 'A mention cannot be of the future.',
        change: 'Give the day on which the name was said.',
      },
      mention_unknown: 'There is no such mention. Go back to the list.',
      taken_back_already: 'This mention was taken back already.',
      name_unknown: 'There is no such name. Go back to the search.',
      same_name: { what: 'This is one and the same name.', change: 'Choose another name to merge with.' },
      name_merged: {
        what: 'This spelling is merged into another name already.',
        change: 'Open the main name, or part them first.',
      },
      not_merged: 'This name is merged with nothing.',
      both_taken: {
        what: 'Both names are taken into work: these are two partners.',
        change: 'Decline one of the partners as a duplicate first.',
      },
      taken_already: {
        what: 'The name is taken into work already.',
        change: 'It goes on in the partner’s card and in the pipeline.',
      },
      never_said: {
        what: 'Nobody named it: every mention was taken back.',
        change: 'Write down where it was heard.',
      },
    },
  },
};
