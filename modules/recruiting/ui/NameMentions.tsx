import { Button, TextInput } from '@mantine/core';
import { Loaded, RefusalNotice, Section, useRead, useVerb, useWords, When, type May } from '@mosty/ui-kit';
import { useState } from 'react';
import {
  listMentions,
  listNames,
  readInfluence,
  readName,
  takeBackMention,
  type Mention,
} from '../contract.ts';
import classes from './recruiting.module.css';

/** Every time it was said, as it was said: the log is not rewritten. */
export function NameMentions({ nameId, canTakeBack }: { nameId: string; canTakeBack: May }) {
  const t = useWords('recruiting');
  const read = useRead(listMentions, { query: { nameId, limit: 100 } });
  return (
    <Section title={t('names.log')} note={t('names.logNote')}>
      <Loaded read={read}>
        {({ items }) => (
          <ul className={classes.plain}>
            {items.map((mention) => (
              <li key={mention.id}>
                <OneMention mention={mention} mayTakeBack={canTakeBack === true} />
              </li>
            ))}
          </ul>
        )}
      </Loaded>
    </Section>
  );
}

function OneMention({ mention, mayTakeBack }: { mention: Mention; mayTakeBack: boolean }) {
  const t = useWords('recruiting');
  const [asking, ask] = useState(false);
  const [reason, setReason] = useState('');
  const verb = useVerb(takeBackMention, {
    invalidates: [listMentions, readName, listNames, readInfluence],
  });
  const { takenBack } = mention;
  return (
    <>
      <span>{takenBack ? <s>{mention.said}</s> : mention.said}</span>
      <span className={classes.soft}>
        {t(`names.source.${mention.source}`)}
        {mention.question ? ` · ${t(`names.question.${mention.question}`)}` : null}
        {mention.client ? ` · ${mention.client.name}` : null} · <When value={mention.saidAt} />
        {mention.writtenBy ? ` · ${mention.writtenBy}` : null}
      </span>
      {mention.link ? <span className={classes.soft}>{mention.link}</span> : null}
      {mention.note ? <p className={classes.text}>{mention.note}</p> : null}
      {takenBack ? (
        <span className={classes.soft}>{t('names.takenBack', { why: takenBack.reason })}</span>
      ) : null}
      {mayTakeBack && !takenBack && mention.source !== 'survey' ? (
        asking ? (
          <div className={classes.line}>
            <TextInput
              aria-label={t('names.takeBackWhy')}
              placeholder={t('names.takeBackWhy')}
              value={reason}
              onChange={(event) => setReason(event.currentTarget.value)}
            />
            <Button
              size="compact-sm"
              disabled={!reason.trim()}
              loading={verb.isPending}
              onClick={() =>
                verb.mutate({ params: { mentionId: mention.id }, body: { reason: reason.trim() } })
              }
            >
              {t('names.takeBack')}
            </Button>
          </div>
        ) : (
          <Button size="compact-sm" variant="subtle" color="gray" onClick={() => ask(true)}>
            {t('names.takeBack')}
          </Button>
        )
      ) : null}
      {verb.error ? <RefusalNotice refusal={verb.error} /> : null}
    </>
  );
}
