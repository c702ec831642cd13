import { languageOf, serve, type Served } from '@mosty/kernel/http';
import { exportChannel, readChannel, readShareLine, rebuildChannel } from '../contract/channel.ts';
import { readFirstSteps } from '../contract/first-steps.ts';
import { exportNumber, openNumber } from '../contract/numbers.ts';
import { readPartnerEconomics, readPartnerFigures } from '../contract/partner-economics.ts';
import { exportChannel as exportChannelVerb } from '../service/export-channel.ts';
import { exportNumber as exportNumberVerb } from '../service/export-number.ts';
import { openNumber as openNumberVerb } from '../service/open-number.ts';
import { readChannel as readChannelVerb } from '../service/read-channel.ts';
import { readFirstSteps as readFirstStepsVerb } from '../service/read-first-steps.ts';
import { readPartnerEconomics as readPartnerEconomicsVerb } from '../service/read-partner-economics.ts';
import { readPartnerFigures as readPartnerFiguresVerb } from '../service/read-partner-figures.ts';
import { readShareLine as readShareLineVerb } from '../service/read-share-line.ts';
import { rebuildRollups } from '../service/refresh-rollups.ts';

export const channelRoutes: readonly Served[] = [
  serve(readChannel, (ctx, { query }) => readChannelVerb(ctx, query)),
  serve(readFirstSteps, (ctx) => readFirstStepsVerb(ctx)),
  serve(readShareLine, (ctx, { query }) => readShareLineVerb(ctx, query)),
  serve(rebuildChannel, async (ctx) => {
    await rebuildRollups(ctx);
    return { refreshedAt: ctx.clock.now() };
  }),
  serve(exportChannel, (ctx, { query, headers }) =>
    exportChannelVerb(ctx, { ...query, language: languageOf(headers, query.language) }),
  ),
  serve(openNumber, async (ctx, { params, query }) => {
    const { items, ...answer } = await openNumberVerb(ctx, { ...params, ...query });
    return { ...answer, items: items.map(({ sort: _sort, ...row }) => row) };
  }),
  serve(exportNumber, (ctx, { params, query, headers }) =>
    exportNumberVerb(ctx, { ...params, ...query, language: languageOf(headers, query.language) }),
  ),
  serve(readPartnerEconomics, (ctx, { params, query }) =>
    readPartnerEconomicsVerb(ctx, { ...query, ...params }),
  ),
  serve(readPartnerFigures, (ctx, { query }) => readPartnerFiguresVerb(ctx, query)),
];
