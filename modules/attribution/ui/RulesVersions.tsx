import { DataTable, Section, useWords, When, type Column } from '@mosty/ui-kit';
import type { PolicyVersion } from '../contract.ts';
import { changesBetween } from './rules-difference.ts';
import { useRuleSentence } from './rule-sentence.ts';
import classes from './attribution.module.css';

/** Every version, newest first, with what it changed in words. */
export function RulesVersions({ versions }: { versions: readonly PolicyVersion[] }) {
  const t = useWords('attribution');
  const sentence = useRuleSentence();
  const before = (row: PolicyVersion) => versions[versions.indexOf(row) + 1];
  const columns: readonly Column<PolicyVersion>[] = [
    {
      id: 'version',
      title: t('rules.versions'),
      cell: (row) => (
        <>
          {t('rules.version', { number: row.number })}
          <span className={classes.small}>
            {row.publishedAt === null ? t('rules.shipped') : <When value={row.publishedAt} />}
          </span>
        </>
      ),
    },
    {
      id: 'change',
      title: t('rules.changed'),
      cell: (row) => {
        const from = before(row);
        if (!from) return null;
        return (
          <ul className={classes.steps}>
            {changesBetween(from.body, row.body, t, sentence).map((change) => (
              <li key={change}>{change}</li>
            ))}
          </ul>
        );
      },
      narrow: 'bare',
    },
    {
      id: 'by',
      title: t('rules.why'),
      cell: (row) =>
        row.publishedAt === null ? null : (
          <>
            {row.reason}
            <span className={classes.small}>
              {t('rules.by', {
                author: row.author ?? t('rules.unknown'),
                publisher: row.publishedBy ?? t('rules.unknown'),
              })}
              {row.soleApprover ? ` · ${t('rules.sole')}` : null}
            </span>
          </>
        ),
      narrow: 'bare',
    },
  ];
  return (
    <Section title={t('rules.versions')}>
      <DataTable
        label={t('rules.versions')}
        columns={columns}
        rows={versions}
        rowKey={(row) => `${row.number}`}
      />
    </Section>
  );
}
