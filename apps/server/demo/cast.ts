/** People and partners of the demo company. All names are invented; addresses are of example.ru, phones of +7 000. */

export const COMPANY = {
  name: 'Полка Софт',
  legalName: 'ООО «Полка Софт»',
  zone: 'Europe/Moscow',
  currency: 'RUB',
} as const;

export const PEOPLE = [
  { role: 'owner', name: 'Ирина Соколова', email: 'irina@example.ru' },
  { role: 'head', name: 'Павел Ершов', email: 'pavel@example.ru' },
  { role: 'manager', name: 'Мария Лунёва', email: 'maria@example.ru' },
  { role: 'manager', name: 'Артём Гусев', email: 'artem@example.ru' },
  { role: 'finance', name: 'Ольга Дёмина', email: 'olga@example.ru' },
  { role: 'analyst', name: 'Тимур Аминов', email: 'timur@example.ru' },
  { role: 'voice', name: 'Вера Климова', email: 'vera@example.ru' },
] as const;

export type Class = 'referral' | 'partner_sales' | 'alliance';
export type Kind =
  | 'client'
  | 'ally'
  | 'agent'
  | 'integrator'
  | 'consultant'
  | 'community'
  | 'affiliate'
  | 'creator'
  | 'ambassador';

export interface CastPartner {
  readonly name: string;
  readonly class: Class;
  readonly kind: Kind;
  /** How many clients it brings in all; 0 never sold. */
  readonly clients: number;
  /** Months after its launch to the first sale. */
  readonly firstAfter: number;
  /** Month of the company's history (0 the first, 17 the last) in which it was launched; null never was. */
  readonly launched: number | null;
  /** Its clients stopped paying this many months ago: it counts as active no more. */
  readonly quietFor?: number;
  readonly track?: 'high_touch' | 'scaled';
  readonly purpose?: string;
  readonly city?: string;
  readonly left?: number;
  /** Signed so many months before it was written down here. */
  readonly signedBefore?: number;
  /** Came by a pilot that began in this month; its agreement is in force from then on. */
  readonly piloted?: number;
}

