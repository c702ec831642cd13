import { paths, PageLink } from '@mosty/ui-kit';
import classes from './Mark.module.css';

/** A bridge of one span. */
export function Arch({ size = 24 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true" className={classes.arch}>
      <path
        d="M3 23.5h26M7 23.5a9 9 0 0 1 18 0M16 14.5v9M3 23.5v-4M29 23.5v-4"
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
