import { Button } from '@mantine/core';
import {
  PageLink,
  paths,
  RefusalNotice,
  Section,
  toast,
  useLanguage,
  useVerb,
  useWords,
} from '@mosty/ui-kit';
import { readAgenda, readTeamWeek, takeBackAnswer, type Week } from '../contract.ts';
import classes from './agenda.module.css';

/** What was said this week; one's own word can be taken back. */
export function Answered({ answered, mayUndo }: { answered: Week['answered']; mayUndo: boolean }) {
  const t = useWords('agenda');
  const language = useLanguage();
  const undo = useVerb(takeBackAnswer, {
    invalidates: [readAgenda, readTeamWeek],
    onDone: () => toast(t('answer.undone')),
  });
  if (answered.length === 0) return null;
  return (
    <Section title={t('answer.list')}>
      <ul className={classes.lines}>
        {answered.map((one) => (
          <li key={one.id} className={classes.line}>
            <span>
              <b>{t(`answer.verdict.${one.verdict}`)}:</b>{' '}
              <PageLink to={paths.partner({ partnerId: one.partner.id })}>{one.partner.name}</PageLink>{' '}
              <span className={classes.soft}>
                {one.name[language]}
                {one.reason ? ` · ${one.reason}` : null}
              </span>
            </span>
            {mayUndo ? (
              <Button
                size="compact-sm"
                variant="subtle"
                color="gray"
                loading={undo.isPending}
                onClick={() => undo.mutate({ params: { answerId: one.id } })}
              >
                {t('answer.undo')}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      {undo.error ? <RefusalNotice refusal={undo.error} /> : null}
    </Section>
  );
}
