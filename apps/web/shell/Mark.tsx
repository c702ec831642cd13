import { paths, PageLink } from '@mosty/ui-kit';
import classes from './Mark.module.css';

/** A bridge of one span. */
export function Arch({ size = 24 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true" className={classes.arch}>
      <path
        d="M2.5 11h27M5 23.5c1.2-6.6 5.6-9 11-9s9.8 2.4 11 9M9.2 11v6.2M16 11v3.5M22.8 11v6.2"
        fill="none"
        stroke="currentColor"
        strokeWidth="2.2"
        strokeLinecap="round"
      />
    </svg>
  );
}

export function Mark() {
  return (
    <PageLink to={paths.channel()} className={classes.mark}>
      <Arch />
      Mosty
    </PageLink>
  );
}
