import { PageLink, useMay, useWords, When } from '@mosty/ui-kit';
import {
  IconBook2,
  IconClick,
  IconHierarchy2,
  IconReceipt2,
  IconScale,
  IconUserPlus,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { PlayStepName } from './steps.ts';
import classes from './play.module.css';

const ICONS = {
  click: IconClick,
  lead: IconUserPlus,
  sale: IconReceipt2,
  decision: IconHierarchy2,
  accrual: IconScale,
  ledger: IconBook2,
} as const;

/** Whoever may play sees most of it; some pages have rights of their own. */
const RIGHTS: Readonly<Partial<Record<PlayStepName, string>>> = {
  click: 'link.read',
  decision: 'participant.read',
  accrual: 'accrual.read',
  ledger: 'ledger.read',
};

interface Props {
  readonly step: PlayStepName;
  readonly says: ReactNode;
  readonly at?: string | undefined;
  /** The page where the same is found without any play. */
  readonly to?: string | undefined;
  /** Why it is so, in the words of the module that decided. */
  readonly children?: ReactNode;
}

export function PlayStep({ step, says, at, to, children }: Props) {
  const t = useWords('integrations');
  const may = useMay(RIGHTS[step]);
  const Icon = ICONS[step];
  return (
    <li className={classes.step}>
      <span className={classes.icon}>
        <Icon size={20} stroke={1.6} aria-hidden />
      </span>
      <div className={classes.body}>
        <h3 className={classes.name}>
          {t(`play.step.${step}`)}
          {at ? (
            <span className={classes.when}>
              <When value={at} style="clock" />
            </span>
          ) : null}
        </h3>
        <p className={classes.says}>{says}</p>
        {children ? <div className={classes.why}>{children}</div> : null}
        {to && may ? (
          <p className={classes.open}>
            <PageLink to={to}>{t(`play.open.${step}`)}</PageLink>
          </p>
        ) : null}
      </div>
    </li>
  );
}
