import { findWorkspace } from '@mosty/identity';
import type { Tx } from '@mosty/kernel/context';

/** Names of what a play makes: they stand in lists and in the journal, so they say that they are a trial. */
const NAMES = {
  ru: {
    partner: 'Партнёр для пробы',
    purpose: 'Показывает путь от перехода до проводки; уйдёт вместе с пробой',
    scheme: 'Проба: 10 %',
    link: 'Ссылка для пробы',
    client: (n: number) => `Клиент для пробы № ${n}`,
    sale: (n: number) => `ПРОБА-${n}`,
    undone: 'Проба убрана',
  },
  en: {
    partner: 'Trial partner',
    purpose: 'Shows the way from a click to the ledger; leaves with the trial',
    scheme: 'Trial: 10%',
    link: 'Trial link',
    client: (n: number) => `Trial client No. ${n}`,
    sale: (n: number) => `TRIAL-${n}`,
    undone: 'The trial was taken back',
  },
} as const;

export type TrialNames = (typeof NAMES)['ru'] | (typeof NAMES)['en'];

export async function trialNames(tx: Tx): Promise<TrialNames> {
  return NAMES[(await findWorkspace(tx))?.language === 'en' ? 'en' : 'ru'];
}
