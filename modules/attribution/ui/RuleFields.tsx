import { ActionIcon, Checkbox, NumberInput, Select } from '@mantine/core';
import { useWords } from '@mosty/ui-kit';
import { IconArrowsSort, IconX } from '@tabler/icons-react';
import { useEffect, useRef, type KeyboardEvent } from 'react';
import type { Sharing } from '../contract.ts';
import { ModelExample } from './ModelExample.tsx';
import { useRuleSentence, type RuleBody } from './rule-sentence.ts';
import classes from './attribution.module.css';

interface Props {
  readonly rule: RuleBody;
  readonly place: number;
  readonly of: number;
  readonly onChange: (rule: RuleBody) => void;
  readonly onMove: (by: -1 | 1) => void;
  readonly onRemove: () => void;
}

/** One rule: moved by the arrows of the keyboard or by its button, and said in a sentence as it is changed. */
export function RuleFields({ rule, place, of, onChange, onMove, onRemove }: Props) {
  const t = useWords('attribution');
  const sentence = useRuleSentence();
  const name = t(`rule.${rule.rule}`);
  const handle = useRef<HTMLButtonElement>(null);
  const refocus = useRef(false);
  // The moved row is another element in the list: the hand stays on it.
  useEffect(() => {
    if (refocus.current) handle.current?.focus();
    refocus.current = false;
  }, [place]);
  const move = (by: -1 | 1) => {
    refocus.current = true;
    onMove(by);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return;
    event.preventDefault();
    move(event.key === 'ArrowUp' ? -1 : 1);
  };
  return (
    <li className={classes.rule}>
      <ActionIcon
        ref={handle}
        variant="subtle"
        color="gray"
        size={36}
        aria-label={t('rules.move', { rule: name, place: place + 1, of })}
        onKeyDown={onKeyDown}
        onClick={() => move(place === 0 ? 1 : -1)}
      >
        <IconArrowsSort size={16} stroke={1.6} />
      </ActionIcon>
      <div>
        <span className={classes.inline}>
          <span className={classes.place}>{place + 1}</span>
          <span className={classes.ruleName}>{name}</span>
        </span>
        <span className={classes.small}>{sentence(rule)}</span>
        <Fields rule={rule} onChange={onChange} />
      </div>
      <ActionIcon
        variant="subtle"
        color="gray"
        size={36}
        disabled={of === 1}
        aria-label={`${t('rules.remove')}: ${name}`}
        onClick={onRemove}
      >
        <IconX size={16} stroke={1.6} />
      </ActionIcon>
    </li>
  );
}

function Fields({ rule, onChange }: Pick<Props, 'rule' | 'onChange'>) {
  const t = useWords('attribution');
  switch (rule.rule) {
    case 'explicit_partner':
      return null;
    case 'deal':
      return (
        <div className={classes.fields}>
          <Select
            label={t('rules.bypass')}
            w={320}
            allowDeselect={false}
            value={rule.bypass}
            data={(['credits_registered', 'counts_as_direct'] as const).map((value) => ({
              value,
              label: t(`rules.bypassWords.${value}`),
            }))}
            onChange={(bypass) => bypass && onChange({ ...rule, bypass: bypass as typeof rule.bypass })}
          />
        </div>
      );
    case 'code':
      return (
        <div className={classes.fields}>
          <Checkbox
            label={t('rules.yields')}
            checked={rule.yieldsToTouches}
            onChange={(event) => onChange({ ...rule, yieldsToTouches: event.currentTarget.checked })}
          />
        </div>
      );
    case 'touches':
      return <TouchFields rule={rule} onChange={onChange} />;
    case 'keeper':
      return (
        <div className={classes.fields}>
          <NumberInput
            label={t('rules.forDays')}
            min={1}
            max={3650}
            value={rule.forDays ?? ''}
            onChange={(value) =>
              onChange({ ...rule, forDays: value === '' ? null : Math.max(1, Math.round(Number(value))) })
            }
          />
        </div>
      );
  }
}

const MODELS = ['first', 'last', 'linear', 'position', 'time_decay'] as const;
const PPM = 10_000;

const FRESH: Readonly<Record<(typeof MODELS)[number], Sharing>> = {
  first: { model: 'first' },
  last: { model: 'last' },
  linear: { model: 'linear' },
  position: { model: 'position', firstPpm: 400_000, lastPpm: 400_000 },
  time_decay: { model: 'time_decay', halfLifeDays: 7 },
};

function TouchFields({
  rule,
  onChange,
}: {
  rule: Extract<RuleBody, { rule: 'touches' }>;
  onChange: Props['onChange'];
}) {
  const t = useWords('attribution');
  const { sharing } = rule;
  const set = (next: Sharing) => onChange({ ...rule, sharing: next });
  const percent = (value: string | number) => Math.min(100, Math.max(0, Math.round(Number(value)))) * PPM;
  return (
    <>
      <div className={classes.fields}>
        <NumberInput
          label={t('rules.window')}
          min={1}
          max={730}
          value={rule.windowDays}
          onChange={(value) =>
            onChange({ ...rule, windowDays: Math.min(730, Math.max(1, Math.round(Number(value)))) })
          }
        />
        <Select
          label={t('rules.model')}
          allowDeselect={false}
          value={sharing.model}
          data={MODELS.map((value) => ({ value, label: t(`modelName.${value}`) }))}
          onChange={(value) => value && set(FRESH[value as (typeof MODELS)[number]])}
        />
        {sharing.model === 'position' ? (
          <>
            <NumberInput
              label={t('rules.first')}
              min={0}
              max={100 - sharing.lastPpm / PPM}
              value={sharing.firstPpm / PPM}
              onChange={(value) =>
                set({ ...sharing, firstPpm: Math.min(percent(value), 100 * PPM - sharing.lastPpm) })
              }
            />
            <NumberInput
              label={t('rules.last')}
              min={0}
              max={100 - sharing.firstPpm / PPM}
              value={sharing.lastPpm / PPM}
              onChange={(value) =>
                set({ ...sharing, lastPpm: Math.min(percent(value), 100 * PPM - sharing.firstPpm) })
              }
            />
          </>
        ) : null}
        {sharing.model === 'time_decay' ? (
          <NumberInput
            label={t('rules.halfLife')}
            min={1}
            max={365}
            value={sharing.halfLifeDays}
            onChange={(value) =>
              set({ ...sharing, halfLifeDays: Math.min(365, Math.max(1, Math.round(Number(value)))) })
            }
          />
        ) : null}
      </div>
      <ModelExample sharing={sharing} windowDays={rule.windowDays} />
    </>
  );
}
