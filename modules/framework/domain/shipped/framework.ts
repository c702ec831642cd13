import type { FrameworkBody } from '../../contract/framework.ts';
import { SHIPPED_KINDS } from './kinds.ts';

/** The document a company begins with; it writes its own from the first day (S1.28–S1.35). */
export const SHIPPED_FRAMEWORK: FrameworkBody = {
  kinds: SHIPPED_KINDS,
  tracks: [
    {
      track: 'high_touch',
      touchesAMonth: 4,
      ru: [
        'Личный разговор раз в неделю',
        'Материалы и доработки под задачу партнёра',
        'Ранний доступ к новому и закрытые встречи о планах',
        'Прямая связь с продуктом и поддержкой',
      ],
      en: [
        'A personal talk once a week',
        'Materials and integration for the partner’s task',
        'Early access and closed talks on plans',
        'A direct line to product and support',
      ],
    },
    {
      track: 'scaled',
      touchesAMonth: 1,
      ru: [
        'Кабинет с понятными цифрами',
        'Готовые материалы и ответы',
        'Письмо раз в месяц и общие часы вопросов',
      ],
      en: [
        'A portal with clear figures',
        'Ready materials and answers',
        'A monthly letter and office hours for all',
      ],
    },
  ],
  thresholds: [
    threshold('affiliate_to_ambassador', {
      fromKind: 'affiliate',
      toKind: 'ambassador',
      months: 6,
      value: 10,
    }),
    threshold('creator_to_ambassador', { fromKind: 'creator', toKind: 'ambassador', months: 12, value: 12 }),
    threshold('client_to_agent', { fromKind: 'client', toKind: 'agent', months: 12, value: 3 }),
    threshold('to_high_touch', {
      fromTrack: 'scaled',
      toTrack: 'high_touch',
      metric: 'paid_minor',
      months: 3,
      value: 50_000_000,
    }),
    threshold('to_scaled', {
      fromTrack: 'high_touch',
      toTrack: 'scaled',
      months: 6,
      comparison: 'at_most',
      value: 0,
    }),
  ],
};

type Rule = FrameworkBody['thresholds'][number];

function threshold(code: string, told: Partial<Rule> & Pick<Rule, 'months' | 'value'>): Rule {
  return {
    code,
    fromKind: null,
    toKind: null,
    fromTrack: null,
    toTrack: null,
    metric: 'sales',
    comparison: 'at_least',
    ...told,
  };
}
