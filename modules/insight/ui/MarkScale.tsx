import { formatPercent, useLanguage } from '@mosty/ui-kit';
import classes from './scale.module.css';

interface Props {
  /** Where we stand, parts per million. */
  readonly ppm: number;
  /** Borders from the lowest up, each with the word for what lies below it. */
  readonly marks: readonly { readonly ppm: number; readonly below: string }[];
  /** The word for what lies above the last border. */
  readonly above: string;
}

/** A value on a ruler with named stretches: which of them it is in is seen at once, and said for those who listen. */
export function MarkScale({ ppm, marks, above }: Props) {
  const language = useLanguage();
  const last = marks.at(-1)?.ppm ?? 0;
  const end = Math.max(last * 1.5, ppm * 1.15);
  const at = (value: number): string => `${Math.min(100, (value / end) * 100).toFixed(2)}%`;
  const stretches = [...marks.map((mark) => mark.below), above];
  const borders = [0, ...marks.map((mark) => mark.ppm), end];
  const here = marks.filter((mark) => ppm >= mark.ppm).length;
  return (
    <div
      className={classes.scale}
      role="img"
      aria-label={`${formatPercent(ppm, language)} – ${stretches[here] ?? ''}`}
    >
      <div className={classes.track}>
        <div className={classes.fill} style={{ width: at(ppm) }} />
        {marks.map((mark) => (
          <span key={mark.ppm} className={classes.border} style={{ left: at(mark.ppm) }} />
        ))}
      </div>
      <div className={classes.words}>
        {stretches.map((word, place) => (
          <span
            key={word}
            className={classes.word}
            data-here={place === here || undefined}
            style={{ width: at((borders[place + 1] ?? end) - (borders[place] ?? 0)) }}
          >
            {place === 0 ? word : `${formatPercent(borders[place] ?? 0, language, { digits: 0 })} – ${word}`}
          </span>
        ))}
      </div>
    </div>
  );
}
