import { IconPhotoDown } from '@tabler/icons-react';
import type { RefObject } from 'react';
import { PlainButton } from './PlainButton.tsx';
import classes from './ExportMenu.module.css';

interface Props {
  /** Whatever holds the drawing: its first SVG is taken. */
  readonly of: RefObject<HTMLElement | null>;
  /** Of the file, without an ending. */
  readonly name: string;
  /** Stands above the drawing in the picture, for whoever sees it without its page. */
  readonly title: string;
  readonly label: string;
}

/** A chart as a picture, in the light it is seen in. What draws it comes when the pointer is near. */
export function ChartPng({ of, name, title, label }: Props) {
  const load = () => import('./save-chart.ts');
  return (
    <PlainButton
      className={classes.button}
      icon={<IconPhotoDown size={16} stroke={1.6} />}
      onPointerEnter={() => void load()}
      onFocus={() => void load()}
      onClick={() => {
        const drawing = of.current?.querySelector('svg');
        if (drawing) void load().then(({ saveChart }) => saveChart(drawing, { name, title }));
      }}
    >
      {label}
    </PlainButton>
  );
}
