export const answers: Readonly<
  Record<string, (query: URLSearchParams, rights: readonly string[]) => unknown>
> = {
  'GET /v1/me': (_query, rights) => ({
    member: {
      id: 'mem_01k9000000e2m000000000000a',
      name: 'Ирина Соколова',
      email: 'irina@example.ru',
      role: 'owner',
      partnerId: null,
    },
    workspace: {
      id: '0190b1a0-0000-7000-8000-000000000000',
      name: 'Полка Софт',
      zone: 'Europe/Moscow',
      currency: 'RUB',
      language: 'ru',
      isDemo: true,
    },
    looking: null,
    can: Object.fromEntries(rights.map((right) => [right, true])),
  }),
  'POST /v1/demo-session': () => ({ name: 'Ирина Соколова', role: 'owner' }),
  'GET /v1/search': (query) => ({
    items: ['Вектор CRM', 'Цифра и баланс', 'Учётный двор', 'Клуб оптовиков Поволжья']
      .filter((name) => name.toLocaleLowerCase('ru').includes((query.get('q') ?? '').toLocaleLowerCase('ru')))
      .map((name, place) => ({ what: 'partner', id: `par_${place}`, name, hint: 'Казань', archived: false })),
  }),
};
