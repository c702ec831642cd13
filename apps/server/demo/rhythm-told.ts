import type { EffortKind, ExchangeKind, PlanKind, Side } from '@mosty/rhythm/contract';

interface Week {
  readonly partner: string;
  readonly daysAgo: number;
  readonly fix: string;
  readonly step: string;
  /** From the day it was written. */
  readonly inDays: number;
  readonly minutes: number;
  readonly isDone?: boolean;
}

export const WEEKS: readonly Week[] = [
  {
    partner: 'Вектор CRM',
    daysAgo: 54,
    fix: 'Присылать материалы за неделю, а не в день запуска',
    step: 'Отдать баннеры к распродаже',
    inDays: 7,
    minutes: 35,
    isDone: true,
  },
  {
    partner: 'Вектор CRM',
    daysAgo: 47,
    fix: 'Отвечать на вопросы внедренцев в общем чате в тот же день',
    step: 'Узнать, что предлагает им конкурент',
    inDays: 7,
    minutes: 25,
  },
  {
    partner: 'Цифра и баланс',
    daysAgo: 16,
    fix: 'Считать экономию клиента в рублях, а не в часах',
    step: 'Собрать пример расчёта для бухгалтера',
    inDays: 7,
    minutes: 30,
    isDone: true,
  },
  {
    partner: 'Цифра и баланс',
    daysAgo: 5,
    fix: 'Показывать остатки до начала разговора о цене',
    step: 'Провести встречу с тремя клиентами',
    inDays: 9,
    minutes: 30,
  },
  {
    partner: 'Оптовик Денис',
    daysAgo: 12,
    fix: 'Одна мысль в одном выпуске',
    step: 'Согласовать сценарий выпуска о пересорте',
    inDays: 10,
    minutes: 20,
    isDone: true,
  },
  {
    partner: 'Оптовик Денис',
    daysAgo: 4,
    fix: 'Ставить ссылку в первый комментарий, а не в описание',
    step: 'Прислать цифры переходов за выпуск',
    inDays: 8,
    minutes: 20,
  },
  {
    partner: 'ДваБайта',
    daysAgo: 9,
    fix: 'Передавать клиента до показа, а не после',
    step: 'Разобрать вместе спор о клиенте',
    inDays: 7,
    minutes: 40,
  },
  {
    partner: 'Банк «Берег»',
    daysAgo: 20,
    fix: 'Один человек для вопросов с каждой стороны',
    step: 'Обновить письмо клиентам банка',
    inDays: 21,
    minutes: 45,
  },
  {
    partner: 'Склад без паники',
    daysAgo: 8,
    fix: 'Отвечать на вопросы подписчиков два дня подряд',
    step: 'Выбрать тему следующего разбора',
    inDays: 6,
    minutes: 15,
  },
  {
    partner: 'Учётный двор',
    daysAgo: 11,
    fix: 'Спрашивать клиента о результате через месяц',
    step: 'Позвонить двум клиентам после внедрения',
    inDays: 14,
    minutes: 25,
  },
];

interface Planned {
  readonly partner: string;
  readonly kind: PlanKind;
  readonly title: string;
  readonly side: Side;
  /** Days from today; null: nobody said when. */
  readonly onDay: number | null;
  readonly benefit: string | null;
  readonly message: string | null;
  readonly support: string | null;
  readonly outcome?: string;
}

export const PLAN: readonly Planned[] = [
  {
    partner: 'Цифра и баланс',
    kind: 'webinar',
    title: 'Остатки без сюрпризов: разбор на живом складе',
    side: 'both',
    onDay: -21,
    benefit: 'Каждый увидит, где у него теряются остатки',
    message: 'Пересорт – это не люди, а порядок действий',
    support: 'Неделю отвечаем на вопросы в чате',
    outcome: 'Пришли 64 человека, девять попросили показ',
  },
  {
    partner: 'Финансы простыми словами',
    kind: 'content',
    title: 'Серия: деньги на складе',
    side: 'theirs',
    onDay: -14,
    benefit: 'Читатель считает, во сколько ему обходится пересорт',
    message: 'Порядок на складе – это деньги, а не чистота',
    support: 'Отвечаем в комментариях неделю',
    outcome: 'Прочли 4 100 человек, одиннадцать задали вопросы',
  },
  {
    partner: 'Вектор CRM',
    kind: 'mailing',
    title: 'Письмо клиентам о связке склада и CRM',
    side: 'ours',
    onDay: -9,
    benefit: 'Заявки и остатки в одном окне',
    message: 'Менеджер больше не обещает то, чего нет',
    support: 'Настройка за один день вместе с внедренцем',
  },
  {
    partner: 'Оптовик Денис',
    kind: 'content',
    title: 'Выпуск: как я перестал продавать воздух',
    side: 'theirs',
    onDay: 5,
    benefit: 'Порядок приёмки, который можно повторить завтра',
    message: 'Честный рассказ о своей ошибке',
    support: 'Отвечает на комментарии три дня, мы – на технические',
  },
  {
    partner: 'ДваБайта',
    kind: 'training',
    title: 'Обучение внедренцев: первый склад за день',
    side: 'ours',
    onDay: 11,
    benefit: 'Внедренец сам запускает первый склад',
    message: 'Быстрый первый результат важнее полной настройки',
    support: 'Куратор на две недели',
  },
  {
    partner: 'Банк «Берег»',
    kind: 'campaign',
    title: 'Расчётный счёт и склад для нового продавца',
    side: 'both',
    onDay: 26,
    benefit: 'Первый месяц склада без оплаты',
    message: 'Начать продавать и не запутаться',
    support: 'Горячая линия и разбор первого отчёта',
  },
  {
    partner: 'Склад без паники',
    kind: 'content',
    title: 'Разбор склада подписчика',
    side: 'theirs',
    onDay: 18,
    benefit: 'Готовый список проверок',
    message: null,
    support: 'Ответы в комментариях',
  },
  {
    partner: 'Клуб оптовиков Поволжья',
    kind: 'event',
    title: 'Встреча клуба на складе участника',
    side: 'both',
    onDay: null,
    benefit: 'Посмотреть живой склад и задать вопросы хозяину',
    message: 'Порядок видно, о нём не рассказывают',
    support: null,
  },
];

