import { Link } from '@tanstack/react-router';
import type { ReactNode, Ref } from 'react';
import classes from './PageLink.module.css';

interface Props {
  /** Made by `paths`. */
  readonly to: string;
  readonly children: ReactNode;
  /** `quiet` looks like the text around it until pointed at: for names in tables. */
  readonly look?: 'link' | 'quiet' | 'bare';
  readonly className?: string | undefined;
  /** In a menu: this is the page shown now. */
  readonly current?: boolean;
  readonly onClick?: () => void;
  readonly ref?: Ref<HTMLAnchorElement>;
}

/** `aria-current` only on the very page; a section that holds it is marked by `current`. */
const EXACT = { exact: true, includeSearch: false };

/** A link to a page of the app: a real address, opened without reloading, fetched while the pointer is over it. */
export function PageLink({ to, children, look = 'link', className, current, ...rest }: Props) {
  const at = to.indexOf('?');
  const path = at < 0 ? to : to.slice(0, at);
  const search = at < 0 ? {} : Object.fromEntries(new URLSearchParams(to.slice(at)));
  return (
    <Link
      {...rest}
      to={path}
      search={search as never}
      preload="intent"
      activeOptions={EXACT}
      data-current={current || undefined}
      className={className ?? classes[look]}
    >
      {children}
    </Link>
  );
}
