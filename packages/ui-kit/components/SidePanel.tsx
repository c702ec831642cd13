import { Drawer } from '@mantine/core';
import { useEffect, useState, type ReactNode } from 'react';
import { useWords } from '../language.ts';
import classes from './SidePanel.module.css';

interface Props {
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly title: ReactNode;
  readonly children: ReactNode;
  readonly wide?: boolean;
}

/** A panel over the right side of a page: what stands behind a number, or a short form. Escape closes it. */
export function SidePanel({ opened, onClose, title, children, wide = false }: Props) {
  const t = useWords('kit');
  useFocusGivenBack();
  return (
    <Drawer.Root
      opened={opened}
      onClose={onClose}
      position="right"
      size={wide ? 'min(880px, 100vw)' : 'min(600px, 100vw)'}
      classNames={{
        content: classes.content,
        header: classes.header,
        title: classes.title,
        body: classes.body,
      }}
    >
      <Drawer.Overlay backgroundOpacity={0.28} />
      <Drawer.Content>
        <Drawer.Header>
          <Drawer.Title>{title}</Drawer.Title>
          <Drawer.CloseButton aria-label={t('close')} />
        </Drawer.Header>
        <Drawer.Body>{children}</Drawer.Body>
      </Drawer.Content>
    </Drawer.Root>
  );
}

/**
 * The library gives the focus back when a panel that was there shuts. One that comes with its address and goes with it is
 * never seen shut: whoever opened it by a key would begin again at the top of the page.
 */
function useFocusGivenBack(): void {
  const [opener] = useState(() => document.activeElement);
  useEffect(
    () => () => {
      requestAnimationFrame(() => {
        const isLost = document.activeElement === document.body;
        if (isLost && opener instanceof HTMLElement && opener.isConnected)
          opener.focus({ preventScroll: true });
      });
    },
    [opener],
  );
}
