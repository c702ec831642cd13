import type { ModuleWords } from '@mosty/ui-kit';
import { book } from './words/book.ts';
import { costs } from './words/costs.ts';
import { live } from './words/live.ts';
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
    nav: { deals: 'Сделки', refunds: 'Возвраты', costs: 'Расходы на канал', ...work.ru.nav },
    actions: {
      recordSale: 'Внести продажу',
      recordCost: 'Внести расход',
      playSale: 'Сыграть продажу',
      ...work.ru.actions,
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
    nav: { deals: 'Deals', refunds: 'Refunds', costs: 'Channel costs', ...work.en.nav },
    actions: {
      recordSale: 'Record a sale',
      recordCost: 'Record a cost',
      playSale: 'Play a sale',
      ...work.en.actions,
    },
    refusals: refusals.en,
  },
} satisfies ModuleWords;
