import { Timeline, useWords } from '@mosty/ui-kit';
import type { WhoBrought } from './WhoScreen.tsx';

/** Everything that led to a sale or happened to a deal, the latest first. */
export function Moments({ timeline }: { timeline: WhoBrought['decision']['timeline'] }) {
  const t = useWords('attribution');
  const deals = useWords('deals');
  const items = timeline.map((moment, place) => ({
    id: `${place}`,
    at: moment.at,
    title:
      moment.kind === 'happened'
        ? deals(`work.happened.${moment.text ?? 'updated'}`)
        : t(`moment.${moment.kind}`, {
            who: moment.partnerName ?? (moment.kind === 'deal' ? t('who.us') : t('who.another')),
            text: moment.text ?? '…',
          }),
    tone: moment.kind === 'sale' ? ('accent' as const) : ('plain' as const),
  }));
  return <Timeline items={items.toReversed()} />;
}