const network: CastPartner[] = [
  // The four that carry almost half of it (S1.22).
  {
    name: 'Вектор CRM',
    class: 'partner_sales',
    kind: 'integrator',
    clients: 24,
    firstAfter: 0,
    launched: 1,
    track: 'high_touch',
    city: 'Казань',
    purpose: 'Внедряют CRM оптовикам и ставят «Полку» там, где склад ведут в таблицах',
  },
  {
    name: 'Цифра и баланс',
    class: 'partner_sales',
    kind: 'consultant',
    clients: 19,
    firstAfter: 0,
    launched: 2,
    track: 'high_touch',
    city: 'Москва',
    purpose: 'Бухгалтеры маркетплейсов: видят, у кого не сходятся остатки',
  },
  {
    name: 'Оптовик Денис',
    class: 'partner_sales',
    kind: 'creator',
    clients: 16,
    firstAfter: 0,
    launched: 8,
    track: 'high_touch',
    city: 'Екатеринбург',
    purpose: 'Ведёт разборы складов: его смотрят те, кто дорос до учёта',
  },
  {
    name: 'ДваБайта',
    class: 'partner_sales',
    kind: 'integrator',
    clients: 14,
    firstAfter: 0,
    launched: 3,
    track: 'high_touch',
    city: 'Новосибирск',
    purpose: 'Связывают кассы, сайты и склад у розницы Сибири',
  },
  {
    name: 'Учётный двор',
    class: 'partner_sales',
    kind: 'consultant',
    clients: 11,
    firstAfter: 0,
    launched: 4,
    city: 'Пермь',
    purpose: 'Ведут учёт оптовых компаний и развивают наших клиентов',
  },
  {
    name: 'СравниСофт',
    class: 'partner_sales',
    kind: 'affiliate',
    clients: 9,
    firstAfter: 1,
    launched: 5,
    city: 'Москва',
    purpose: 'Каталог программ: приводит тех, кто уже выбирает',
  },
  {
    name: 'Склад без паники',
    class: 'partner_sales',
    kind: 'creator',
    clients: 8,
    firstAfter: 1,
    launched: 7,
    city: 'Тула',
  },
  {
    name: 'Логист-Партнёр',
    class: 'partner_sales',
    kind: 'agent',
    clients: 7,
    firstAfter: 0,
    launched: 6,
    city: 'Самара',
  },
  {
    name: 'Клуб поставщиков Юга',
    class: 'partner_sales',
    kind: 'community',
    clients: 6,
    firstAfter: 1,
    launched: 6,
    city: 'Краснодар',
  },
  {
    name: 'Бухгалтерия Рябининой',
    class: 'partner_sales',
    kind: 'consultant',
    clients: 5,
    firstAfter: 2,
    launched: 9,
    city: 'Рязань',
  },
  {
    name: 'Касса и кофе',
    class: 'partner_sales',
    kind: 'agent',
    clients: 4,
    firstAfter: 1,
    launched: 10,
    city: 'Калининград',
  },
  {
    name: 'Мама на Озоне',
    class: 'partner_sales',
    kind: 'ambassador',
    clients: 4,
    firstAfter: 2,
    launched: 11,
    city: 'Воронеж',
  },
  {
    name: 'Светлана Р.',
    class: 'partner_sales',
    kind: 'consultant',
    clients: 4,
    firstAfter: 1,
    launched: 8,
    city: 'Омск',
    purpose: 'Самозанятый бухгалтер: советует «Полку» своим клиентам',
  },
  {
    name: 'Купонатор24',
    class: 'partner_sales',
    kind: 'affiliate',
    clients: 7,
    firstAfter: 0,
    launched: 12,
    city: 'Москва',
    purpose: 'Сайт промокодов: приводит тех, кто ищет скидку',
  },
  {
    name: 'Склад на Каширке',
    class: 'partner_sales',
    kind: 'agent',
    clients: 3,
    firstAfter: 3,
    launched: 12,
    piloted: 15,
    city: 'Москва',
    purpose: 'Хранят товар наших клиентов и видят, где не сходятся остатки',
  },
  // Sold once and fell silent.
  {
    name: 'Клуб оптовиков Поволжья',
    class: 'partner_sales',
    kind: 'community',
    clients: 5,
    firstAfter: 0,
    launched: 7,
    quietFor: 3,
    city: 'Саратов',
    purpose: 'Собирают оптовиков Поволжья и водят их по живым складам',
  },
  {
    name: 'Айти-Мост',
    class: 'partner_sales',
    kind: 'integrator',
    clients: 3,
    firstAfter: 1,
    launched: 2,
    quietFor: 5,
    city: 'Ижевск',
  },
  {
    name: 'Рынок и сервис',
    class: 'partner_sales',
    kind: 'agent',
    clients: 2,
    firstAfter: 2,
    launched: 3,
    quietFor: 6,
    city: 'Томск',
  },
  {
    name: 'Финансы простыми словами',
    class: 'partner_sales',
    kind: 'creator',
    clients: 2,
    firstAfter: 1,
    launched: 5,
    quietFor: 7,
    city: 'Москва',
  },
  {
    name: 'Обзор полки',
    class: 'partner_sales',
    kind: 'creator',
    clients: 2,
    firstAfter: 2,
    launched: 6,
    quietFor: 5,
    city: 'Ярославль',
  },
  {
    name: 'Веб-Справка',
    class: 'partner_sales',
    kind: 'affiliate',
    clients: 2,
    firstAfter: 0,
    launched: 4,
    quietFor: 8,
    city: 'Тверь',
  },
  {
    name: 'Софт-Каталог',
    class: 'partner_sales',
    kind: 'affiliate',
    clients: 1,
    firstAfter: 3,
    launched: 5,
    quietFor: 6,
    city: 'Курск',
  },
  {
    name: 'Торговый дом Гранит',
    class: 'partner_sales',
    kind: 'agent',
    clients: 1,
    firstAfter: 2,
    launched: 7,
    quietFor: 5,
    city: 'Липецк',
  },
  {
    name: 'Консалт-Сибирь',
    class: 'partner_sales',
    kind: 'consultant',
    clients: 1,
    firstAfter: 4,
    launched: 4,
    quietFor: 4,
    city: 'Барнаул',
  },
  {
    name: 'Ассоциация «Свой склад»',
    class: 'partner_sales',
    kind: 'community',
    clients: 1,
    firstAfter: 3,
    launched: 8,
    quietFor: 4,
    city: 'Москва',
  },
  {
    name: 'Лицо рынка',
    class: 'partner_sales',
    kind: 'ambassador',
    clients: 1,
    firstAfter: 1,
    launched: 9,
    quietFor: 4,
    city: 'Сочи',
  },
  {
    name: 'Промо-Ключ',
    class: 'partner_sales',
    kind: 'affiliate',
    clients: 1,
    firstAfter: 1,
    launched: 9,
    quietFor: 5,
    city: 'Москва',
  },
  {
    name: 'Интегратор «Узел»',
    class: 'partner_sales',
    kind: 'integrator',
    clients: 1,
    firstAfter: 2,
    launched: 10,
    quietFor: 4,
    city: 'Владимир',
  },
  // Launched and never sold.
  ...['Кодовая база', 'Новый прилавок', 'Агентство «Рост»'].map(
    (name): CastPartner => ({
      name,
      class: 'partner_sales',
      kind: 'agent',
      clients: 0,
      firstAfter: 0,
      launched: 11,
    }),
  ),
  ...['Выгодный софт', 'Топ-Промо', 'Кабинет продавца'].map(
    (name): CastPartner => ({
      name,
      class: 'partner_sales',
      kind: 'affiliate',
      clients: 0,
      firstAfter: 0,
      launched: 12,
    }),
  ),
  ...['Блог «Оборот»', 'Ольга считает', 'Канал «Паллета»'].map(
    (name): CastPartner => ({
      name,
      class: 'partner_sales',
      kind: 'creator',
      clients: 0,
      firstAfter: 0,
      launched: 13,
    }),
  ),
  ...['Амбассадор Алина', 'Амбассадор Егор'].map(
    (name): CastPartner => ({
      name,
      class: 'partner_sales',
      kind: 'ambassador',
      clients: 0,
      firstAfter: 0,
      launched: 14,
    }),
  ),
  {
    name: 'Учёт-Центр «Восток»',
    class: 'partner_sales',
    kind: 'consultant',
    clients: 0,
    firstAfter: 0,
    launched: 15,
  },
];

