import type { ComponentProps, ReactNode } from 'react';
import classes from './PlainButton.module.css';

interface Props extends ComponentProps<'button'> {
  readonly icon?: ReactNode;
}

/** The browser's own button in the library's looks, for first pages: the library's weighs 4 KB with what moves in it. */
export function PlainButton({ icon, className, children, ...button }: Props) {
  return (
    <button type="button" {...button} className={[classes.button, className].filter(Boolean).join(' ')}>
      {icon}
      {children}
    </button>
  );
}
