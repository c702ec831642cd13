import { Button } from '@mantine/core';
import { useWords } from '@mosty/ui-kit';
import { IconShare2 } from '@tabler/icons-react';

/** The phone's own sheet: messengers, mail, notes. A browser without one copies, as everywhere. */
export function ShareButton({ url, text }: { url: string; text: string | null }) {
  const t = useWords('tracking');
  if (typeof globalThis.navigator?.share !== 'function') return null;
  return (
    <Button
      leftSection={<IconShare2 size={18} stroke={1.8} />}
      onClick={() => {
        // A person who closes the sheet has not met an error.
        void globalThis.navigator.share({ url, ...(text ? { text } : {}) }).catch(() => undefined);
      }}
    >
      {t('own.share')}
    </Button>
  );
}
