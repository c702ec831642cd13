import { Button } from '@mantine/core';
import { RefusalNotice, Section, toast, useFormat, useMay, useRows, useVerb, useWords } from '@mosty/ui-kit';
import { joinIdea, listIdeas, type Idea } from '../../contract.ts';
import classes from '../library.module.css';

/** Seasons and launches to take part in: one press, and one press back. */
export function OwnIdeas() {
  const t = useWords('library');
  const rows = useRows(listIdeas, { query: {} });
  if (rows.rows.length === 0) return null;
  return (
    <Section title={t('own.ideas')}>
      <div className={classes.cards}>
        {rows.rows.map((idea) => (
          <OwnIdea key={idea.id} idea={idea} />
        ))}
      </div>
    </Section>
  );
}

function OwnIdea({ idea }: { idea: Idea }) {
  const t = useWords('library');
  const format = useFormat();
  const mayJoin = useMay('library.join');
  const verb = useVerb(joinIdea, { invalidates: [listIdeas] });
  const takesPart = idea.joined.length > 0;
  const change = async (next: boolean): Promise<void> => {
    await verb.mutateAsync({ params: { ideaId: idea.id }, body: { takesPart: next } });
    toast(t(next ? 'own.joinedDone' : 'own.leftDone'));
  };
  return (
    <article className={classes.card}>
      <h3 className={classes.name}>{idea.title}</h3>
      <span className={classes.soft}>
        {t('ideas.window', { from: format.when(idea.fromOn), till: format.when(idea.tillOn) })}
      </span>
      <p className={classes.text}>{idea.words}</p>
      {mayJoin ? (
        <div className={classes.row}>
          {takesPart ? <span>{t('own.joined')}</span> : null}
          <Button
            variant={takesPart ? 'default' : 'filled'}
            loading={verb.isPending}
            onClick={() => void change(!takesPart)}
          >
            {t(takesPart ? 'own.leave' : 'own.join')}
          </Button>
        </div>
      ) : null}
      {verb.error ? <RefusalNotice refusal={verb.error} /> : null}
    </article>
  );
}
