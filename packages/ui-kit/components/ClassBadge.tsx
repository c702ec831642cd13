import { useWords } from '../language.ts';
import classes from './Badge.module.css';

export type ReportingClass = 'referral' | 'partner_sales' | 'alliance';

/** Each class has its own mark, so that the three books stay apart in grey too. */
const MARKS: Record<ReportingClass, React.ReactNode> = {
  referral: <circle cx="5" cy="5" r="3.5" fill="none" stroke="currentColor" strokeWidth="1.6" />,
  partner_sales: <circle cx="5" cy="5" r="4.3" fill="currentColor" />,
  alliance: (
    <rect
      x="2"
      y="2"
      width="6"
      height="6"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.6"
      transform="rotate(45 5 5)"
    />
  ),
};

export function ClassMark({ of }: { of: ReportingClass }) {
  return (
    <svg width="10" height="10" viewBox="0 0 10 10" aria-hidden="true">
      {MARKS[of]}
    </svg>
  );
}

interface Props {
  readonly of: ReportingClass;
  readonly short?: boolean;
  /** May take two lines where the place is narrow: in `Figures`. */
  readonly wrap?: boolean;
}

/** The reporting class in words: «рекомендации клиентов», «партнёрские продажи», «стратегическое партнёрство». */
export function ClassBadge({ of, short = false, wrap = false }: Props) {
  const t = useWords('kit');
  return (
    <span className={classes.class} data-wrap={wrap || undefined}>
      <ClassMark of={of} />
      {t(short ? `classShort.${of}` : `class.${of}`)}
    </span>
  );
}
