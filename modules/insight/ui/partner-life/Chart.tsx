import { useElementSize, useMergedRef } from '@mantine/hooks';
import { ChartPng, useWords } from '@mosty/ui-kit';
import { useRef, type ReactNode } from 'react';
import classes from './partner-life.module.css';

interface Props {
  /** What the drawing shows, said in full: its caption, its name for those who listen, the title of its picture. */
  readonly title: string;
  /** Of the picture's file. */
  readonly name: string;
  readonly legend?: ReactNode;
  readonly height: number;
  readonly children: (width: number) => ReactNode;
}

/** A drawing as wide as its place, with its legend above and a way to take it along. */
export function Chart({ title, name, legend, height, children }: Props) {
  const t = useWords('insight-partner-life');
  const { ref: sized, width } = useElementSize<HTMLDivElement>();
  const held = useRef<HTMLDivElement>(null);
  const ref = useMergedRef(sized, held);
  return (
    <figure className={classes.figure}>
      <figcaption className={classes.caption}>
        <span className={classes.legend}>{legend ?? title}</span>
        <ChartPng of={held} name={name} title={title} label={t('png')} />
      </figcaption>
      <div ref={ref} className={classes.canvas} style={{ minHeight: height }}>
        {width > 0 ? (
          <svg width={width} height={height} role="img" aria-label={title}>
            {children(width)}
          </svg>
        ) : null}
      </div>
    </figure>
  );
}

/** One entry of a legend: the very stroke or ground of the drawing, and its name. */
export function Key({ look, children }: { readonly look: string; readonly children: ReactNode }) {
  return (
    <span className={classes.key}>
      <svg width="20" height="10" aria-hidden="true">
        {look.startsWith('bar') ? (
          <rect width="20" height="10" className={classes.bar} data-look={look} />
        ) : (
          <line x1="0" x2="20" y1="5" y2="5" className={classes.line} data-look={look} />
        )}
      </svg>
      {children}
    </span>
  );
}