interface Publication {
  readonly partner: string;
  readonly title: string;
  readonly platform: string;
  readonly onDay: number;
  readonly isAd: boolean;
  readonly erid?: string;
  readonly operator?: string;
  readonly registeredBy?: 'ours' | 'theirs';
  readonly label?: string;
  readonly followers?: number;
  readonly registerProof?: string;
  readonly url?: string;
  /** The item of the joint plan it belongs to. */
  readonly partOf?: string;
}

const LABEL = 'Реклама. ООО «Полка Софт», erid: ';

/** Story 9: twenty-four thousand followers and no proof of the register, so it may not go out. */
export const PUBLICATIONS: readonly Publication[] = [
  {
    partner: 'Обзор полки',
    title: 'Три программы для склада: честное сравнение',
    platform: 'ВКонтакте',
    onDay: 4,
    isAd: true,
    erid: 'demo2SDnjeUwQ4k',
    operator: 'ОРД демо',
    registeredBy: 'theirs',
    label: `${LABEL}demo2SDnjeUwQ4k`,
    followers: 24_000,
  },
  {
    partner: 'Оптовик Денис',
    title: 'Выпуск: как я перестал продавать воздух',
    platform: 'ВКонтакте',
    onDay: 5,
    isAd: true,
    erid: 'demo2SDnjbZ7R1p',
    operator: 'ОРД демо',
    registeredBy: 'ours',
    label: `${LABEL}demo2SDnjbZ7R1p`,
    partOf: 'Выпуск: как я перестал продавать воздух',
    followers: 18_500,
    registerProof: 'Запись в перечне РКН, демо',
  },
  {
    partner: 'Финансы простыми словами',
    title: 'Сколько стоит пересорт',
    platform: 'Дзен',
    onDay: -15,
    isAd: true,
    erid: 'demo2SDnjh8TkLm',
    operator: 'ОРД демо',
    registeredBy: 'ours',
    label: `${LABEL}demo2SDnjh8TkLm`,
    followers: 6_200,
    url: 'https://example.ru/peresort',
    partOf: 'Серия: деньги на складе',
  },
];

interface Exchanged {
  readonly partner: string;
  readonly daysAgo: number;
  readonly direction: 'given' | 'received';
  readonly kind: ExchangeKind;
  readonly text: string;
  readonly estimateMinor?: number;
}

export const EXCHANGES: readonly Exchanged[] = [
  {
    partner: 'Цифра и баланс',
    daysAgo: 40,
    direction: 'given',
    kind: 'newsletter',
    text: 'Колонка в нашей рассылке на 3 200 человек',
    estimateMinor: 4_000_000,
  },
  {
    partner: 'Цифра и баланс',
    daysAgo: 21,
    direction: 'received',
    kind: 'insight',
    text: 'Двенадцать вопросов, которые бухгалтеры задают до покупки',
    estimateMinor: 3_000_000,
  },
  {
    partner: 'Вектор CRM',
    daysAgo: 90,
    direction: 'received',
    kind: 'client_help',
    text: 'Помогли чужому клиенту с переносом остатков',
    estimateMinor: 2_500_000,
  },
  {
    partner: 'ДваБайта',
    daysAgo: 30,
    direction: 'received',
    kind: 'introduction',
    text: 'Познакомили с ассоциацией поставщиков',
  },
  {
    partner: 'Оптовик Денис',
    daysAgo: 25,
    direction: 'given',
    kind: 'access',
    text: 'Ранний доступ к учёту по партиям',
  },
];

interface Thanked {
  readonly partner: string;
  readonly daysAgo: number;
  readonly kind: 'highlight' | 'thanks' | 'gift';
  readonly text: string;
}

export const THANKS: readonly Thanked[] = [
  {
    partner: 'Цифра и баланс',
    daysAgo: 20,
    kind: 'highlight',
    text: 'Рассказали о разборе склада у себя на сайте',
  },
  { partner: 'Оптовик Денис', daysAgo: 60, kind: 'gift', text: 'Книга с подписью команды к сотому выпуску' },
  {
    partner: 'ДваБайта',
    daysAgo: 75,
    kind: 'thanks',
    text: 'Личное письмо собственника за терпение в споре',
  },
];

/** Who gets the letter of the month, is invited to hours of questions and to the common call. */
export const WRITTEN_TO: readonly string[] = [
  'Цифра и баланс',
  'ДваБайта',
  'Оптовик Денис',
  'Банк «Берег»',
  'Склад без паники',
  'Учётный двор',
];

interface Effort {
  readonly partner: string;
  readonly daysAgo: number;
  readonly kind: EffortKind;
  readonly minutes: number;
  readonly note: string;
}

export const EFFORTS: readonly Effort[] = [
  { partner: 'ДваБайта', daysAgo: 3, kind: 'call', minutes: 25, note: 'Разобрали, когда передавать клиента' },
  { partner: 'Оптовик Денис', daysAgo: 2, kind: 'letter', minutes: 10, note: 'Спросили о цифрах выпуска' },
  {
    partner: 'Учётный двор',
    daysAgo: 1,
    kind: 'call',
    minutes: 15,
    note: 'Как прошло внедрение у двух клиентов',
  },
];
