import { ActionIcon, Button, Select, TextInput } from '@mantine/core';
import { Loaded, RefusalNotice, Section, toast, useMay, useRead, useVerb, useWords } from '@mosty/ui-kit';
import { IconArrowDown, IconArrowUp, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { listStages, readBoard, setStages, TURNS, type Stage, type Turn } from '../../contract.ts';
import { useStageName } from './stage-name.ts';
import classes from './work.module.css';

export function StagesOfDeals() {
  const t = useWords('deals');
  const read = useRead(listStages, {});
  return (
    <Section title={t('work.setUp.stages')} note={t('work.setUp.stagesNote')}>
      <Loaded read={read}>{({ items }) => <Stages key={JSON.stringify(items)} known={items} />}</Loaded>
    </Section>
  );
}

/** Rename, reorder, add, remove; saved as a whole. */
function Stages({ known }: { known: readonly Stage[] }) {
  const t = useWords('deals');
  const nameOf = useStageName();
  const may = useMay('deal.set_up');
  const verb = useVerb(setStages, { invalidates: [listStages, readBoard] });
  const [stages, setRows] = useState(known);
  const change = (code: string, what: Partial<Stage>): void =>
    setRows(stages.map((stage) => (stage.code === code ? { ...stage, ...what } : stage)));
  const shift = (from: number, to: number): void => {
    const next = [...stages];
    next.splice(to, 0, ...next.splice(from, 1));
    setRows(next);
  };
  if (!may)
    return (
      <ol>
        {known.map((stage) => (
          <li key={stage.code}>{nameOf(stage)}</li>
        ))}
      </ol>
    );
  return (
    <>
      <ol className={classes.stages}>
        {stages.map((stage, place) => {
          const name = nameOf(stage);
          return (
            <li key={stage.code} className={classes.stage}>
              <TextInput
                label={t('work.setUp.name')}
                aria-label={t('work.setUp.name')}
                value={name}
                maxLength={100}
                onChange={(event) => change(stage.code, { name: event.currentTarget.value })}
              />
              <Select
                label={t('work.setUp.turn')}
                aria-label={t('work.setUp.turn')}
                data={TURNS.map((value) => ({ value, label: t(`work.turn.${value}`) }))}
                allowDeselect={false}
                value={stage.turn}
                onChange={(turn) => change(stage.code, { turn: (turn ?? 'us') as Turn })}
              />
              <TextInput
                label={t('work.setUp.chance')}
                aria-label={t('work.setUp.chance')}
                inputMode="numeric"
                value={String(Math.round(stage.probabilityPpm / 10_000))}
                onChange={(event) => {
                  const percent = Number(event.currentTarget.value);
                  if (percent >= 0 && percent <= 100)
                    change(stage.code, { probabilityPpm: Math.round(percent) * 10_000 });
                }}
              />
              <span className={classes.quiet}>{stage.outcome ? t(`work.states.${stage.outcome}`) : ''}</span>
              <span className={classes.line}>
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  disabled={place === 0}
                  aria-label={t('work.setUp.up', { name })}
                  onClick={() => shift(place, place - 1)}
                >
                  <IconArrowUp size={16} stroke={1.6} />
                </ActionIcon>
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  disabled={place === stages.length - 1}
                  aria-label={t('work.setUp.down', { name })}
                  onClick={() => shift(place, place + 1)}
                >
                  <IconArrowDown size={16} stroke={1.6} />
                </ActionIcon>
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  disabled={stage.outcome !== null}
                  aria-label={t('work.setUp.remove', { name })}
                  onClick={() => setRows(stages.filter(({ code }) => code !== stage.code))}
                >
                  <IconX size={16} stroke={1.6} />
                </ActionIcon>
              </span>
            </li>
          );
        })}
      </ol>
      {verb.error ? <RefusalNotice refusal={verb.error} /> : null}
      <div className={classes.acts} style={{ marginTop: 16 }}>
        <Button
          loading={verb.isPending}
          onClick={() =>
            verb.mutate({ body: { stages: [...stages] } }, { onSuccess: () => toast(t('work.setUp.saved')) })
          }
        >
          {t('work.setUp.save')}
        </Button>
        <Button
          variant="default"
          onClick={() =>
            setRows([
              ...stages.slice(0, -2),
              {
                code: `own_${stages.length}_${Math.floor(Math.random() * 1e6)}`,
                name: t('work.setUp.newStage'),
                probabilityPpm: 500_000,
                outcome: null,
                turn: 'us',
              },
              ...stages.slice(-2),
            ])
          }
        >
          {t('work.setUp.add')}
        </Button>
      </div>
    </>
  );
}
