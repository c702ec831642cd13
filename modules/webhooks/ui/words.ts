import type { ModuleWords } from '@mosty/ui-kit';

export const words = {
  ru: {
    nav: { endpoints: 'Endpoints' },
    page: {
      title: 'Что у нас есть: endpoints',
      name: 'Название',
      since: 'С какого дня',
      emptyTitle: 'Здесь пока пусто',
      emptyText: 'Первая запись появится, когда её заведут через API.',
    },
    refusals: {
      name_says_nothing: 'В названии нет ни буквы, ни цифры. Назовите так, чтобы узнать потом.',
      name_taken: '«{{name}}» уже есть. Откройте ту запись или выберите другое название.',
    },
  },
  en: {
    nav: { endpoints: 'Endpoints' },
    page: {
      title: 'What we have: endpoints',
      name: 'Name',
      since: 'Since',
      emptyTitle: 'Nothing here yet',
      emptyText: 'The first one appears when somebody creates it by the API.',
    },
    refusals: {
      name_says_nothing: 'The name has neither a letter nor a digit. Give one you will know again.',
      name_taken: '“{{name}}” is there already. Open that one or choose another name.',
    },
  },
} as const satisfies ModuleWords;