const alliances: CastPartner[] = [
  {
    name: 'Банк «Берег»',
    class: 'alliance',
    kind: 'ally',
    clients: 6,
    firstAfter: 1,
    launched: 5,
    track: 'high_touch',
    city: 'Москва',
    purpose: 'Счёт и склад в одном окне для оптовых клиентов банка',
  },
  {
    name: 'Академия торговли',
    class: 'alliance',
    kind: 'ally',
    clients: 3,
    firstAfter: 2,
    launched: 7,
    city: 'Москва',
    purpose: 'Общий курс для владельцев магазинов',
  },
  {
    name: 'Доставка «Рейс»',
    class: 'alliance',
    kind: 'ally',
    clients: 2,
    firstAfter: 3,
    launched: 9,
    city: 'Санкт-Петербург',
    purpose: 'Заявка на доставку прямо из «Полки»',
  },
  {
    name: 'Касса-Техно',
    class: 'alliance',
    kind: 'ally',
    clients: 0,
    firstAfter: 0,
    launched: 0,
    signedBefore: 6,
    city: 'Москва',
    purpose: 'Кассы и склад рядом на сайтах: собирались делать общее дело',
  },
];

const gone: CastPartner[] = [
  {
    name: 'Трафик-Маг',
    class: 'partner_sales',
    kind: 'affiliate',
    clients: 2,
    firstAfter: 1,
    launched: 3,
    quietFor: 9,
    left: 11,
    city: 'Москва',
    purpose: 'Покупали рекламу для складских программ',
  },
  {
    name: 'Мамин опт',
    class: 'partner_sales',
    kind: 'creator',
    clients: 0,
    firstAfter: 0,
    launched: 10,
    piloted: 12,
    left: 14,
    city: 'Казань',
    purpose: 'Рассказывала мамам, как торговать с маленького склада',
  },
  {
    name: 'СкидкаДня',
    class: 'partner_sales',
    kind: 'affiliate',
    clients: 1,
    firstAfter: 0,
    launched: 6,
    quietFor: 10,
    left: 12,
    city: 'Москва',
  },
];

/** Talked to, not partners: contacts in the telephone (S2.19). */
const contacts: CastPartner[] = [
  'Студия «Прилавок»',
  'Канал «Опт без воды»',
  'Сообщество «Юнит-экономика»',
  'Фулфилмент «Ряд»',
  'Эксперт Роман Фирсов',
  'Бизнес-клуб «Тоннаж»',
  'Агентство «Верста»',
  'Подкаст «Маржа»',
  'Тренер Лидия Ким',
].map((name) => ({ name, class: 'partner_sales', kind: 'agent', clients: 0, firstAfter: 0, launched: null }));

/** Names of the twelve clients that refer others; each becomes a referral partner once it has paid and got a result. */
export const REFERRERS = [
  'Хозтовары «Лад»',
  'Игрушки «Юла»',
  'ТД «Северный чай»',
  'Магазин «Краски дома»',
  'Оптовая база «Восход»',
  'ИП Назарова',
  '«Зерно и помол»',
  'Автозапчасти «Поршень»',
  'Текстиль «Иваново-Плюс»',
  '«Сад и грядка»',
  'Зоотовары «Хвост»',
  'Канцелярия «Скрепка»',
] as const;

export const CAST: readonly CastPartner[] = [...network, ...alliances, ...gone, ...contacts];
