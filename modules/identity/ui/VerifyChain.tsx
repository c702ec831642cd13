import { Button } from '@mantine/core';
import { verifyAudit } from '../contract.ts';
import { Answer, RefusalNotice, useVerb, useWords } from '@mosty/ui-kit';
import classes from './settings.module.css';

/** Recomputes every fingerprint on the server, and says in words whether history is as it was written. */
export function VerifyChain() {
  const t = useWords('identity');
  const verb = useVerb(verifyAudit);
  const verdict = verb.data;
  return (
    <div className={classes.verdict}>
      {verdict ? (
        <Answer
          tone={verdict.brokenAt === null ? 'plain' : 'risk'}
          note={
            verdict.brokenAt === null
              ? t('journal.hashNote', { hash: verdict.lastHash })
              : t('journal.brokenText')
          }
        >
          {verdict.brokenAt === null
            ? t('journal.whole', { count: verdict.checked })
            : t('journal.broken', { seq: verdict.brokenAt })}
        </Answer>
      ) : null}
      <RefusalNotice refusal={verb.error} />
      <Button
        variant="default"
        mt={verdict ? 12 : 0}
        loading={verb.isPending}
        onClick={() => verb.mutate({})}
      >
        {t('journal.verify')}
      </Button>
    </div>
  );
}
