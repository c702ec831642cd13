import { ChannelClients } from './ChannelClients.tsx';
import { ChannelFoot } from './ChannelFoot.tsx';
import { ChannelGaps } from './ChannelGaps.tsx';
import { ChannelNetwork } from './ChannelNetwork.tsx';
import { ChannelZones } from './ChannelZones.tsx';
import type { Channel, Window } from './MeasureFigure.tsx';

/** The lower half of the report: the network, the zones, the clients, the gaps, and what it was counted from. */
export default function ChannelDetails({ channel, window }: { channel: Channel; window: Window }) {
  return (
    <>
      <ChannelNetwork channel={channel} window={window} />
      <ChannelZones channel={channel} window={window} />
      <ChannelClients channel={channel} window={window} />
      <ChannelGaps channel={channel} window={window} />
      <ChannelFoot channel={channel} />
    </>
  );
}
