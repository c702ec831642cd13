import { Button } from '@mantine/core';
import { verifyMoney } from '../contract.ts';
import { Answer, RefusalNotice, Section, useVerb, useWords } from '@mosty/ui-kit';

/** Two oracles at the press of a button: every entry is replayed, and every closed month compared with its hash. */
export function VerifyMoney() {
  const t = useWords('payouts');
  const verb = useVerb(verifyMoney);
  return (
    <Section
      title={t('verify.title')}
      note={t('verify.note')}
      actions={
        <Button variant="default" loading={verb.isPending} onClick={() => verb.mutate({})}>
          {t('verify.act')}
        </Button>
      }
    >
      {verb.error ? <RefusalNotice refusal={verb.error} /> : null}
      {verb.data ? (
        <Answer tone={verb.data.holds ? 'plain' : 'risk'}>
          {verb.data.holds
            ? t('verify.holds', { accounts: verb.data.accounts, closes: verb.data.closes })
            : t('verify.broken', {
                unbalanced: verb.data.unbalanced,
                strayed: verb.data.strayed,
                lost: verb.data.lost,
                unexplained: verb.data.unexplained,
              })}
        </Answer>
      ) : null}
    </Section>
  );
}
