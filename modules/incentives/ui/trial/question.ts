import { addMonths, firstDay, monthOf } from '@mosty/kernel/time';
import { paths, useFilters, useRead, useToday, type AnswerOf } from '@mosty/ui-kit';
import { readTrial } from '../../contract.ts';
import { useChoices, type ChosenScheme } from '../scheme-choices.ts';

export const CLASSES = ['partner_sales', 'referral', 'alliance'] as const;
export const PLACES = ['a', 'b', 'c', 'd'] as const;

export interface Question {
  readonly schemes: ChosenScheme[];
  readonly class: (typeof CLASSES)[number];
  /** Days: half-open. */
  readonly from: string;
  readonly to: string;
  readonly partnerIds?: string[];
}

export type Saved = AnswerOf<typeof readTrial>;

/** The question that stands in the address; nothing chosen yet: our first scheme beside a ready one, over half a year. */
export function useQuestion() {
  const today = useToday();
  const [filters, setFilters] = useFilters(paths.calculator);
  const { groups, find, own } = useChoices();
  const chosen = {
    a: filters.a || (own[0] ?? 'example:flat'),
    b: filters.b || (own[1] ?? 'example:hybrid'),
    c: filters.c,
    d: filters.d,
  };
  const last = addMonths(monthOf(today), -1);
  const months = { from: filters.from || addMonths(last, -5), to: filters.to || last };
  const partners = filters.partners ? filters.partners.split(' ') : [];
  const question: Question = {
    schemes: PLACES.flatMap((place) => find(chosen[place]) ?? []),
    class: CLASSES.find((one) => one === filters.class) ?? 'partner_sales',
    from: firstDay(months.from as typeof last),
    to: firstDay(addMonths(months.to as typeof last, 1)),
    ...(partners.length > 0 ? { partnerIds: partners } : {}),
  };
  return { question, chosen, months, partners, groups, setFilters };
}

/** The saved question the address names; null where it names none. */
export function useSaved() {
  const [{ saved }] = useFilters(paths.calculator);
  const read = useRead(readTrial, { params: { trialId: saved } }, { enabled: saved !== '', keep: false });
  return saved === '' ? null : read;
}

export function questionOf({ schemes, class: of, from, to, partnerIds }: Saved): Question {
  return { schemes, class: of, from, to, ...(partnerIds ? { partnerIds } : {}) };
}
