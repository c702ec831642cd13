import { lazy, Suspense } from 'react';
import { Skeleton } from '@mantine/core';

export interface SharePoint {
  /** `YYYY-MM`. */
  readonly month: string;
  /** Share of all revenue in parts per million; null where it cannot be told. */
  readonly sharePpm: number | null;
}

export interface ShareLineProps {
  readonly points: readonly SharePoint[];
  /** What the line is: «Доля партнёрских продаж в выручке». */
  readonly label: string;
  /** Levels that mean something, in ppm with words. 10 % and 30 % unless told. */
  readonly marks?: readonly { readonly ppm: number; readonly label: string }[];
}

const Drawn = lazy(() => import('./ShareLineChart.tsx'));

/** The share of a channel by month, with its marks and the table behind it. Loads when it is shown. */
export function ShareLine(props: ShareLineProps) {
  return (
    <Suspense fallback={<Skeleton height={260} />}>
      <Drawn {...props} />
    </Suspense>
  );
}
