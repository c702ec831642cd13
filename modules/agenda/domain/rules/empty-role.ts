import { defineRule } from '../rule.ts';

export interface EmptyRow {
  readonly scenarioId: string;
  readonly role: 'source' | 'implement' | 'expertise' | 'expand';
  readonly title: string;
  /** Who sits in the scenario already, and waits for the missing one. */
  readonly partnerId: string;
}

const ROLES = {
  source: { ru: 'некому привести', en: 'nobody to source' },
  implement: { ru: 'некому внедрить', en: 'nobody to implement' },
  expertise: { ru: 'некому усилить', en: 'nobody to add expertise' },
  expand: { ru: 'некому развить', en: 'nobody to expand' },
} as const;

/** A scenario that stands still because one seat is empty (S3.5). */
export const emptyRole = defineRule<EmptyRow>({
  code: 'empty_role',
  liftPpm: 120_000,
  minutes: 25,
  isNewFace: false,
  name: { ru: 'Пустая роль в сценарии', en: 'An empty role in a scenario' },
  why: (params, partner) => {
    const role = ROLES[params['role'] as keyof typeof ROLES] ?? ROLES.source;
    return {
      ru: `Сценарий «${params['title']}» с «${partner}» стоит: ${role.ru}`,
      en: `The scenario “${params['title']}” with “${partner}” stands still: ${role.en}`,
    };
  },
  fix: { ru: 'Назвать, кто нужен, одной фразой', en: 'Say in one phrase who is needed' },
  step: {
    ru: 'Спросить партнёра, кого он знает на это место',
    en: 'Ask the partner whom they know for the seat',
  },
  find: (rows, { money }) =>
    rows.map((row) => ({
      subject: `${row.scenarioId}:${row.role}`,
      partnerId: row.partnerId,
      stakeMinor: money.of(row.partnerId),
      dueOn: null,
      pinned: null,
      params: { role: row.role, title: row.title },
    })),
});
