import { Button } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';

interface Props {
  readonly children: ReactNode;
  /** What is seen once it is lifted. */
  readonly title: string;
  readonly onLift: () => void;
}

/** A condition that came with the link and has no field of its own above the list: said, and lifted by a click. */
export function FilterMark({ children, title, onLift }: Props) {
  return (
    <Button variant="default" rightSection={<IconX size={14} stroke={1.6} />} title={title} onClick={onLift}>
      {children}
    </Button>
  );
}
