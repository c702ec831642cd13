import { Money, PageLink, paths, useMay, useWords, When } from '@mosty/ui-kit';
import { useEffect, useState } from 'react';
import classes from './live.module.css';

/** Of `GET /api/v1/feed`, whose owner stands above this module: named here by its address only. */
const FEED = '/api/v1/feed';
const SHOWN = 3;
const HEARD = [
  'sale.created',
  'sale.refunded',
  'lead.created',
  'deal.registered',
  'deal.approved',
  'deal.won',
] as const;

interface Item {
  readonly seq: string;
  readonly type: (typeof HEARD)[number];
  readonly at: string;
  readonly data: {
    readonly sales?: readonly { saleId: string; amountMinor: number; currency: string }[];
    readonly refunds?: readonly { saleId: string | null; amountMinor: number; currency: string }[];
    readonly leads?: readonly unknown[];
    readonly dealIds?: readonly string[];
  };
}

/** «Прямо сейчас»: what happens while the page is open, the newest first. Nothing is shown before something happens. */
export function LiveNow() {
  const t = useWords('deals');
  const may = useMay('feed.read');
  const [items, setItems] = useState<readonly Item[]>([]);
  useEffect(() => {
    if (!may || typeof EventSource === 'undefined') return;
    const source = new EventSource(FEED);
    for (const type of HEARD)
      source.addEventListener(type, (event: MessageEvent<string>) => {
        const { at, data } = JSON.parse(event.data) as Pick<Item, 'at' | 'data'>;
        const item = { seq: event.lastEventId, type, at, data };
        setItems((before) => [item, ...before.filter(({ seq }) => seq !== item.seq)].slice(0, SHOWN));
      });
    return () => source.close();
  }, [may]);
  if (items.length === 0) return null;
  return (
    <section className={classes.live} aria-live="polite" aria-label={t('live.title')}>
      <span className={classes.title}>{t('live.title')}</span>
      <ul>
        {items.map((item) => (
          <li key={item.seq}>
            <Line item={item} />{' '}
            <span className={classes.faint}>
              <When value={item.at} style="ago" />
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Line({ item: { type, data } }: { item: Item }) {
  const t = useWords('deals');
  const told = data.sales ?? data.refunds ?? [];
  const [first] = told;
  const dealId = data.dealIds?.[0];
  const count = told.length || (data.leads ?? data.dealIds ?? []).length;
  const words = t(`live.${type.replace('.', '_')}`, { count });
  if (dealId) return <PageLink to={paths.dealCard({ dealId })}>{words}</PageLink>;
  if (!first) return <>{words}</>;
  const ofOneCurrency = told.filter(({ currency }) => currency === first.currency);
  return (
    <>
      {told.length === 1 && first.saleId ? (
        <PageLink to={paths.sale({ saleId: first.saleId })}>{words}</PageLink>
      ) : (
        words
      )}{' '}
      <Money
        minor={ofOneCurrency.reduce((all, { amountMinor }) => all + amountMinor, 0)}
        currency={first.currency}
      />
    </>
  );
}
