import {
  Act,
  ClassBadge,
  DataTable,
  PageLink,
  paths,
  Section,
  useFormat,
  useWords,
  When,
  type Column,
  type ReportingClass,
} from '@mosty/ui-kit';
import { useState } from 'react';
import type { AssignmentRow } from '../contract.ts';
import { AssignScheme } from './AssignScheme.tsx';
import { EndAssignment } from './EndAssignment.tsx';
import type { SchemeCard } from './SchemeScreen.tsx';
import classes from './incentives.module.css';

/** Who is paid by the scheme: partner, class, role, since when. */
export function SchemePeople({ scheme }: { scheme: SchemeCard }) {
  const t = useWords('incentives');
  const format = useFormat();
  const [assigning, setAssigning] = useState(false);
  const mayAssign = scheme.can['scheme.assign'];
  const columns: readonly Column<AssignmentRow>[] = [
    {
      id: 'partner',
      title: t('scheme.partner'),
      cell: (row) => (
        <PageLink to={paths.partner({ partnerId: row.partnerId })} look="quiet">
          {row.partnerName}
        </PageLink>
      ),
    },
    {
      id: 'class',
      title: t('scheme.class'),
      cell: (row) => <ClassBadge of={row.class as ReportingClass} short />,
      narrow: 'bare',
    },
    { id: 'role', title: t('scheme.role'), cell: (row) => t(`role.${row.role}`), narrow: 'line' },
    {
      id: 'since',
      title: t('scheme.since'),
      cell: (row) => <When value={row.validFrom} />,
      align: 'right',
      narrow: 'line',
    },
    {
      id: 'until',
      title: t('scheme.until'),
      cell: (row) => (row.validTo ? format.when(row.validTo, 'short') : t('scheme.open')),
      align: 'right',
      narrow: 'line',
    },
    ...(mayAssign === true
      ? [
          {
            id: 'end',
            title: '',
            cell: (row: AssignmentRow) =>
              row.validTo === null ? <EndAssignment assignmentId={row.id} /> : null,
            align: 'right' as const,
            narrow: 'bare' as const,
          },
        ]
      : []),
  ];
  const isPublished = scheme.versions.some((version) => version.publishedAt !== null);
  return (
    <Section
      title={t('scheme.people')}
      actions={
        isPublished && scheme.archivedAt === null ? (
          <Act can={mayAssign} variant="default" onClick={() => setAssigning(true)}>
            {t('scheme.assign')}
          </Act>
        ) : null
      }
    >
      {scheme.assignments.length > 0 ? (
        <DataTable
          label={t('scheme.people')}
          columns={columns}
          rows={scheme.assignments}
          rowKey={(row) => row.id}
        />
      ) : (
        <p className={classes.soft}>{t('scheme.peopleNone')}</p>
      )}
      {assigning ? <AssignScheme schemeId={scheme.id} onClose={() => setAssigning(false)} /> : null}
    </Section>
  );
}
