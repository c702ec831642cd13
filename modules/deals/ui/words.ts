import type { ModuleWords } from '@mosty/ui-kit';
import { book } from './words/book.ts';
import { costs } from './words/costs.ts';
import { live } from './words/live.ts';
import { own } from './words/own.ts';
import { refunds } from './words/refunds.ts';
import { refusals } from './words/refusals.ts';
import { sale } from './words/sale.ts';
import { work } from './words/work.ts';

export const words = {
  ru: {
    ...book.ru,
    ...sale.ru,
    ...refunds.ru,
    ...costs.ru,
    work: work.ru,
    live: live.ru,
    own: own.ru,
    nav: { deals: 'Сделки', refunds: 'Возвраты', costs: 'Расходы на канал', ...work.ru.nav, ...own.ru.nav },
    actions: {
      recordSale: 'Внести продажу',
      recordCost: 'Внести расход',
      playSale: 'Сыграть продажу',
      ...work.ru.actions,
    },
    portalTasks: {
      your_turn: 'Ваш ход в сделке «{{title}}»',
      your_turns_one: 'Ваш ход в {{count}} сделке',
      your_turns_few: 'Ваш ход в {{count}} сделках',
      your_turns_many: 'Ваш ход в {{count}} сделках',
      your_turns_other: 'Ваш ход в {{count}} сделках',
      registration_answered: 'Мы ответили на заявку «{{title}}»',
      registrations_answered_one: 'Мы ответили на {{count}} заявку',
      registrations_answered_few: 'Мы ответили на {{count}} заявки',
      registrations_answered_many: 'Мы ответили на {{count}} заявок',
      registrations_answered_other: 'Мы ответили на {{count}} заявки',
    },
    refusals: refusals.ru,
  },
  en: {
    ...book.en,
    ...sale.en,
    ...refunds.en,
    ...costs.en,
    work: work.en,
    live: live.en,
    own: own.en,
    nav: { deals: 'Deals', refunds: 'Refunds', costs: 'Channel costs', ...work.en.nav, ...own.en.nav },
    actions: {
      recordSale: 'Record a sale',
      recordCost: 'Record a cost',
      playSale: 'Play a sale',
      ...work.en.actions,
    },
    portalTasks: {
      your_turn: 'Your move in “{{title}}”',
      your_turns_one: 'Your move in {{count}} deal',
      your_turns_other: 'Your move in {{count}} deals',
      registration_answered: 'We answered your registration “{{title}}”',
      registrations_answered_one: 'We answered {{count}} registration',
      registrations_answered_other: 'We answered {{count}} registrations',
    },
    refusals: refusals.en,
  },
} satisfies ModuleWords;
