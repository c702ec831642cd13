/** «Вознаграждения»: the list of schemes. */
export const rewards = {
  ru: {
    nav: { rewards: 'Вознаграждения', calculator: 'Калькулятор схем', accruals: 'Начисления' },
    actions: { newScheme: 'Новая схема вознаграждения', compare: 'Сравнить схемы' },
    rewards: {
      title: 'По каким правилам мы платим партнёрам',
      answer_one:
        'Действует {{count}} схема. Каждая показана словами, а её версии не меняются: вчерашние продажи остаются при своих условиях.',
      answer_few:
        'Действует {{count}} схемы. Каждая показана словами, а версии не меняются: вчерашние продажи остаются при своих условиях.',
      answer_many:
        'Действует {{count}} схем. Каждая показана словами, а версии не меняются: вчерашние продажи остаются при своих условиях.',
      answer_other:
        'Действует {{count}} схемы. Каждая показана словами, а версии не меняются: вчерашние продажи остаются при своих условиях.',
      views: 'Какие схемы показать',
      inUse: 'Действуют',
      archive: 'Архив',
      name: 'Схема',
      pays: 'Как платит',
      partners: 'Партнёров',
      version: 'Версия',
      versionSince: '{{version}}, с {{day}}',
      begins: 'Ещё не действует',
      draft: 'Черновик ждёт утверждения',
      compare: 'Сравнить три схемы',
      emptyTitle: 'Начните с готовой схемы',
      emptyText:
        'Шесть схем, которые встречаются чаще всего. Любую можно изменить под себя: сначала это черновик, в силу его вводит второй человек.',
      noArchive: 'В архиве пусто',
      noArchiveText: 'Сюда попадают схемы, по которым больше никому не платят.',
      templates: 'Готовые схемы',
      templatesNote: 'Ставки взяты с российского рынка 2025–2026 годов, меняйте под свою экономику.',
      take: 'Взять за основу',
      blank: 'Собрать с нуля',
    },
  },
  en: {
    nav: { rewards: 'Rewards', calculator: 'Scheme calculator', accruals: 'Accruals' },
    actions: { newScheme: 'New reward scheme', compare: 'Compare schemes' },
    rewards: {
      title: 'By which rules we pay partners',
      answer_one:
        '{{count}} scheme is in force. It is shown in words, and its versions never change: yesterday’s sales keep their terms.',
      answer_other:
        '{{count}} schemes are in force. Each is shown in words, and versions never change: yesterday’s sales keep their terms.',
      views: 'Which schemes to show',
      inUse: 'In force',
      archive: 'Archive',
      name: 'Scheme',
      pays: 'How it pays',
      partners: 'Partners',
      version: 'Version',
      versionSince: '{{version}}, since {{day}}',
      begins: 'Not in force yet',
      draft: 'A draft waits for approval',
      compare: 'Compare three schemes',
      emptyTitle: 'Begin with a ready scheme',
      emptyText:
        'The six schemes met most often. Any of them can be changed: first it is a draft, a second person puts it in force.',
      noArchive: 'The archive is empty',
      noArchiveText: 'Schemes that pay nobody any more come here.',
      templates: 'Ready schemes',
      templatesNote:
        'The rates were seen on the Russian market in 2025–2026; change them to fit your economics.',
      take: 'Take as a base',
      blank: 'Build from nothing',
    },
  },
};
