import { Count, DataTable, Section, useLanguage, useWords, type AnswerOf } from '@mosty/ui-kit';
import type { getClickFigures } from '../contract.ts';
import classes from './clicks.module.css';
import { countryName } from './country-name.ts';

type Answer = AnswerOf<typeof getClickFigures>;
type Origin = Answer['countries'][number];

/** Where people came from; machines are left out. */
export function ClickOrigins({ answer }: { answer: Answer }) {
  const t = useWords('tracking');
  const language = useLanguage();
  return (
    <div className={classes.beside}>
      <Origins
        title={t('clicks.countries')}
        rows={answer.countries}
        nameOf={(name) => (name === null ? t('clicks.unknownCountry') : countryName(name, language))}
      />
      <Origins
        title={t('clicks.referrers')}
        rows={answer.referrers}
        nameOf={(name) => name ?? t('clicks.noReferrer')}
      />
    </div>
  );
}

function Origins(props: { title: string; rows: readonly Origin[]; nameOf: (name: string | null) => string }) {
  const t = useWords('tracking');
  if (props.rows.length === 0) return null;
  return (
    <Section title={props.title}>
      <DataTable
        label={props.title}
        rows={props.rows}
        rowKey={(row) => (row.rest ? 'rest' : `name ${row.name ?? ''}`)}
        columns={[
          {
            id: 'name',
            title: props.title,
            cell: (row) => (row.rest ? t('clicks.rest') : props.nameOf(row.name)),
            narrow: 'title',
          },
          {
            id: 'clicks',
            title: t('clicks.human'),
            cell: (row) => <Count value={row.clicks} />,
            align: 'right',
            narrow: 'value',
          },
        ]}
      />
    </Section>
  );
}
