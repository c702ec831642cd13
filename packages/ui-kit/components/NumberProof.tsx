import type { ReactNode } from 'react';
import { useLanguage, useWords } from '../language.ts';
import { useMe } from '../me.ts';
import { formatWhen } from '../format/when.ts';
import { PageLink } from './PageLink.tsx';
import { Count } from './Count.tsx';
import classes from './NumberProof.module.css';

/** What each number owes its reader. Absent parts are simply not said. */
export interface Proof {
  /** The rule in words, with its version and where it can be read. */
  readonly rule?: {
    readonly text: string;
    readonly version?: number | string | undefined;
    readonly to?: string | undefined;
  };
  /** Half-open: `to` does not belong. Days `YYYY-MM-DD`, or words ready to show. */
  readonly window?: { readonly from: string; readonly to: string } | string;
  /** How many rows stand behind it. */
  readonly n?: number;
  /** What is missing, one sentence each. */
  readonly gaps?: readonly string[];
  /** True, or why it is an estimate. */
  readonly estimate?: boolean | string;
}

export function NumberProof({
  value,
  proof,
  children,
}: {
  value: ReactNode;
  proof: Proof;
  children: ReactNode;
}) {
  const t = useWords('kit');
  const language = useLanguage();
  const { zone } = useMe().workspace;
  const { rule, window, n, gaps = [], estimate } = proof;
  const lastDay = (to: string): string =>
    new Date(Date.parse(`${to}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
  return (
    <>
      <div className={classes.value}>{value}</div>
      <dl className={classes.facts}>
        {estimate ? (
          <div data-tone="warn">
            <dt>{t('proof.estimate')}</dt>
            <dd>{typeof estimate === 'string' ? estimate : t('proof.estimateNote')}</dd>
          </div>
        ) : null}
        {rule ? (
          <div>
            <dt>{t('proof.rule')}</dt>
            <dd>
              {rule.to ? <PageLink to={rule.to}>{rule.text}</PageLink> : rule.text}
              {rule.version === undefined ? null : (
                <span className={classes.version}> {t('proof.version', { version: rule.version })}</span>
              )}
            </dd>
          </div>
        ) : null}
        {window ? (
          <div>
            <dt>{t('proof.window')}</dt>
            <dd>
              {typeof window === 'string'
                ? window
                : `${formatWhen(window.from, 'day', language, zone)} – ${formatWhen(lastDay(window.to), 'day', language, zone)}`}
            </dd>
          </div>
        ) : null}
        {n === undefined ? null : (
          <div>
            <dt>{t('proof.n')}</dt>
            <dd>
              <Count value={n} />
            </dd>
          </div>
        )}
        {gaps.length ? (
          <div data-tone="warn">
            <dt>{t('proof.gaps')}</dt>
            <dd>
              {gaps.map((gap) => (
                <div key={gap}>{gap}</div>
              ))}
            </dd>
          </div>
        ) : null}
      </dl>
      {children}
    </>
  );
}
