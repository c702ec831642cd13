import { Section, Timeline, formatWhen, useLanguage, useMe, useWords } from '@mosty/ui-kit';
import type { DealCard } from './DealCardScreen.tsx';
import { useStageName } from './stage-name.ts';

type Happened = DealCard['history'][number];

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Everything that happened to the deal, the newest first. */
export function DealHistory({ deal }: { deal: DealCard }) {
  const t = useWords('deals');
  const language = useLanguage();
  const { zone } = useMe().workspace;
  const nameOf = useStageName();
  if (deal.history.length === 0) return null;
  const stage = (code: string): string => {
    const found = deal.stages.find((one) => one.code === code);
    return found ? nameOf(found) : code;
  };
  const said = ({ what, params }: Happened): string =>
    t(`work.happened.${what}`, {
      channel: t(`work.channel.${text(params['channel']) || 'manager'}`),
      until: text(params['until']) && formatWhen(text(params['until']), 'day', language, zone),
      from: stage(text(params['from'])),
      to: stage(text(params['to'])),
      source: text(params['source']),
    });
  const note = ({ params }: Happened): string | null => {
    if (typeof params['reason'] === 'string') return params['reason'];
    return typeof params['doubt'] === 'string' ? t(`work.doubt.${params['doubt']}`) : null;
  };
  return (
    <Section title={t('work.card.history')}>
      <Timeline
        items={deal.history.map((one, place) => ({
          id: String(place),
          at: one.at,
          title: said(one),
          note: note(one),
        }))}
      />
    </Section>
  );
}
