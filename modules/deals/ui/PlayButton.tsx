import { Button } from '@mantine/core';
import { paths, useGo, useMay, useMe, useWords } from '@mosty/ui-kit';

/** To the page where a sale is played: always in the demo, and in a company of one's own while it has sold nothing. */
export function PlayButton({ where }: { where: 'demo' | 'empty' }) {
  const t = useWords('deals');
  const go = useGo();
  const may = useMay('sale.play');
  const { isDemo } = useMe().workspace;
  if (!may || isDemo !== (where === 'demo')) return null;
  return (
    <Button variant="default" onClick={() => go(paths.play())}>
      {t('actions.playSale')}
    </Button>
  );
}
