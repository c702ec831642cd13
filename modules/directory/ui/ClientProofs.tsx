import { Act, Section, useFormat, useWords } from '@mosty/ui-kit';
import { IconCircle, IconCircleCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { PROOFS, type Proof } from '../contract.ts';
import type { ClientCard } from './ClientScreen.tsx';
import { ConfirmResult } from './ConfirmResult.tsx';
import classes from './directory.module.css';

/** The four proofs of S2.7, each there or not: without any of them it is no referral. */
export function ClientProofs({ client }: { client: ClientCard }) {
  const t = useWords('directory');
  const format = useFormat();
  const [confirming, setConfirming] = useState(false);
  const at: Record<Proof, string | null> = {
    payment: client.firstPaidAt,
    result: client.resultConfirmedAt,
    satisfaction: null,
    consent: client.consentAt,
  };
  return (
    <Section
      title={t('proofs.title')}
      note={t('proofs.note')}
      actions={
        <Act variant="default" can={client.can['confirmResult']} onClick={() => setConfirming(true)}>
          {t(client.resultConfirmedAt ? 'proofs.again' : 'proofs.confirm')}
        </Act>
      }
    >
      <ul className={classes.proofs}>
        {PROOFS.map((proof) => {
          const missing = client.missingProofs.includes(proof);
          const since = at[proof];
          const Mark = missing ? IconCircle : IconCircleCheck;
          return (
            <li key={proof} className={classes.proof} data-missing={missing || undefined}>
              <Mark size={20} stroke={1.6} aria-hidden="true" />
              <span>
                {t(`proofs.${proof}`)}
                <span className={classes.quote} style={{ display: 'block' }}>
                  {missing
                    ? t('proofs.notYet')
                    : since
                      ? t('proofs.since', { day: format.when(since) })
                      : null}
                </span>
              </span>
            </li>
          );
        })}
      </ul>
      {client.resultEvidence ? (
        <p className={classes.soft}>
          {t('proofs.evidence')}: {client.resultEvidence}
        </p>
      ) : null}
      {confirming ? <ConfirmResult client={client} onClose={() => setConfirming(false)} /> : null}
    </Section>
  );
}
