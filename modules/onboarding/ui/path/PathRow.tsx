import { ActionIcon, Button } from '@mantine/core';
import { useLanguage, useWords } from '@mosty/ui-kit';
import { IconArrowsSort, IconX } from '@tabler/icons-react';
import { useEffect, useRef, type KeyboardEvent } from 'react';
import type { PathStep } from '../../contract.ts';
import classes from '../onboarding.module.css';
import { StepWords } from './StepWords.tsx';

interface Props {
  readonly step: PathStep;
  readonly place: number;
  readonly of: number;
  readonly onMove: (by: -1 | 1) => void;
  readonly onEdit: () => void;
  readonly onRemove: () => void;
}

/** A step of the path: moved by the arrows of the keyboard, or by pressing its handle. */
export function PathRow({ step, place, of, onMove, onEdit, onRemove }: Props) {
  const t = useWords('onboarding');
  const { title } = step[useLanguage()];
  const handle = useRef<HTMLButtonElement>(null);
  const refocus = useRef(false);
  // The moved row may be another element in the list: the hand stays on it.
  useEffect(() => {
    if (refocus.current) handle.current?.focus();
    refocus.current = false;
  }, [place]);
  const move = (by: -1 | 1) => {
    refocus.current = true;
    onMove(by);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return;
    event.preventDefault();
    move(event.key === 'ArrowUp' ? -1 : 1);
  };
  return (
    <li className={classes.pathRow}>
      <ActionIcon
        ref={handle}
        variant="subtle"
        color="gray"
        size={36}
        disabled={of === 1}
        aria-label={t('path.move', { title, place: place + 1, of })}
        onKeyDown={onKeyDown}
        onClick={() => move(place === 0 ? 1 : -1)}
      >
        <IconArrowsSort size={16} stroke={1.6} />
      </ActionIcon>
      <StepWords step={step} />
      <span className={classes.stepActs}>
        <Button
          size="compact-sm"
          variant="subtle"
          color="gray"
          aria-label={`${t('path.edit')}: ${title}`}
          onClick={onEdit}
        >
          {t('path.edit')}
        </Button>
        <ActionIcon
          variant="subtle"
          color="gray"
          size={28}
          aria-label={`${t('path.remove')}: ${title}`}
          onClick={onRemove}
        >
          <IconX size={16} stroke={1.6} />
        </ActionIcon>
      </span>
    </li>
  );
}
