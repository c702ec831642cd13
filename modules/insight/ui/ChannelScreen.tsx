import {
  EmptyState,
  ExportMenu,
  hrefOf,
  Loaded,
  PageHeading,
  PlainButton,
  PageLink,
  paths,
  useFilters,
  useFormat,
  useRead,
  useWords,
} from '@mosty/ui-kit';
import { addDays, businessDate } from '@mosty/kernel/time';
import { IconPrinter } from '@tabler/icons-react';
import { lazy, Suspense } from 'react';
import { exportChannel, readChannel } from '../contract.ts';
import { ChannelBoxes } from './ChannelBoxes.tsx';
import { ChannelShare } from './ChannelShare.tsx';
import { FirstStepsBox } from './FirstStepsBox.tsx';
import type { Channel } from './MeasureFigure.tsx';
import { useSentence } from './use-sentence.ts';
import { WindowPicker } from './WindowPicker.tsx';
import classes from './channel.module.css';

/** What one scrolls to comes beside the first screen, not before it. */
const details = import('./ChannelDetails.tsx');
const ChannelDetails = lazy(() => details);

/** The owner's two minutes on Monday: the blunt sentence, three boxes never summed, the share, the zones, the gaps. */
export default function ChannelScreen() {
  const [filters, setFilters] = useFilters(paths.channel);
  const asked = filters.from && filters.to ? { from: filters.from, to: filters.to } : {};
  const read = useRead(readChannel, { query: asked });
  return (
    <Loaded read={read}>
      {(channel) => (channel.hasFacts ? <Report channel={channel} onWindow={setFilters} /> : <NothingYet />)}
    </Loaded>
  );
}

interface Props {
  readonly channel: Channel;
  readonly onWindow: (window: { from: string; to: string }) => void;
}

function Report({ channel, onWindow }: Props) {
  const t = useWords('insight');
  const format = useFormat();
  const say = useSentence(channel.currency);
  const window = { from: channel.window.from, to: channel.window.to };
  return (
    <div className={classes.report}>
      <PageHeading
        title={say(channel.sentence)}
        answer={channel.otherSentences.length > 0 ? <Besides channel={channel} /> : undefined}
        actions={
          <>
            <WindowPicker window={window} onChange={onWindow} />
            <ExportMenu
              of={exportChannel}
              hrefOf={(kind) => hrefOf(exportChannel, { query: { ...window, format: kind } })}
            />
            <PlainButton
              className={classes.printer}
              icon={<IconPrinter size={16} stroke={1.6} />}
              onClick={() => globalThis.print()}
            >
              {t('channel.print')}
            </PlainButton>
          </>
        }
      />
      <FirstStepsBox />
      <p className={classes.period}>
        {t('channel.window', {
          from: format.when(window.from),
          to: format.when(addDays(businessDate(window.to), -1)),
          days: channel.window.days,
        })}
      </p>
      <ChannelBoxes channel={channel} window={window} />
      <ChannelShare />
      <Suspense>
        <ChannelDetails channel={channel} window={window} />
      </Suspense>
    </div>
  );
}

/** What else is true: the heading holds one sentence, and the others are not hidden by it. */
function Besides({ channel }: { channel: Channel }) {
  const t = useWords('insight');
  const say = useSentence(channel.currency);
  return (
    <ul className={classes.besides} aria-label={t('channel.others')}>
      {channel.otherSentences.map((sentence) => (
        <li key={sentence.code} data-tone={sentence.tone}>
          {say(sentence)}
        </li>
      ))}
    </ul>
  );
}

function NothingYet() {
  const t = useWords('insight');
  return (
    <>
      <PageHeading title={t('channel.title')} />
      <EmptyState
        title={t('channel.empty')}
        actions={<PageLink to={paths.imports()}>{t('channel.toImport')}</PageLink>}
      >
        {t('channel.emptyText')}
      </EmptyState>
      <FirstStepsBox />
    </>
  );
}
