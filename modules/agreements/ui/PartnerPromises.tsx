import { Act, LinesSkeleton, Loaded, Section, useRead, useWords } from '@mosty/ui-kit';
import { useState } from 'react';
import { listAgreements, listPromises } from '../contract.ts';
import { AddPromise } from './AddPromise.tsx';
import type { PartnerCard } from './PartnerScreen.tsx';
import { PromiseLedger } from './PromiseLedger.tsx';
import classes from './agreements.module.css';

/** What both sides gave their word for, and how each went. */
export function PartnerPromises({ partner }: { partner: PartnerCard }) {
  const t = useWords('agreements');
  const [adding, setAdding] = useState(false);
  const params = { partnerId: partner.id };
  const read = useRead(listPromises, { params }, { keep: false });
  const agreements = useRead(listAgreements, { params }, { keep: false });
  const open = (agreements.data?.items ?? []).filter((agreement) => agreement.state !== 'ended');
  const can = open[0]?.can['promise'] ?? { because: 'agreements.agreement_unknown' };
  return (
    <Section
      title={t('promises.title')}
      actions={
        open.length > 0 ? (
          <Act variant="default" can={can} onClick={() => setAdding(true)}>
            {t('promises.add')}
          </Act>
        ) : null
      }
    >
      <Loaded read={read} skeleton={<LinesSkeleton />}>
        {({ items }) =>
          items.length === 0 && open.length === 0 ? (
            <p className={classes.soft}>{t('promises.noAgreement')}</p>
          ) : (
            <PromiseLedger promises={items} can={can === true} />
          )
        }
      </Loaded>
      {adding ? <AddPromise agreements={open} onClose={() => setAdding(false)} /> : null}
    </Section>
  );
}
