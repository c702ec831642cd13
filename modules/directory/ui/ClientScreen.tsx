import {
  Act,
  Loaded,
  PageHeading,
  PageLink,
  paths,
  Section,
  useLanguage,
  useRead,
  useWords,
  type AnswerOf,
  useParam,
} from '@mosty/ui-kit';
import { useState } from 'react';
import { getClient } from '../contract.ts';
import { ClientHistory } from './ClientHistory.tsx';
import { ClientKeeper } from './ClientKeeper.tsx';
import { ClientProofs } from './ClientProofs.tsx';
import { ClientMerges } from './ClientMerges.tsx';
import { EditClient } from './EditClient.tsx';
import { MergeClients } from './MergeClients.tsx';
import classes from './directory.module.css';

export type ClientCard = AnswerOf<typeof getClient>;

const FACTS = ['externalId', 'taxNumber', 'site', 'person', 'email', 'phone', 'segment', 'country'] as const;

function countryName(code: string | null, language: string): string {
  return (code && new Intl.DisplayNames(language, { type: 'region' }).of(code)) ?? '';
}

/** One client: who keeps it and why, and whether it may refer others to us. */
export default function ClientScreen() {
  const clientId = useParam('clientId');
  const read = useRead(getClient, { params: { clientId } });
  return <Loaded read={read}>{(client) => <Card client={client} />}</Loaded>;
}

function Card({ client }: { client: ClientCard }) {
  const t = useWords('directory');
  const language = useLanguage();
  const [editing, setEditing] = useState(false);
  const known = FACTS.filter((field) => client[field]);
  const unknown = FACTS.filter((field) => !client[field]);
  const title = client.keeper
    ? t('client.keptBy', { client: client.name, partner: client.keeper.name })
    : t('client.keptByNobody', { client: client.name });
  return (
    <>
      <PageHeading
        above={<PageLink to={paths.clients()}>{t('nav.clients')}</PageLink>}
        title={title}
        answer={<PageLink to={paths.deals({ client: client.id })}>{t('client.sales')}</PageLink>}
        actions={
          client.mergedInto ? null : (
            <>
              <MergeClients from={client} can={client.can['merge']} />
              <Act variant="default" can={client.can['write']} onClick={() => setEditing(true)}>
                {t('client.edit')}
              </Act>
            </>
          )
        }
      />
      <ClientMerges client={client} />
      <ClientKeeper client={client} />
      <ClientProofs client={client} />
      <Section title={t('client.about')}>
        <dl className={classes.facts}>
          {known.map((field) => (
            <div key={field}>
              <dt>{t(`client.${field}`)}</dt>
              <dd>{field === 'country' ? countryName(client.country, language) : client[field]}</dd>
            </div>
          ))}
        </dl>
        {unknown.length > 0 ? (
          <p className={classes.quote}>
            {t('client.unknown', {
              fields: unknown.map((field) => t(`client.unknownNames.${field}`)).join(', '),
            })}
          </p>
        ) : null}
      </Section>
      {client.can['readTimeline'] === true ? <ClientHistory clientId={client.id} /> : null}
      {editing ? <EditClient client={client} onClose={() => setEditing(false)} /> : null}
    </>
  );
}
