import { Badge, DataTable, Section, useWords } from '@mosty/ui-kit';
import type { Readiness } from '../contract.ts';

/** How many partners each keeper leads against how many one can (S2.17). */
export function Capacity({ of: found }: { of: Readiness }) {
  const t = useWords('readiness');
  return (
    <Section title={t('page.capacity')} note={t('page.capacityNote', found.capacityOf)}>
      <DataTable
        label={t('page.capacity')}
        rows={found.capacity}
        rowKey={(row) => row.memberId}
        tone={(row) => (row.isOver ? 'warn' : undefined)}
        empty={<p>{t('page.nobodyLeads')}</p>}
        columns={[
          { id: 'keeper', title: t('page.keeper'), cell: (row) => row.name },
          {
            id: 'high',
            title: t('page.highTouch'),
            align: 'right',
            narrow: 'line',
            cell: (row) => row.highTouch,
          },
          {
            id: 'scaled',
            title: t('page.scaled'),
            align: 'right',
            narrow: 'line',
            cell: (row) => row.scaled,
          },
          {
            id: 'load',
            title: t('page.load'),
            narrow: 'value',
            cell: (row) => (
              <Badge tone={row.isOver ? 'warn' : 'plain'}>{t(row.isOver ? 'page.over' : 'page.fits')}</Badge>
            ),
          },
        ]}
      />
    </Section>
  );
}
