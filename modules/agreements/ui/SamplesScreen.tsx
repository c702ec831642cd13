import { Button } from '@mantine/core';
import {
  Badge,
  ConfirmWithConsequence,
  FilterBar,
  Loaded,
  PageHeading,
  paths,
  Section,
  toast,
  useFilters,
  useLanguage,
  useRead,
  useVerb,
  useWords,
  When,
} from '@mosty/ui-kit';
import type { ReactNode } from 'react';
import { getExpectationsTemplate, KINDS, listSamples, publishSample, type Sample } from '../contract.ts';
import { SampleForm } from './SampleForm.tsx';
import { VersionText } from './VersionText.tsx';
import classes from './agreements.module.css';

/** What a page of mutual expectations begins with, kind by kind; the company may put it in its own words. */
export default function SamplesScreen() {
  const t = useWords('agreements');
  const language = useLanguage();
  const [filters, set] = useFilters(paths.samples);
  const read = useRead(listSamples, { query: { language } });
  const kind = KINDS.find((one) => one === filters.kind) ?? 'agent';
  return (
    <>
      <PageHeading title={t('samples.title')} answer={t('samples.answer')} />
      <FilterBar
        values={filters}
        onChange={set}
        fields={[
          {
            key: 'kind',
            kind: 'choice',
            label: t('samples.kind'),
            options: KINDS.map((value) => ({ value, label: t(`kind.${value}`) })),
          },
        ]}
      />
      <Loaded read={read}>
        {({ items, can }) =>
          items
            .filter((one) => one.kind === kind)
            .map((sample) => (
              <Shown
                key={sample.kind}
                sample={sample}
                may={can.publish}
                onEdit={() => set({ kind, edit: '1' })}
              >
                {filters.edit && can.publish ? (
                  <SampleForm sample={sample} onClose={() => set({ edit: '' })} />
                ) : null}
              </Shown>
            ))
        }
      </Loaded>
    </>
  );
}

interface Props {
  readonly sample: Sample;
  readonly may: boolean;
  readonly onEdit: () => void;
  readonly children: ReactNode;
}

function Shown({ sample, may, onEdit, children }: Props) {
  const t = useWords('agreements');
  const language = useLanguage();
  const verb = useVerb(publishSample, {
    invalidates: [listSamples, getExpectationsTemplate],
    onDone: () => toast(t('samples.backDone')),
  });
  return (
    <Section
      title={t(`kind.${sample.kind}`)}
      actions={
        may ? (
          <span className={classes.inline}>
            <Button size="compact-sm" variant="default" onClick={onEdit}>
              {t('samples.edit')}
            </Button>
            {sample.isShipped ? null : (
              <ConfirmWithConsequence
                title={t('samples.backTitle')}
                consequence={t('samples.backText')}
                confirm={t('samples.back')}
                onConfirm={() =>
                  verb.mutateAsync({ params: { kind: sample.kind }, body: { language, body: null } })
                }
              >
                {(ask) => (
                  <Button size="compact-sm" variant="subtle" color="gray" onClick={ask}>
                    {t('samples.back')}
                  </Button>
                )}
              </ConfirmWithConsequence>
            )}
          </span>
        ) : null
      }
    >
      <p>
        <Badge tone={sample.isShipped ? 'plain' : 'accent'}>
          {t(sample.isShipped ? 'samples.shipped' : 'samples.own', { version: sample.version })}
        </Badge>
      </p>
      <VersionText version={sample.body} />
      {sample.versions.map((one) => (
        <details key={one.version}>
          <summary>
            {t('version.number', { version: one.version })} · <When value={one.publishedAt} />
            {one.person ? ` · ${one.person}` : ''}
          </summary>
          {one.body ? <VersionText version={one.body} /> : <p>{t('samples.broughtBack')}</p>}
        </details>
      ))}
      {children}
    </Section>
  );
}
