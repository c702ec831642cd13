import { Checkbox, Radio, Stack } from '@mantine/core';
import { useWords } from '@mosty/ui-kit';
import type { ClassAnswers } from '../contract.ts';
import classes from './agreements.module.css';

export type ClassDraft = { [K in keyof ClassAnswers]?: ClassAnswers[K] | undefined };

const EXPERIENCES = ['none', 'access_only', 'paid', 'paid_with_result'] as const;
const GOALS = ['product_or_event', 'technology_or_audience', 'brand', 'new_market'] as const;
const ANSWERABLES = ['nobody', 'people_named', 'people_and_terms'] as const;

/** The five questions of the class (S2.40), the same wherever they are asked. */
export function ClassQuestions({
  draft,
  onChange,
}: {
  draft: ClassDraft;
  onChange: (draft: ClassDraft) => void;
}) {
  const t = useWords('agreements');
  const set = (change: ClassDraft): void => onChange({ ...draft, ...change });
  const yesNo = (key: 'readyToTell' | 'bringsClients', note?: string) => (
    <Radio.Group
      label={t(`wizard.${key}`)}
      description={note}
      value={draft[key] === undefined ? '' : draft[key] ? 'yes' : 'no'}
      onChange={(value) => set({ [key]: value === 'yes' })}
    >
      <Stack gap={8} mt={10}>
        <Radio value="yes" label={t('wizard.yes')} />
        <Radio value="no" label={t('wizard.no')} />
      </Stack>
    </Radio.Group>
  );
  return (
    <div className={classes.questions}>
      <Radio.Group
        label={t('wizard.experience')}
        description={t('wizard.experienceNote')}
        value={draft.experience ?? ''}
        onChange={(value) => set({ experience: EXPERIENCES.find((one) => one === value) })}
      >
        <Stack gap={8} mt={10}>
          {EXPERIENCES.map((value) => (
            <Radio key={value} value={value} label={t(`wizard.experiences.${value}`)} />
          ))}
        </Stack>
      </Radio.Group>
      {yesNo('readyToTell')}
      {yesNo('bringsClients', t('wizard.bringsClientsNote'))}
      <Checkbox.Group
        label={t('wizard.jointGoals')}
        description={t('wizard.jointGoalsNote')}
        value={draft.jointGoals ?? []}
        onChange={(values) => set({ jointGoals: GOALS.filter((goal) => values.includes(goal)) })}
      >
        <Stack gap={8} mt={10}>
          {GOALS.map((value) => (
            <Checkbox key={value} value={value} label={t(`wizard.goals.${value}`)} />
          ))}
        </Stack>
      </Checkbox.Group>
      <Radio.Group
        label={t('wizard.answerable')}
        value={draft.answerable ?? ''}
        onChange={(value) => set({ answerable: ANSWERABLES.find((one) => one === value) })}
      >
        <Stack gap={8} mt={10}>
          {ANSWERABLES.map((value) => (
            <Radio key={value} value={value} label={t(`wizard.answerables.${value}`)} />
          ))}
        </Stack>
      </Radio.Group>
    </div>
  );
}

/** All five are needed before anything is said. */
export function wholeAnswers({
  experience,
  readyToTell,
  bringsClients,
  jointGoals = [],
  answerable,
}: ClassDraft): ClassAnswers | null {
  if (
    experience === undefined ||
    readyToTell === undefined ||
    bringsClients === undefined ||
    answerable === undefined
  )
    return null;
  return { experience, readyToTell, bringsClients, jointGoals, answerable };
}
