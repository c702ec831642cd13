import { Button } from '@mantine/core';
import { DataTable, paths, Section, useFilters, useWords, When } from '@mosty/ui-kit';
import { QUESTIONS, type Readiness } from '../contract.ts';
import { SayAnswer } from './SayAnswer.tsx';
import classes from './readiness.module.css';

type Said = Readiness['answers'][number];

/** What only people can say: owners of processes, whose programme it is, how good our own service is. */
export function Answers({ of: found }: { of: Readiness }) {
  const t = useWords('readiness');
  const [filters, set] = useFilters(paths.readiness);
  const asked = QUESTIONS.find((question) => question === filters.say);
  const said = found.answers.find(({ question }) => question === asked);
  const valueOf = (row: Said) => {
    if (row.value === null) return <span className={classes.soft}>{t('page.unsaid')}</span>;
    return row.question === 'department' ? t(`department.${row.value}`) : (row.name ?? row.value);
  };
  return (
    <Section title={t('page.people')} note={t('page.peopleNote')}>
      <DataTable
        label={t('page.people')}
        rows={found.answers}
        rowKey={(row) => row.question}
        columns={[
          { id: 'question', title: t('page.question'), cell: (row) => t(`question.${row.question}`) },
          { id: 'value', title: t('page.answerColumn'), narrow: 'value', cell: valueOf },
          {
            id: 'source',
            title: t('page.source'),
            narrow: 'bare',
            cell: (row) => (
              <>
                {row.source} {row.saidAt ? <When value={row.saidAt} /> : null}
              </>
            ),
          },
          ...(found.can.answer
            ? [
                {
                  id: 'say',
                  title: '',
                  narrow: 'bare' as const,
                  align: 'right' as const,
                  cell: (row: Said) => (
                    <Button variant="subtle" size="compact-sm" onClick={() => set({ say: row.question })}>
                      {t(row.value === null ? 'page.say' : 'page.sayAgain')}
                    </Button>
                  ),
                },
              ]
            : []),
        ]}
      />
      {said && found.can.answer ? <SayAnswer of={said} onClose={() => set({ say: '' })} /> : null}
    </Section>
  );
}
