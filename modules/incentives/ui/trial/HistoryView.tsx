import { Button } from '@mantine/core';
import {
  EmptyState,
  ExportMenu,
  hrefOf,
  Loaded,
  paths,
  Section,
  TableSkeleton,
  useFilters,
  useFormat,
  useMay,
  useRead,
  useWords,
} from '@mosty/ui-kit';
import { useState } from 'react';
import { compareOnHistory, exportTrial } from '../../contract.ts';
import { DropTrial } from './DropTrial.tsx';
import { questionOf, useQuestion, useSaved, type Question, type Saved } from './question.ts';
import { SavedTrials } from './SavedTrials.tsx';
import { SaveTrial } from './SaveTrial.tsx';
import { TrialPartners } from './TrialPartners.tsx';
import { TrialQuestion } from './TrialQuestion.tsx';
import { TrialTotals } from './TrialTotals.tsx';
import { windowText } from './window-text.ts';
import classes from '../incentives.module.css';

/** What schemes would have cost on the sales there were: asked here, or saved before and opened by its address (S1.36). */
export default function HistoryView() {
  const saved = useSaved();
  return saved ? <Loaded read={saved}>{(trial) => <SavedQuestion of={trial} />}</Loaded> : <AskedQuestion />;
}

function AskedQuestion() {
  const t = useWords('incentives-trial');
  const asked = useQuestion();
  const maySave = useMay('scheme.keep_trial');
  const [saving, setSaving] = useState(false);
  const read = useRead(
    compareOnHistory,
    { body: asked.question },
    { enabled: asked.question.schemes.length > 0 },
  );
  const names = new Map(
    read.data?.partners.map(({ partnerId, partnerName }) => [partnerId as string, partnerName]),
  );
  return (
    <>
      <Section
        title={t('history.choice')}
        note={t('history.note')}
        actions={
          maySave && asked.question.schemes.length > 0 ? (
            <Button variant="default" onClick={() => setSaving(true)}>
              {t('saved.save')}
            </Button>
          ) : null
        }
      >
        <TrialQuestion asked={asked} names={names} />
      </Section>
      {asked.question.schemes.length > 0 ? <Result question={asked.question} read={read} /> : null}
      <SavedTrials />
      {saving ? <SaveTrial question={asked.question} onClose={() => setSaving(false)} /> : null}
    </>
  );
}

function SavedQuestion({ of: trial }: { of: Saved }) {
  const t = useWords('incentives-trial');
  const kit = useWords('kit');
  const format = useFormat();
  const [, setFilters] = useFilters(paths.calculator);
  const read = useRead(compareOnHistory, { body: questionOf(trial) });
  const by = t(trial.savedBy ? 'saved.by' : 'saved.day', {
    name: trial.savedBy ?? '',
    day: format.when(trial.savedAt),
  });
  return (
    <>
      <Section
        title={t('saved.open', { name: trial.name })}
        note={[kit(`class.${trial.class}`), windowText(format, trial), by].join(' · ')}
        actions={
          <>
            <ExportMenu
              of={exportTrial}
              hrefOf={(file) =>
                hrefOf(exportTrial, { params: { trialId: trial.id }, query: { format: file } })
              }
            />
            <DropTrial trial={trial} onDone={() => setFilters({ saved: '' })} />
            <Button variant="default" onClick={() => setFilters({ saved: '' })}>
              {t('saved.change')}
            </Button>
          </>
        }
      >
        <p className={classes.soft}>{trial.schemes.map(({ name }) => `«${name}»`).join(', ')}</p>
      </Section>
      <Result question={questionOf(trial)} read={read} />
      <SavedTrials />
    </>
  );
}

function Result({
  question,
  read,
}: {
  question: Question;
  read: ReturnType<typeof useRead<typeof compareOnHistory>>;
}) {
  const t = useWords('incentives-trial');
  return (
    <Loaded read={read} skeleton={<TableSkeleton columns={6} />}>
      {(compared) =>
        compared.partners.length === 0 ? (
          <EmptyState title={t('history.none')}>{t('history.noneText')}</EmptyState>
        ) : (
          <TrialResult question={question} compared={compared} />
        )
      }
    </Loaded>
  );
}

/** A press on how many gain shows who they are. */
function TrialResult(props: Parameters<typeof TrialTotals>[0]) {
  const [shown, setShown] = useState({ place: 0, who: 'all' as 'all' | 'gain' | 'lose' });
  return (
    <>
      <TrialTotals {...props} onShow={setShown} />
      <TrialPartners {...props} shown={shown} onShow={setShown} />
    </>
  );
}
