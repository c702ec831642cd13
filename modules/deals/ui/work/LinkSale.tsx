import { Button, Select } from '@mantine/core';
import { listDeals } from '@mosty/insight/contract';
import {
  formatMoney,
  formatWhen,
  RefusalNotice,
  useLanguage,
  useMe,
  useRead,
  useVerb,
  useWords,
} from '@mosty/ui-kit';
import { useState } from 'react';
import { linkSale, listDealCards, readBoard, readDealCard } from '../../contract.ts';
import type { DealCard } from './DealCardScreen.tsx';
import classes from './work.module.css';

/** Which of the client's payments the deal became. The payment decides who is credited, so it is chosen by a person. */
export function LinkSale({ deal }: { deal: DealCard }) {
  const t = useWords('deals');
  const language = useLanguage();
  const { zone } = useMe().workspace;
  const [saleId, setSaleId] = useState<string | null>(null);
  const clientId = deal.client?.id;
  const found = useRead(
    listDeals,
    { query: { client: clientId, limit: 50 } },
    { enabled: clientId !== undefined },
  );
  const linked = new Set<string>(deal.sales.map(({ id }) => id));
  const sales = (found.data?.items ?? []).filter((sale) => !linked.has(sale.saleId));
  const verb = useVerb(linkSale, {
    invalidates: [readDealCard, readBoard, listDealCards],
    onDone: () => setSaleId(null),
  });
  if (sales.length === 0) return null;
  return (
    <div className={classes.acts} style={{ alignItems: 'end' }}>
      <Select
        label={t('work.card.ofClient')}
        data={sales.map((sale) => ({
          value: sale.saleId,
          label: `№ ${sale.externalId} · ${formatMoney(sale.amountMinor, sale.currency, language)} · ${formatWhen(sale.occurredAt, 'day', language, zone)}`,
        }))}
        value={saleId}
        onChange={setSaleId}
        style={{ minWidth: 'min(360px, 100%)' }}
      />
      <Button
        variant="default"
        disabled={saleId === null}
        loading={verb.isPending}
        onClick={() => {
          if (saleId) verb.mutate({ params: { dealId: deal.id }, body: { saleId } });
        }}
      >
        {t('work.card.link')}
      </Button>
      {verb.error ? <RefusalNotice refusal={verb.error} /> : null}
    </div>
  );
}
