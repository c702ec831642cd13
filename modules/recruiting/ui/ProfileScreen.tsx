import { Button } from '@mantine/core';
import {
  Badge,
  Loaded,
  PageHeading,
  paths,
  Section,
  useFilters,
  useRead,
  useWords,
  When,
} from '@mosty/ui-kit';
import { proposeProfile, readProfile, type PartnerProfile } from '../contract.ts';
import { EditProfile } from './EditProfile.tsx';
import classes from './check.module.css';

/** «Портрет партнёра»: whom we look for, by weights, and what the best partners say about it (S1.13). */
export default function ProfileScreen() {
  const t = useWords('recruiting');
  const [filters, set] = useFilters(paths.partnerProfile);
  const read = useRead(readProfile, {});
  return (
    <Loaded read={read}>
      {(profile) => (
        <>
          <PageHeading
            title={t('profile.title')}
            answer={t(profile.version === 0 ? 'profile.shipped' : 'profile.answer', {
              threshold: profile.body.threshold,
            })}
            actions={
              profile.can.publish ? (
                <Button onClick={() => set({ edit: '1' })}>{t('profile.edit')}</Button>
              ) : null
            }
          />
          <Section title={t('profile.traits')} note={t('profile.traitsNote')}>
            <ul className={classes.questions}>
              {profile.body.traits.map((trait) => (
                <li key={trait.code}>
                  <b>{trait.says ?? t(`trait.${trait.code}`)}</b>{' '}
                  {trait.isMust ? <Badge>{t('profile.must')}</Badge> : null}
                  <span className={classes.line}>{t('profile.weight', { weight: trait.weight })}</span>
                </li>
              ))}
            </ul>
          </Section>
          <Proposal />
          <Versions profile={profile} />
          {filters.edit && profile.can.publish ? (
            <EditProfile profile={profile} onClose={() => set({ edit: '' })} />
          ) : null}
        </>
      )}
    </Loaded>
  );
}

/** What the numbers of the best partners would change; a person decides. */
function Proposal() {
  const t = useWords('recruiting');
  const read = useRead(proposeProfile, {});
  return (
    <Section title={t('profile.best')} note={t('profile.bestNote')}>
      <Loaded read={read}>
        {(proposal) =>
          proposal.needs !== null ? (
            <p className={classes.soft}>{t('profile.needs', { count: proposal.needs })}</p>
          ) : (
            <ul className={classes.questions}>
              {proposal.traits.map((one) => (
                <li key={one.code}>
                  <b>{one.says ?? t(`trait.${one.code}`)}</b>
                  <span className={classes.line}>
                    {t('profile.proposal', { ...one })}
                    {one.proposed === one.weight ? '' : ` ${t('profile.change', { ...one })}`}
                  </span>
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </Section>
  );
}

function Versions({ profile }: { profile: PartnerProfile }) {
  const t = useWords('recruiting');
  if (profile.versions.length === 0) return null;
  return (
    <Section title={t('profile.versions')}>
      <ul className={classes.questions}>
        {profile.versions.map((one) => (
          <li key={one.version}>
            {t('profile.version', { version: one.version })} · <When value={one.publishedAt} />
            {one.publishedBy ? ` · ${one.publishedBy}` : ''}
            <span className={classes.line}>{one.reason}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
