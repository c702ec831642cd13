import { Button, Title } from '@mantine/core';
import { LinesSkeleton, RefusalNotice, Sentence, useParam, useVerb, useWords } from '@mosty/ui-kit';
import { useEffect } from 'react';
import { answerHandover, openHandover } from '../../contract.ts';
import classes from './work.module.css';

/** The client's own word: may its contacts be handed over. Two buttons and nothing else. */
export default function PublicHandover() {
  const t = useWords('deals');
  const token = useParam('token');
  const { mutate: open, data: asked, error } = useVerb(openHandover);
  useEffect(() => open({ body: { token } }), [open, token]);
  const answer = useVerb(answerHandover);
  if (error)
    return (
      <>
        <Title order={1}>{t('work.public.noLetter')}</Title>
        <RefusalNotice refusal={error} />
      </>
    );
  if (!asked) return <LinesSkeleton lines={4} />;
  const agreed = answer.data?.agreed ?? asked.agreed;
  const { company, partner, client } = asked;
  return (
    <>
      <Title order={1}>{t('work.public.question', { company })}</Title>
      <p className={classes.text}>
        <Sentence text={t(partner ? 'work.public.asks' : 'work.public.asksNobody', { partner, client })} />
      </p>
      {agreed === null ? (
        <div className={classes.answers}>
          <Button loading={answer.isPending} onClick={() => answer.mutate({ body: { token, agreed: true } })}>
            {t('work.public.yes')}
          </Button>
          <Button
            variant="default"
            disabled={answer.isPending}
            onClick={() => answer.mutate({ body: { token, agreed: false } })}
          >
            {t('work.public.no')}
          </Button>
        </div>
      ) : (
        <p role="status">{t(agreed ? 'work.public.saidYes' : 'work.public.saidNo')}</p>
      )}
      {answer.error ? <RefusalNotice refusal={answer.error} /> : null}
    </>
  );
}
