import { readShareLine } from '../contract.ts';
import { Loaded, Section, ShareLine, TableSkeleton, useRead, useWords } from '@mosty/ui-kit';

/** The share of partner sales by month with the marks of 10 % and 30 % (S3.30); a month that is not over is left out. */
export function ChannelShare() {
  const t = useWords('insight');
  const read = useRead(readShareLine, { query: { months: 18 } });
  return (
    <Section title={t('share.title')} note={t('share.note')}>
      <Loaded read={read} skeleton={<TableSkeleton columns={3} />}>
        {({ months }) => (
          <ShareLine
            label={t('share.label')}
            points={months
              .filter((one) => one.whole)
              .map(({ month, lines }) => ({
                month,
                sharePpm: lines.find((line) => line.class === 'partner_sales')?.sharePpm ?? null,
              }))}
          />
        )}
      </Loaded>
    </Section>
  );
}
