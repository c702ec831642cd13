import {
  Answer,
  Count,
  Figures,
  Money,
  PageLink,
  paths,
  Section,
  useFormat,
  useWords,
  type Figure,
} from '@mosty/ui-kit';
import type { ReactNode } from 'react';
import type { Import } from './ImportScreen.tsx';
import type { Show } from './RowsOfImport.tsx';
import classes from './integrations.module.css';

type Found = NonNullable<Import['found']>;

/** What would be written, before anything is. */
export function ImportFound({ file, found }: { file: Import; found: Found }) {
  const t = useWords('integrations');
  const { count, when } = useFormat();
  const { states } = found;
  const toWrite = states.new + states.changed;
  /** A figure opens the lines of the file behind it. */
  const opening = (value: number, show: Show | null): ReactNode =>
    show && value > 0 ? (
      <PageLink to={paths.import({ importId: file.id }, { show })}>
        <Count value={value} />
      </PageLink>
    ) : (
      <Count value={value} />
    );
  const figures: Figure[] = [
    { label: t('found.rows'), value: opening(found.rows, 'all') },
    {
      label: t(`found.new.${file.kind}`),
      value: opening(states.new, 'new'),
      note: found.from && found.to ? t('found.window', { from: when(found.from), to: when(found.to) }) : null,
    },
    ...money(found.sales, t(file.kind === 'costs' ? 'found.costSum' : 'found.saleSum')),
    ...money(found.credits, t('found.creditSum')),
  ];
  const more: readonly (readonly [string, number, string | null, Show | null])[] = [
    [t('found.changed'), states.changed, null, 'changed'],
    [t('found.newClients'), found.newClients, null, null],
    [t('found.known'), states.known, t('found.knownNote'), 'known'],
    [t('found.differs'), states.differs, t('found.differsNote'), 'differs'],
    [t('found.bad'), found.badRows, t('found.badNote'), 'bad'],
    [t('found.held'), states.held, t('found.heldNote'), 'held'],
    [t('found.refused'), states.refused, t('found.refusedNote'), 'refused'],
  ];
  for (const [label, value, note, show] of more)
    if (value > 0) figures.push({ label, value: opening(value, show), note });
  return (
    <>
      <Answer
        tone={toWrite === 0 || found.badRows > 0 ? 'warn' : 'plain'}
        note={t(file.can.apply ? 'found.nothingYet' : 'found.ofCheck')}
      >
        {toWrite === 0
          ? t('found.nothing')
          : t(found.badRows > 0 ? 'found.partly' : 'found.all', {
              shown: count(toWrite),
              bad: count(found.badRows),
            })}
      </Answer>
      <div className={classes.gap}>
        <Figures label={t('found.title')} items={figures} />
      </div>
      {found.unknownPartnersCount > 0 ? <Strangers file={file} found={found} /> : null}
    </>
  );
}

function money(sums: Found['sales'], label: string): Figure[] {
  return sums.map(({ currency, amountMinor }) => ({
    label: sums.length > 1 ? `${label}, ${currency}` : label,
    value: <Money minor={amountMinor} currency={currency} />,
  }));
}

function Strangers({ file, found }: { file: Import; found: Found }) {
  const t = useWords('integrations');
  const { count } = useFormat();
  const hidden = found.unknownPartnersCount - found.unknownPartners.length;
  return (
    <Section
      title={t('found.strangers', { shown: count(found.unknownPartnersCount) })}
      note={t(file.kind === 'costs' ? 'found.strangersCosts' : 'found.strangersSales')}
    >
      <ul className={classes.names}>
        {found.unknownPartners.map(({ name, count: times }) => (
          <li key={name}>
            {name} <span className={classes.soft}>× {count(times)}</span>
          </li>
        ))}
        {hidden > 0 ? <li className={classes.soft}>{t('found.more', { shown: count(hidden) })}</li> : null}
      </ul>
    </Section>
  );
}
