import { toast, useFormat, useMay, useVerb, useWords } from '@mosty/ui-kit';
import { openNumber, readChannel, readShareLine, rebuildChannel } from '../contract.ts';
import type { Channel } from './MeasureFigure.tsx';
import classes from './channel.module.css';

/** How fresh the figures are, and the way to distrust them: build everything again from the original rows. */
export function ChannelFoot({ channel: { refreshedAt } }: { channel: Channel }) {
  const t = useWords('insight');
  const format = useFormat();
  const mayRebuild = useMay('rollup.rebuild');
  const rebuild = useVerb(rebuildChannel, {
    invalidates: [readChannel, readShareLine, openNumber],
    onDone: () => toast(t('foot.rebuilt')),
  });
  if (refreshedAt === null) return null;
  return (
    <footer className={classes.foot}>
      <span>{t('foot.counted', { when: format.when(refreshedAt, 'time') })}</span>
      {mayRebuild ? (
        <button
          type="button"
          className={classes.rebuild}
          disabled={rebuild.isPending}
          onClick={() => rebuild.mutate({})}
        >
          {t('foot.rebuild')}
        </button>
      ) : null}
    </footer>
  );
}
