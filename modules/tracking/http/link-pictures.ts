import { permit } from '@mosty/identity';
import type { Context } from '@mosty/kernel/context';
import { look } from '@mosty/kernel/db';
import { serve, type Served } from '@mosty/kernel/http';
import * as api from '../contract/links.ts';
import { qrPng, qrSvg } from './qr.ts';
import { rights } from '../policy.ts';
import { knownLink } from './links.ts';
import { presentLink } from './present-link.ts';

export const linkPictureRoutes: readonly Served[] = [
  serve(api.linkQrSvg, async (ctx, { params, origin }) => {
    const { key, url } = await sharedLink(ctx, params.linkId, origin);
    return { filename: `${key}.svg`, contentType: 'image/svg+xml', content: qrSvg(url) };
  }),
  serve(api.linkQrPng, async (ctx, { params, origin }) => {
    const { key, url } = await sharedLink(ctx, params.linkId, origin);
    return { filename: `${key}.png`, contentType: 'image/png', content: qrPng(url) };
  }),
];

function sharedLink(ctx: Context, linkId: string, origin: string) {
  return look(ctx, async (tx) => {
    permit(tx, rights, 'link.read');
    return presentLink(await knownLink(tx, linkId), origin);
  });
}
