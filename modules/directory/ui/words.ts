import type { ModuleWords } from '@mosty/ui-kit';
import { clients } from './words/clients.ts';
import { expertise } from './words/expertise.ts';
import { refusals } from './words/refusals.ts';
import { wrongRequisites } from './words/wrong-requisites.ts';

export const words = {
  ru: {
    ...clients.ru,
    ...expertise.ru,
    portalTasks: { requisites: 'Заполните реквизиты: без проверенных реквизитов мы не сможем заплатить' },
    refusals: { ...refusals.ru, ...wrongRequisites.ru },
  },
  en: {
    ...clients.en,
    ...expertise.en,
    portalTasks: { requisites: 'Fill in where to pay: without verified details we cannot pay you' },
    refusals: { ...refusals.en, ...wrongRequisites.en },
  },
} satisfies ModuleWords;
