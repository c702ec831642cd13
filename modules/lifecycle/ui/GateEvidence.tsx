import { PageLink, useEveryWord, useWords, type AnswerOf } from '@mosty/ui-kit';
import { IconCheck, IconCircleDashed } from '@tabler/icons-react';
import type { readPartnerStage } from '../contract.ts';
import { SAID_HERE } from './said-here.ts';
import classes from './lifecycle.module.css';

type Gate = AnswerOf<typeof readPartnerStage>['gates'][number];
type Said = { readonly code: string; readonly params: Readonly<Record<string, unknown>> };

/** What the gate asks, line by line: there with what was seen, or not there with who can supply it and where. */
export function GateEvidence({ gate }: { gate: Gate }) {
  const t = useWords('lifecycle');
  const told = useTold();
  const lines = gate.evidence.filter(({ code, met }) => met || !SAID_HERE.has(code));
  if (lines.length === 0) return gate.evidence.length === 0 ? <p>{t('gate.asksNothing')}</p> : null;
  return (
    <ul className={classes.evidence}>
      {lines.map(({ code, met, rows, missing }) => (
        <li key={code} data-met={met}>
          {met ? (
            <IconCheck size={18} aria-hidden="true" />
          ) : (
            <IconCircleDashed size={18} aria-hidden="true" />
          )}
          <div>
            <div>
              {t(`evidence.${code}`)}
              <span className={classes.state}>{met ? t('gate.met') : t('gate.missing')}</span>
            </div>
            {rows.map((row, place) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: findings have no ids and never move
              <div key={place} className={classes.soft}>
                {told('seen', row)}
              </div>
            ))}
            {missing.map((one, place) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: findings have no ids and never move
              <div key={place} className={classes.soft}>
                <div>{told('missing', one)}</div>
                <span>
                  {t('gate.who', {
                    roles: one.roles.map((role) => t(`identity:roles.${role}.name`)).join(', '),
                  })}
                </span>{' '}
                {one.to ? <PageLink to={one.to}>{t('gate.goThere')}</PageLink> : null}
              </div>
            ))}
          </div>
        </li>
      ))}
    </ul>
  );
}

/** `agreements.promises_open` is told by the words `missing.promises_open` of agreements. */
function useTold() {
  const t = useEveryWord('lifecycle');
  return (what: 'seen' | 'missing', { code, params }: Said): string => {
    const [module = '', name = ''] = code.split('.');
    return t(`${module}:${what}.${name}`, { ...params, defaultValue: '' }) || t(`gate.${what}Somehow`);
  };
}
