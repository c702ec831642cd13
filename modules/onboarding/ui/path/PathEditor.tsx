import { Button, Textarea } from '@mantine/core';
import type { Kind } from '@mosty/agreements/contract';
import { RefusalNotice, Section, toast, UnsavedGuard, useVerb, useWords } from '@mosty/ui-kit';
import { useState } from 'react';
import {
  PARTS,
  publishLaunchPath,
  readLaunchPath,
  type Part,
  type PathStep,
  type ShownPath,
} from '../../contract.ts';
import classes from '../onboarding.module.css';
import { moved, newCode, stepsOf, withStep } from './draft.ts';
import { PathRow } from './PathRow.tsx';
import { StepForm } from './StepForm.tsx';

interface Props {
  readonly path: ShownPath;
  readonly kind: Kind | '';
}

/** The path as it would be; nothing holds before it is published with a reason. */
export function PathEditor({ path, kind }: Props) {
  const t = useWords('onboarding');
  const [steps, setSteps] = useState<readonly PathStep[]>(path.body.steps);
  const [edited, setEdited] = useState<PathStep | null>(null);
  const isChanged = JSON.stringify(steps) !== JSON.stringify(path.body.steps);
  const isShipped = JSON.stringify(steps) === JSON.stringify(path.shipped.steps);
  const fresh = (part: Part): PathStep => ({
    code: newCode(steps),
    part,
    side: 'theirs',
    days: 5,
    kinds: kind === '' ? [] : [kind],
    ru: { title: '', what: '' },
    en: { title: '', what: '' },
    questions: [],
  });
  return (
    <>
      {PARTS.map((part) => {
        const shown = stepsOf(steps, part, kind);
        return (
          <div key={part}>
            <h2 className={classes.part}>{t(`part.${part}`)}</h2>
            {shown.length === 0 ? <p className={classes.soft}>{t('path.noSteps')}</p> : null}
            <ol className={classes.steps}>
              {shown.map((step, place) => (
                <PathRow
                  key={step.code}
                  step={step}
                  place={place}
                  of={shown.length}
                  onMove={(by) => setSteps(moved(steps, shown, step.code, by))}
                  onEdit={() => setEdited(step)}
                  onRemove={() => setSteps(steps.filter(({ code }) => code !== step.code))}
                />
              ))}
            </ol>
            <Button
              size="compact-sm"
              variant="default"
              aria-label={`${t('path.add')}: ${t(`part.${part}`)}`}
              onClick={() => setEdited(fresh(part))}
            >
              {t('path.add')}
            </Button>
          </div>
        );
      })}
      {isShipped ? null : (
        <div className={classes.acts}>
          <Button variant="default" onClick={() => setSteps(path.shipped.steps)}>
            {t('path.takeShipped')}
          </Button>
        </div>
      )}
      {isChanged ? (
        <Publish version={path.version + 1} steps={steps} onDrop={() => setSteps(path.body.steps)} />
      ) : null}
      {edited ? (
        <StepForm
          step={edited}
          onClose={() => setEdited(null)}
          onDone={(next) => {
            setSteps(withStep(steps, next));
            setEdited(null);
          }}
        />
      ) : null}
      <UnsavedGuard when={isChanged} />
    </>
  );
}

function Publish(props: { version: number; steps: readonly PathStep[]; onDrop: () => void }) {
  const { version, steps, onDrop } = props;
  const t = useWords('onboarding');
  const verb = useVerb(publishLaunchPath, { invalidates: [readLaunchPath] });
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const isEmpty = reason.trim() === '';
  function publish(): void {
    setTried(true);
    if (isEmpty) return;
    verb.mutate(
      { body: { body: { steps: [...steps] }, reason: reason.trim() } },
      { onSuccess: () => toast(t('path.published', { version })) },
    );
  }
  return (
    <Section title={t('path.next', { version })} note={t('path.keepTheirs')}>
      <Textarea
        label={t('path.reason')}
        maxLength={500}
        autosize
        minRows={2}
        value={reason}
        error={tried && isEmpty ? t('path.needReason') : null}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      {verb.error ? <RefusalNotice refusal={verb.error} /> : null}
      <div className={classes.acts}>
        <Button loading={verb.isPending} onClick={publish}>
          {t('path.publish')}
        </Button>
        <Button variant="subtle" color="gray" onClick={onDrop}>
          {t('path.drop')}
        </Button>
      </div>
    </Section>
  );
}
