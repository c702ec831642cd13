import { useElementSize } from '@mantine/hooks';
import { shortMonth, useFormat, useLanguage, useWords, type AnswerOf } from '@mosty/ui-kit';
import { useId, useState, type KeyboardEvent } from 'react';
import { CLASSES, type readShareLine, type ReportingClass } from '../contract.ts';
import { ceilingOf, pathOf, scaleOf } from './share-geometry.ts';
import { ShareTable } from './ShareTable.tsx';
import classes from './share.module.css';

export type Share = AnswerOf<typeof readShareLine>;

/** The one that is measured by the marks comes last, over the others. */
const DRAWN: readonly ReportingClass[] = [
  ...CLASSES.filter((name) => name !== 'partner_sales'),
  'partner_sales',
];
const SHOWN: readonly ReportingClass[] = ['partner_sales', 'referral', 'alliance'];

/** Drawn by hand: three lines and two marks need no chart library. Readable in grey: each line has its own stroke. */
export default function ShareLines({ share }: { share: Share }) {
  const t = useWords('insight');
  const format = useFormat();
  const language = useLanguage();
  const label = useId();
  const { ref, width } = useElementSize();
  const [at, setAt] = useState<number | null>(null);
  const { months } = share;
  const shown = at ?? months.length - 1;
  const current = months[shown];
  if (!current) return null;

  const marks = [
    { ppm: share.lowPpm, word: t('share.low') },
    { ppm: share.maturePpm, word: t('share.high') },
  ];
  const valuesOf = (name: ReportingClass) =>
    months.map((month) => month.lines.find((line) => line.class === name)?.sharePpm ?? null);
  const frame = { width, height: 260, left: 4, right: 10, top: 14, bottom: 28 };
  const ceiling = ceilingOf(
    CLASSES.flatMap(valuesOf),
    marks.map((mark) => mark.ppm),
  );
  const scale = scaleOf(frame, months.length, ceiling);
  const ground = scale.y(0);
  const wholes = months.filter((month) => month.whole).length;
  const every = Math.max(1, Math.ceil(months.length / Math.max(2, Math.floor(width / 88))));
  const onKey = (event: KeyboardEvent): void => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    setAt(Math.max(0, Math.min(months.length - 1, shown + step)));
  };

  return (
    <figure className={classes.figure}>
      <figcaption className={classes.legend} id={label} aria-live="polite">
        <span className={classes.month}>
          {format.when(current.month, 'month')}
          {current.whole ? null : <span className={classes.running}>{t('share.running')}</span>}
        </span>
        {SHOWN.map((name) => {
          const ppm = current.lines.find((line) => line.class === name)?.sharePpm ?? null;
          return (
            <span key={name} className={classes.key} data-class={name}>
              <svg width="22" height="8" aria-hidden="true">
                <line x1="0" x2="22" y1="4" y2="4" className={classes.line} data-class={name} />
              </svg>
              {t(`book.${name}`)} <strong>{ppm === null ? t('share.noSales') : format.percent(ppm)}</strong>
            </span>
          );
        })}
      </figcaption>
      <div ref={ref} className={classes.canvas}>
        {width > 0 ? (
          <svg
            width={width}
            height={frame.height}
            role="img"
            tabIndex={0}
            aria-label={t('share.label')}
            aria-describedby={label}
            aria-description={t('share.keys')}
            onPointerMove={(event) =>
              setAt(scale.placeAt(event.clientX - event.currentTarget.getBoundingClientRect().left))
            }
            onPointerLeave={() => setAt(null)}
            onBlur={() => setAt(null)}
            onKeyDown={onKey}
          >
            <line
              x1={frame.left}
              x2={width - frame.right}
              y1={ground}
              y2={ground}
              className={classes.ground}
            />
            {marks.map((mark) => (
              <g key={mark.ppm}>
                <line
                  x1={frame.left}
                  x2={width - frame.right}
                  y1={scale.y(mark.ppm)}
                  y2={scale.y(mark.ppm)}
                  className={classes.mark}
                />
                <text x={frame.left} y={scale.y(mark.ppm) - 6} className={classes.markText}>
                  {format.percent(mark.ppm, { digits: 0 })} – {mark.word}
                </text>
              </g>
            ))}
            {at === null ? null : (
              <line
                x1={scale.x(shown)}
                x2={scale.x(shown)}
                y1={frame.top}
                y2={ground}
                className={classes.cursor}
              />
            )}
            {DRAWN.map((name) => {
              const values = valuesOf(name);
              const last = values[shown];
              return (
                <g key={name} data-class={name}>
                  <path
                    d={pathOf(values.slice(0, wholes), scale)}
                    className={classes.line}
                    data-class={name}
                  />
                  {/* The month that is not over: thinner, so that nobody takes it for a fall. */}
                  <path
                    d={pathOf(values.slice(Math.max(0, wholes - 1)), scale, Math.max(0, wholes - 1))}
                    className={classes.soFar}
                    data-class={name}
                  />
                  {last === null || last === undefined ? null : (
                    <circle
                      cx={scale.x(shown)}
                      cy={scale.y(last)}
                      r={name === 'partner_sales' ? 4.5 : 3}
                      className={classes.dot}
                      data-class={name}
                    />
                  )}
                </g>
              );
            })}
            {months.map((month, place) => {
              const fromEnd = months.length - 1 - place;
              if (fromEnd % every !== 0 || (place !== 0 && scale.x(place) < 40)) return null;
              return (
                <text
                  key={month.month}
                  x={scale.x(place)}
                  y={frame.height - 8}
                  textAnchor={fromEnd === 0 ? 'end' : place === 0 ? 'start' : 'middle'}
                  className={classes.tick}
                >
                  {shortMonth(month.month, language)}
                </text>
              );
            })}
          </svg>
        ) : null}
      </div>
      <ShareTable share={share} />
    </figure>
  );
}
