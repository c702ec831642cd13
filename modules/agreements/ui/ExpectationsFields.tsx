import { ActionIcon, Button, Select, Textarea, TextInput } from '@mantine/core';
import { call, DayInput, toast, useLanguage, useWords } from '@mosty/ui-kit';
import { IconX } from '@tabler/icons-react';
import { getExpectationsTemplate, POINTS, SIDES, type Kind, type Point } from '../contract.ts';
import { ExclusivityFields } from './ExclusivityFields.tsx';
import {
  draftOf,
  emptyPoints,
  nextKey,
  type ExclusivityDraft,
  type ExpectationsDraft,
  type PromiseDraft,
} from './expectations-form.ts';
import classes from './agreements.module.css';

interface Props {
  /** What a page of promises of such a partner begins with. */
  readonly kind: Kind;
  readonly value: ExpectationsDraft;
  readonly onChange: (value: ExpectationsDraft) => void;
  /** Points found empty when it was sent. */
  readonly wrong: readonly Point[];
  /** What is wanting of an exclusivity; without it the form has none: a sample offers none. */
  readonly exclusivity?: readonly (keyof ExclusivityDraft)[];
}

const PROMISES_MAX = 20;

/** Four points and the promises of both sides: what fits a page (S0.40, S0.60). */
export function ExpectationsFields({ kind, value, onChange, wrong, exclusivity }: Props) {
  const t = useWords('agreements');
  const language = useLanguage();
  const setPromise = (key: number, change: Partial<PromiseDraft>): void =>
    onChange({
      ...value,
      promises: value.promises.map((promise) => (promise.key === key ? { ...promise, ...change } : promise)),
    });
  /** Only what is empty: words written by hand stay. */
  async function fill(): Promise<void> {
    const template = draftOf(await call(getExpectationsTemplate, { params: { kind }, query: { language } }));
    const filled = { ...value };
    for (const point of emptyPoints(value)) filled[point] = template[point];
    onChange({ ...filled, promises: value.promises.length > 0 ? value.promises : template.promises });
  }
  return (
    <>
      {emptyPoints(value).length > 0 ? (
        <div>
          <Button
            size="compact-sm"
            variant="subtle"
            onClick={() => void fill().catch(() => toast(t('sample.failed')))}
          >
            {t('sample.fill')}
          </Button>
        </div>
      ) : null}
      {POINTS.map((point) => (
        <Textarea
          key={point}
          label={t(`points.${point}`)}
          required
          autosize
          minRows={2}
          maxLength={1000}
          value={value[point]}
          error={wrong.includes(point) && value[point].trim() === '' ? t('propose.needPoint') : undefined}
          onChange={(event) => onChange({ ...value, [point]: event.currentTarget.value })}
        />
      ))}
      <fieldset style={{ margin: 0, padding: 0, border: 0, display: 'grid', gap: 12 }}>
        <legend className={classes.name} style={{ padding: 0 }}>
          {t('propose.promises')}
        </legend>
        <p className={classes.small}>{t('propose.promisesNote')}</p>
        {value.promises.map((promise, place) => (
          <div key={promise.key} className={classes.promise}>
            <Select
              label={place === 0 ? t('propose.side') : undefined}
              aria-label={t('propose.side')}
              allowDeselect={false}
              data={SIDES.map((side) => ({ value: side, label: t(`propose.${side}`) }))}
              value={promise.side}
              onChange={(side) => setPromise(promise.key, { side: side === 'theirs' ? 'theirs' : 'ours' })}
            />
            <TextInput
              label={place === 0 ? t('propose.words') : undefined}
              aria-label={t('propose.words')}
              maxLength={300}
              value={promise.words}
              onChange={(event) => setPromise(promise.key, { words: event.currentTarget.value })}
            />
            <DayInput
              label={place === 0 ? t('propose.due') : undefined}
              aria-label={t('propose.due')}
              value={promise.dueOn}
              onChange={(day) => setPromise(promise.key, { dueOn: day })}
            />
            <ActionIcon
              variant="subtle"
              color="gray"
              size="lg"
              aria-label={t('propose.remove')}
              onClick={() =>
                onChange({ ...value, promises: value.promises.filter((one) => one.key !== promise.key) })
              }
            >
              <IconX size={16} />
            </ActionIcon>
          </div>
        ))}
        {value.promises.length < PROMISES_MAX ? (
          <div>
            <Button
              size="compact-sm"
              variant="default"
              onClick={() =>
                onChange({
                  ...value,
                  promises: [
                    ...value.promises,
                    {
                      key: nextKey(),
                      side: value.promises.length % 2 ? 'theirs' : 'ours',
                      words: '',
                      dueOn: '',
                    },
                  ],
                })
              }
            >
              {t('propose.add')}
            </Button>
          </div>
        ) : null}
      </fieldset>
      {exclusivity ? (
        <ExclusivityFields
          value={value.exclusivity}
          wrong={exclusivity}
          onChange={(one) => onChange({ ...value, exclusivity: one })}
        />
      ) : null}
    </>
  );
}
