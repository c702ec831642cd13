import { Button } from '@mantine/core';
import { readChannel } from '../contract.ts';
import {
  EmptyState,
  formatWhen,
  Loaded,
  PageHeading,
  PageLink,
  paths,
  useFilters,
  useLanguage,
  useMe,
  useRead,
  useWords,
  type AnswerOf,
} from '@mosty/ui-kit';
import { IconPrinter } from '@tabler/icons-react';
import { ChannelBoxes } from './ChannelBoxes.tsx';
import { ChannelGaps } from './ChannelGaps.tsx';
import { ChannelHealth } from './ChannelHealth.tsx';
import { ChannelShare } from './ChannelShare.tsx';
import { ChannelZones } from './ChannelZones.tsx';
import { useSentence } from './use-sentence.ts';
import { WindowPicker } from './WindowPicker.tsx';
import classes from './channel.module.css';

export type Channel = AnswerOf<typeof readChannel>;

/** The owner's two minutes: the blunt sentence, three boxes never summed, the share, what is illusion, what is missing. */
export default function ChannelScreen() {
  const [filters, setFilters] = useFilters(paths.channel);
  const window = filters.from && filters.to ? { from: filters.from, to: filters.to } : {};
  const read = useRead(readChannel, { query: window });
  return (
    <Loaded read={read}>
      {(channel) => (channel.hasFacts ? <Report channel={channel} setWindow={setFilters} /> : <NothingYet />)}
    </Loaded>
  );
}

function Report({
  channel,
  setWindow,
}: {
  channel: Channel;
  setWindow: (window: { from: string; to: string }) => void;
}) {
  const t = useWords('insight');
  const language = useLanguage();
  const { zone } = useMe().workspace;
  const say = useSentence(channel.currency);
  const window = { from: channel.window.from, to: channel.window.to };
  return (
    <>
      <PageHeading
        title={say(channel.sentence)}
        answer={t('channel.window', {
          from: formatWhen(channel.window.from, 'day', language, zone),
          days: channel.window.days,
        })}
        actions={
          <>
            <WindowPicker window={window} onChange={setWindow} />
            <Button
              variant="default"
              className={classes.screenOnly}
              leftSection={<IconPrinter size={16} stroke={1.6} />}
              onClick={() => globalThis.print()}
            >
              {t('channel.print')}
            </Button>
          </>
        }
      />
      {channel.otherSentences.length > 0 ? (
        <ul className={classes.also}>
          {channel.otherSentences.map((sentence) => (
            <li key={sentence.code} data-tone={sentence.tone}>
              {say(sentence)}
            </li>
          ))}
        </ul>
      ) : null}
      <ChannelBoxes channel={channel} window={window} />
      <ChannelShare />
      <ChannelHealth channel={channel} window={window} />
      <ChannelZones channel={channel} window={window} />
      <ChannelGaps channel={channel} window={window} />
    </>
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
    </>
  );
}
