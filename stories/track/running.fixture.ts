import type { AddressInfo } from 'node:net';
import { createApiKey, openSignIn } from '@mosty/identity';
import { look } from '@mosty/kernel/db';
import type { Id } from '@mosty/kernel/id';
import { SERVED } from '@mosty/server/composition';
import { buildServer } from '@mosty/server/http';
import { testDatabase, testWorkspace } from '@mosty/testkit';
import { createCode, createLink, setLinkSettings } from '@mosty/tracking';
import { sql } from 'kysely';
import { smallCompany } from '../api/company.ts';

/** A Mosty that listens, where a program signs in with its key, and a partner with a link and a code. */
export async function runningMosty() {
  const db = await testDatabase();
  const world = await testWorkspace(db);
  const { agreementIds, partnerIds } = await smallCompany(world, 'М');
  const agreementId = agreementIds[0] as Id<'agreement'>;
  await setLinkSettings(world.contextOf('owner'), {
    destinations: [{ host: 'shop.example', withSubdomains: false }],
    domains: [],
    floorPpm: 0n,
    ourDiscountPpm: 0n,
  });
  const link = await createLink(world.system, {
    agreementId,
    destination: 'https://shop.example/',
    key: 'maria',
  });
  await createCode(world.system, { agreementId, code: 'MARIA', kind: 'referral' });
  const { secret } = await createApiKey(world.contextOf('owner'), {
    name: 'shop',
    scopes: ['sales:write', 'click:write', 'read'],
  });
  const signIn = openSignIn({
    database: world.database,
    secret: 'a secret of this test only, longer than 32 characters',
    publicUrl: 'http://localhost',
    world: { clock: world.clock },
  });
  const app = await buildServer({
    served: SERVED,
    resolve: (request) => signIn.contextFromRequest({ method: request.method, headers: request.headers }),
    extend: () => {},
    extendApi: () => {},
    health: { troubles: async () => [] },
    proxies: 0,
    publicUrl: 'http://localhost',
    requestsPerMinuteMax: Number.MAX_SAFE_INTEGER,
    log: false,
  });
  await app.listen({ port: 0, host: '127.0.0.1' });
  const { port } = app.server.address() as AddressInfo;
  return {
    world,
    app,
    link,
    partnerId: partnerIds[0],
    key: secret,
    url: `http://127.0.0.1:${port}`,
    /** What the partner earned of everything that came by `/track`. */
    async earned(): Promise<bigint> {
      const { rows } = await look(world.system, (tx) =>
        sql<{ sum: string | null }>`
          SELECT sum(a.amount_minor) AS sum FROM incentives.accrual a
          LEFT JOIN deals.refund r ON r.id = a.refund_id
          LEFT JOIN deals.sale s ON s.id = COALESCE(a.sale_id, r.sale_id)
          WHERE s.source = 'track' AND a.partner_id = ${partnerIds[0]}`.execute(tx.db),
      );
      return BigInt(rows[0]?.sum ?? 0);
    },
    async close() {
      await app.close();
      await world.close();
      await db.drop();
    },
  };
}
