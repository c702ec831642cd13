import type { NoticeKind } from '../contract/kinds.ts';
import type { InBoth } from './say.ts';

/** How the Monday letter calls each kind; the page of choices has its own words beside these. */
export const KIND_NAMES: Readonly<Record<NoticeKind, InBoth>> = {
  deals: { ru: 'Клиенты и сделки', en: 'Clients and deals' },
  money: { ru: 'Деньги', en: 'Money' },
  documents: { ru: 'Договорённости и документы', en: 'Agreements and documents' },
  talk: { ru: 'Вопросы и ответы', en: 'Questions and answers' },
  conveyor: { ru: 'Этапы и пилоты', en: 'Stages and pilots' },
  plans: { ru: 'Общие планы', en: 'Joint plans' },
  flags: { ru: 'Красные флаги', en: 'Red flags' },
  scores: { ru: 'Доверие и пульс', en: 'Trust and pulse' },
  library: { ru: 'Материалы', en: 'Materials' },
  digest: { ru: 'Итоги недели', en: 'The week' },
};
