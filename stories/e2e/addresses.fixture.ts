import type { APIRequestContext } from '@playwright/test';
import { screens } from '@mosty/web/modules';

type Row = Readonly<Record<string, unknown>>;

/** A row names its own id `id`, or, where it tells of several things, by what it is the id of. */
function idIn(row: Row | undefined, name: string): string {
  return String(row?.[name] ?? row?.['id'] ?? '');
}

/** Which list of the API gives the id that stands in an address; a list may need what stands above it. */
const LISTS: Readonly<Record<string, string>> = {
  partnerId: '/partners?limit=1',
  clientId: '/clients?limit=1',
  saleId: '/sales?limit=1',
  schemeId: '/schemes',
  accrualId: '/accruals?limit=1',
  statementId: '/statements?limit=1',
  batchId: '/payout-batches?limit=1',
  importId: '/imports?limit=1',
  agreementId: '/partners/$partnerId/agreements',
  payoutId: '/payout-batches/$batchId/payouts?limit=1',
  dealId: '/deals?limit=1',
  claimId: '/claims?limit=1',
  scenarioId: '/scenarios?limit=1',
  endpointId: '/webhooks',
  slug: '/programmes',
  pilotId: '/pilots?limit=1',
  assetId: '/library/assets?limit=1',
  month: '/economics?months=1',
  reviewId: '/reviews?limit=1',
  flagId: '/flags?limit=1&show=all',
};

/** The demo hands out no secret addresses: their pages say that there is no such thing; other specs walk real ones. */
export const NOBODYS_TOKEN = 'nobody'.padEnd(43, '0');

function unknownParameter(name: string, pattern: string, isListed: boolean): string {
  return isListed
    ? `${pattern}: the list «${LISTS[name]}» is empty in the demo company; let apps/server/demo make one`
    : `${pattern}: nobody says where $${name} comes from; add to LISTS of stories/e2e/addresses.fixture.ts ` +
        `the list of the API whose rows have it as «id» or «${name}»`;
}

export interface Addresses {
  readonly team: readonly string[];
  readonly public: readonly string[];
}

/** Every page the shell knows, its parameters taken from the demo. A new parameter has to be told in `LISTS`. */
export async function addressesOf(api: APIRequestContext, origin: string): Promise<Addresses> {
  const read = async <T>(address: string): Promise<T> => {
    const answer = await api.get(`/api/v1${address}`);
    if (!answer.ok()) throw new Error(`${address}: ${answer.status()} ${await answer.text()}`);
    return (await answer.json()) as T;
  };
  const file = await api.post('/api/v1/imports?filename=proba.csv&kind=partners', {
    data: 'Название;Номер\nООО «Проба»;Э-1\n',
    headers: { origin, 'content-type': 'application/octet-stream' },
  });
  if (!file.ok()) throw new Error(`the file: ${file.status()} ${await file.text()}`);
  const known = new Map<string, string>();
  const fill = (pattern: string): string =>
    pattern.replace(/\$([a-zA-Z]+)/g, (_whole, name: string) => {
      const value = known.get(name);
      if (!value) throw new Error(unknownParameter(name, pattern, known.has(name)));
      return value;
    });
  for (const [name, list] of Object.entries(LISTS)) {
    const { items } = await read<{ items: Row[] }>(fill(list));
    known.set(name, idIn(items[0], name));
  }
  known.set('token', NOBODYS_TOKEN);
  const inArea = (area: string) =>
    screens.filter((screen) => screen.area === area).map((screen) => fill(screen.path));
  return { team: inArea('team'), public: inArea('public') };
}

/** Which list of what a partner's people may read gives the ids in an address of the portal: deals differ the most. */
const OWN_LISTS: Readonly<Record<string, string>> = {
  dealId: '/deals?limit=2',
  accrualId: '/accruals?limit=1',
  reviewId: '/reviews?limit=1',
};

/** Every page of the portal, with what belongs to the partner whose person asks. */
export async function portalAddressesOf(api: APIRequestContext): Promise<readonly string[]> {
  const known = new Map<string, string[]>();
  for (const [name, list] of Object.entries(OWN_LISTS)) {
    const answer = await api.get(`/api/v1${list}`);
    if (!answer.ok()) throw new Error(`${list}: ${answer.status()} ${await answer.text()}`);
    const { items } = (await answer.json()) as { items: Row[] };
    known.set(
      name,
      items.map((row) => idIn(row, name)),
    );
  }
  return screens
    .filter((screen) => screen.area === 'portal')
    .flatMap(({ path }) => {
      const name = /\$([a-zA-Z]+)/.exec(path)?.[1];
      if (name === undefined) return [path];
      const ids = known.get(name) ?? [];
      if (ids.length === 0) throw new Error(`${path}: nobody says where $${name} of the partner comes from`);
      return ids.map((id) => path.replace(`$${name}`, id));
    });
}
