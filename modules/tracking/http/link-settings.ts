import { permit } from '@mosty/identity';
import { look } from '@mosty/kernel/db';
import { serve, type Served } from '@mosty/kernel/http';
import * as api from '../contract/links.ts';
import { rights } from '../policy.ts';
import { linkSettings, setLinkSettings, type LinkSettings } from '../service/set-link-settings.ts';

export const linkSettingsRoutes: readonly Served[] = [
  serve(api.getLinkSettings, (ctx) =>
    look(ctx, async (tx) => {
      permit(tx, rights, 'link.read');
      return present(await linkSettings(tx));
    }),
  ),
  serve(api.setLinkSettings, async (ctx, { body }) =>
    present(
      await setLinkSettings(ctx, {
        ...body,
        floorPpm: BigInt(body.floorPpm),
        ourDiscountPpm: BigInt(body.ourDiscountPpm),
      }),
    ),
  ),
];

function present({ destinations, domains, ...rule }: LinkSettings) {
  return { ...rule, destinations: [...destinations], domains: [...domains] };
}
