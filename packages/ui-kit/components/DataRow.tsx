import type { KeyboardEvent, MouseEvent } from 'react';
import type { Column } from './DataTable.tsx';
import { useGo } from '../go.ts';
import { PageLink } from './PageLink.tsx';
import classes from './DataTable.module.css';

interface Props<Row> {
  readonly row: Row;
  readonly columns: readonly Column<Row>[];
  readonly first: boolean;
  readonly to: string | undefined;
  readonly onOpen: (() => void) | undefined;
  readonly onMove: (from: HTMLElement, to: 'next' | 'previous' | 'first' | 'last') => void;
  readonly tone: 'warn' | 'risk' | 'faint' | undefined;
}

const MOVES: Record<string, 'next' | 'previous' | 'first' | 'last'> = {
  ArrowDown: 'next',
  ArrowUp: 'previous',
  Home: 'first',
  End: 'last',
};

const OWN = 'a, button, input, select, textarea, label, [role="menuitem"]';

export function DataRow<Row>({ row, columns, first, to, onOpen, onMove, tone }: Props<Row>) {
  const go = useGo();
  const opens = to !== undefined || onOpen !== undefined;

  const open = (): void => {
    if (onOpen) onOpen();
    else if (to !== undefined) go(to);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLTableRowElement>): void => {
    if (event.target !== event.currentTarget) return;
    const way = MOVES[event.key];
    if (way) {
      event.preventDefault();
      onMove(event.currentTarget, way);
    } else if (event.key === 'Enter' && opens) {
      event.preventDefault();
      open();
    }
  };
  const onClick = (event: MouseEvent<HTMLTableRowElement>): void => {
    const inside = event.target instanceof Element ? event.target.closest(OWN) : null;
    const selecting = (window.getSelection()?.toString() ?? '') !== '';
    if (!inside && !selecting && event.button === 0) open();
  };

  return (
    <tr
      tabIndex={first ? 0 : -1}
      className={classes.row}
      data-opens={opens || undefined}
      data-tone={tone}
      onKeyDown={onKeyDown}
      onClick={opens ? onClick : undefined}
    >
      {columns.map((column, place) => {
        const narrow = column.narrow ?? (place === 0 ? 'title' : 'line');
        const content = column.cell(row);
        return (
          <td
            key={column.id}
            data-align={column.align ?? 'left'}
            data-label={column.title}
            data-narrow={narrow}
          >
            {place === 0 && to !== undefined ? (
              <PageLink to={to} look="quiet">
                {content}
              </PageLink>
            ) : place === 0 && onOpen ? (
              <button type="button" className={classes.open} onClick={onOpen}>
                {content}
              </button>
            ) : (
              content
            )}
          </td>
        );
      })}
    </tr>
  );
}
