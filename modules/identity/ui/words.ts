import type { ModuleWords } from '@mosty/ui-kit';
import { departmentVerbs } from './words/department-verbs.ts';
import { entry } from './words/entry.ts';
import { journal } from './words/journal.ts';
import { materialVerbs } from './words/material-verbs.ts';
import { me } from './words/me.ts';
import { noticeVerbs } from './words/notice-verbs.ts';
import { integrityVerbs } from './words/integrity-verbs.ts';
import { otherVerbs } from './words/other-verbs.ts';
import { people } from './words/people.ts';
import { refusals } from './words/refusals.ts';
import { reviewVerbs } from './words/review-verbs.ts';
import { rhythmVerbs } from './words/rhythm-verbs.ts';
import { scoresVerbs } from './words/scores-verbs.ts';
import { roles } from './words/roles.ts';
import { settings } from './words/settings.ts';

export const words = {
  ru: {
    ...entry.ru,
    ...settings.ru,
    ...people.ru,
    ...me.ru,
    roles: roles.ru,
    journal: journal.ru.journal,
    verbs: {
      ...journal.ru.verbs,
      ...otherVerbs.ru,
      ...departmentVerbs.ru,
      ...integrityVerbs.ru,
      ...materialVerbs.ru,
      ...reviewVerbs.ru,
      ...rhythmVerbs.ru,
      ...scoresVerbs.ru,
      ...noticeVerbs.ru,
    },
    refusals: refusals.ru,
  },
  en: {
    ...entry.en,
    ...settings.en,
    ...people.en,
    ...me.en,
    roles: roles.en,
    journal: journal.en.journal,
    verbs: {
      ...journal.en.verbs,
      ...otherVerbs.en,
      ...departmentVerbs.en,
      ...integrityVerbs.en,
      ...materialVerbs.en,
      ...reviewVerbs.en,
      ...rhythmVerbs.en,
      ...scoresVerbs.en,
      ...noticeVerbs.en,
    },
    refusals: refusals.en,
  },
} satisfies ModuleWords;
