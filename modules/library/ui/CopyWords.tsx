import { Button } from '@mantine/core';
import { toast, useWords } from '@mosty/ui-kit';

/** Words taken away whole, to be sent on; without https the browser gives pages no clipboard. */
export function CopyWords({ text }: { text: string }) {
  const t = useWords('library');
  if (!globalThis.navigator?.clipboard) return null;
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(text);
    toast(t('open.copied'));
  };
  return (
    <div>
      <Button variant="default" onClick={() => void copy()}>
        {t('open.copy')}
      </Button>
    </div>
  );
}
