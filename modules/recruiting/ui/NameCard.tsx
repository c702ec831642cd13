import { Button } from '@mantine/core';
import {
  Badge,
  Loaded,
  PageLink,
  paths,
  RefusalNotice,
  Section,
  useFormat,
  useRead,
  useVerb,
  useWords,
} from '@mosty/ui-kit';
import {
  listAlike,
  listNames,
  partName,
  readInfluence,
  readName,
  type NameCard as Card,
} from '../contract.ts';
import { NameActs } from './NameActs.tsx';
import { NameMentions } from './NameMentions.tsx';
import classes from './recruiting.module.css';

/** One name: why it stands where it stands, who said it, and what to do with it. */
export function NameCard({ nameId }: { nameId: string }) {
  const t = useWords('recruiting');
  const { count } = useFormat();
  const read = useRead(readName, { params: { nameId } });
  return (
    <Loaded read={read}>
      {(name) => (
        <>
          <h2>{name.spoken}</h2>
          <p className={classes.text}>
            {t('scout.said', { speakers: name.speakers, clients: name.clients })}
            {name.audienceSize === null ? null : ` · ${t('scout.audience')} ${count(name.audienceSize)}`}
          </p>
          {name.partner ? (
            <p>
              <PageLink to={paths.partner({ partnerId: name.partner.id })}>{name.partner.name}</PageLink>{' '}
              <Badge>{t('scout.taken')}</Badge>
            </p>
          ) : null}
          {name.setAside ? (
            <p className={classes.soft}>{t('scout.setAside', { why: name.setAside.why })}</p>
          ) : null}
          <NameActs name={name} />
          <Arithmetic of={name} />
          {name.aliases.length > 0 ? <Spellings of={name} /> : null}
          {name.links.length > 0 ? (
            <Section title={t('scout.links')}>
              <ul>
                {name.links.map((link) => (
                  <li key={link} className={classes.text}>
                    {link}
                  </li>
                ))}
              </ul>
            </Section>
          ) : null}
          <NameMentions nameId={name.id} canTakeBack={name.can['takeBack']} />
        </>
      )}
    </Loaded>
  );
}

/** Where the score comes from: every part, what was counted and out of how much. */
function Arithmetic({ of: { score } }: { of: Card }) {
  const t = useWords('recruiting');
  const { count } = useFormat();
  const points = (tenths: number) => count(tenths / 10);
  return (
    <Section title={t('scout.arithmetic', { score: points(score.tenths) })} note={t('scout.arithmeticNote')}>
      <table className={classes.parts}>
        <thead>
          <tr>
            <th scope="col">{t('scout.part')}</th>
            <th scope="col">{t('scout.points')}</th>
          </tr>
        </thead>
        <tbody>
          {score.parts.map(({ part, found, tenths, maxTenths, isCut }) => (
            <tr key={part}>
              <th scope="row">
                {t(`scout.parts.${part}`)}: {found === null ? t('scout.unknown') : count(found)}
                {isCut ? <span className={classes.soft}>{t('scout.cut')}</span> : null}
              </th>
              <td>
                {points(tenths)} / {points(maxTenths)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  );
}

function Spellings({ of: { aliases, can } }: { of: Card }) {
  const t = useWords('recruiting');
  const part = useVerb(partName, { invalidates: [readName, listNames, listAlike, readInfluence] });
  return (
    <Section title={t('names.aliases')}>
      <ul className={classes.plain}>
        {aliases.map(({ id, spoken }) => (
          <li key={id} className={classes.line}>
            <span>{spoken}</span>
            {can['write'] === true ? (
              <Button
                size="compact-sm"
                variant="subtle"
                color="gray"
                onClick={() => part.mutate({ params: { nameId: id } })}
              >
                {t('names.part')}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      {part.error ? <RefusalNotice refusal={part.error} /> : null}
    </Section>
  );
}
