import { Select } from '@mantine/core';
import { ProductUseLine } from '@mosty/directory/parts';
import { Badge, PageLink, paths, RefusalNotice, Section, useWords } from '@mosty/ui-kit';
import { ANSWERS, answerProfile, type Check, type CheckAnswer } from '../contract.ts';
import { useCheckVerb } from './check-verb.ts';
import classes from './check.module.css';

/** The candidate against the ideal partner profile, line by line: the arithmetic is the table (S1.13). */
export function CheckProfile({ check }: { check: Check }) {
  const t = useWords('recruiting');
  const verb = useCheckVerb(answerProfile);
  const { profile } = check;
  const can = check.can['write'] === true;
  const options = ANSWERS.map((value) => ({ value, label: t(`check.answerOf.${value}`) }));
  return (
    <Section
      title={t('profile.ofPartner')}
      note={<PageLink to={paths.partnerProfile()}>{t('profile.open')}</PageLink>}
    >
      <p>
        <Badge tone={profile.isMet ? 'accent' : 'warn'}>
          {t('profile.score', { score: profile.score, threshold: profile.threshold })}
        </Badge>{' '}
        {profile.lines.some((line) => line.stops)
          ? t('profile.mustMissing')
          : t('profile.sum', { earned: profile.earned, possible: profile.possible })}
      </p>
      <ProductUseLine partnerId={check.partner.id} />
      {verb.error ? <RefusalNotice refusal={verb.error} /> : null}
      <ul className={classes.traits}>
        {profile.lines.map((line) => {
          const says = line.says ?? t(`trait.${line.code}`);
          return (
            <li key={line.code}>
              <span>
                {says}{' '}
                {line.isMust ? <Badge tone={line.stops ? 'warn' : 'plain'}>{t('profile.must')}</Badge> : null}
              </span>
              <span className={classes.soft}>
                {t('profile.points', { earned: line.earned, possible: line.possible })}
              </span>
              <Select
                aria-label={says}
                data={options}
                value={line.answer}
                allowDeselect={false}
                disabled={!can || verb.isPending}
                onChange={(answer) =>
                  answer &&
                  verb.mutate({
                    params: { partnerId: check.partner.id },
                    body: { answers: [{ code: line.code, answer: answer as CheckAnswer }] },
                  })
                }
              />
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
