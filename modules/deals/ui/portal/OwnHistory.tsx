import { Section, Timeline, useFormat, useWords } from '@mosty/ui-kit';
import { useStageName } from '../work/stage-name.ts';
import type { OwnDeal } from './DealPage.tsx';

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** What happened to the client one handed over; who of us did it stays inside. */
export function OwnHistory({ deal }: { deal: OwnDeal }) {
  const t = useWords('deals');
  const format = useFormat();
  const nameOf = useStageName();
  if (deal.history.length === 0) return null;
  const stage = (code: string): string => {
    const found = deal.stages.find((one) => one.code === code);
    return found ? nameOf(found) : code;
  };
  return (
    <Section title={t('own.card.history')}>
      <Timeline
        items={deal.history.map(({ at, what, params }, place) => ({
          id: String(place),
          at,
          title: t(`own.happened.${what}`, {
            until: text(params['until']) && format.when(text(params['until'])),
            from: stage(text(params['from'])),
            to: stage(text(params['to'])),
          }),
          note: text(params['reason']) || null,
        }))}
      />
    </Section>
  );
}
