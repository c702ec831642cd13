import { LinesSkeleton, Loaded, useRead } from '@mosty/ui-kit';
import { getAccrual } from '../contract.ts';
import { AccrualFacts } from './AccrualFacts.tsx';
import { ExplanationSteps } from './ExplanationSteps.tsx';
import classes from './incentives.module.css';

/**
 * «Почему столько», whole: the steps of the sum and everything behind them: sale, rule with version, base, rate,
 * rounding, who decided. For the accrual's own page and for a panel of any other.
 */
export default function AccrualExplained({ accrualId }: { accrualId: string }) {
  const read = useRead(getAccrual, { params: { accrualId } }, { keep: false });
  return (
    <Loaded read={read} skeleton={<LinesSkeleton lines={8} />}>
      {(accrual) => (
        <div className={classes.group}>
          <ExplanationSteps lines={accrual.explanation.lines} currency={accrual.currency} />
          <AccrualFacts accrual={accrual} />
        </div>
      )}
    </Loaded>
  );
}
