import { Section, useFormat, useWords, type AnswerOf } from '@mosty/ui-kit';
import type { readConversion } from '../contract.ts';
import { ON_THE_WAY } from './stages-shown.ts';
import classes from './lifecycle.module.css';

/** How partners went through the stages in the time, and how choosy we were (S0.8). */
export function ConversionTable({ conversion }: { conversion: AnswerOf<typeof readConversion> }) {
  const t = useWords('lifecycle');
  const format = useFormat();
  const rows = conversion.stages.filter(
    (row) => row.entered > 0 && ON_THE_WAY.some((stage) => stage === row.stage),
  );
  if (rows.length === 0) return null;
  const { decided, approved } = conversion.acceptance;
  return (
    <Section
      title={t('conversion.title')}
      note={t('conversion.note', { from: format.when(conversion.from), to: format.when(conversion.to) })}
    >
      <div className={classes.scroll} role="region" aria-label={t('conversion.title')} tabIndex={0}>
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">{t('conversion.stage')}</th>
              <th scope="col">{t('conversion.entered')}</th>
              <th scope="col">{t('conversion.wentOn')}</th>
              <th scope="col">{t('conversion.declined')}</th>
              <th scope="col">{t('conversion.stillHere')}</th>
              <th scope="col">{t('conversion.median')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.stage}>
                <th scope="row">{t(`stage.${row.stage}`)}</th>
                <td>{row.entered}</td>
                <td>{row.wentOn}</td>
                <td>{row.declined}</td>
                <td>{row.stillHere}</td>
                <td>{row.medianDays === null ? '–' : t('days', { count: row.medianDays })}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {decided > 0 ? <p className={classes.soft}>{t('conversion.accepted', { approved, decided })}</p> : null}
    </Section>
  );
}
