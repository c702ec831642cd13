import { lazy, Suspense } from 'react';
import { Skeleton } from '@mantine/core';
import { Loaded, Section, useRead, useWords } from '@mosty/ui-kit';
import { readShareLine } from '../contract.ts';

const Lines = lazy(() => import('./ShareLines.tsx'));

/** Each class has a line of its own and no two are added (S3.30). Drawn only when it is shown. */
export function ChannelShare() {
  const t = useWords('insight');
  const read = useRead(readShareLine, { query: { months: 18 } });
  return (
    <Section title={t('share.title')} note={t('share.note')}>
      <Loaded read={read} skeleton={<Skeleton height={300} />}>
        {(share) => (
          <Suspense fallback={<Skeleton height={300} />}>
            <Lines share={share} />
          </Suspense>
        )}
      </Loaded>
    </Section>
  );
}
