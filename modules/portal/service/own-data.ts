import type { Context, Tx } from '@mosty/kernel/context';
import { look, transact } from '@mosty/kernel/db';
import type { FileAnswer, Request, Served } from '@mosty/kernel/http';
import { refuse } from '@mosty/kernel/refusal';
import { writeSections } from '@mosty/kernel/table-file';
import { ownPartner } from './own-partner.ts';

/** One list of the file: the operation a page reads it by, and for rows that open, the operation that opens one. */
interface OwnList {
  readonly name: string;
  readonly list: string;
  readonly opened?: { readonly by: string; readonly param: string };
}

const OWN: readonly OwnList[] = [
  { name: 'partner', list: 'getPartner' },
  { name: 'requisites', list: 'listRequisites' },
  { name: 'people', list: 'listMembers' },
  { name: 'agreements', list: 'listAgreements', opened: { by: 'getAgreement', param: 'agreementId' } },
  { name: 'promises', list: 'listPromises' },
  { name: 'texts', list: 'listPartnerTexts' },
  { name: 'clients', list: 'listClients' },
  { name: 'deals', list: 'listDealCards', opened: { by: 'readDealCard', param: 'dealId' } },
  { name: 'links', list: 'listLinks' },
  { name: 'codes', list: 'listCodes' },
  { name: 'accruals', list: 'listAccruals' },
  { name: 'holds', list: 'listHolds' },
  { name: 'statements', list: 'listStatements' },
  { name: 'payouts', list: 'partnerPayouts' },
  { name: 'money', list: 'partnerMoney' },
  { name: 'claims', list: 'listClaims' },
  { name: 'conversations', list: 'listThreads', opened: { by: 'readThread', param: 'threadId' } },
];

type Asked = Omit<Request<unknown, unknown, unknown>, 'params' | 'query' | 'body'>;

/**
 * Everything the partner may see, as one file and of one moment. It is asked through the same operations as the pages
 * of the portal, with the person's own rights and rows: what no page shows them cannot get into the file either.
 * @throws identity.not_permitted, identity.look_is_read_only
 */
export async function exportOwnData(
  ctx: Context,
  doors: readonly Served[],
  asked: Asked,
): Promise<FileAnswer> {
  // A colleague with the partner's eyes sees pages; the whole of it is the partner's to take.
  if (ctx.readOnly) refuse('not_permitted', 'identity.look_is_read_only');
  const partnerId = await transact(ctx, async (tx) => {
    const id = ownPartner(tx, 'portal.export_own');
    tx.audit({ verb: 'portal.export_own', subject: id });
    return id;
  });
  return look(ctx, (tx) => {
    const reading = { tx, doors: new Map(doors.map((door) => [door.operation.id, door])), asked, partnerId };
    return writeSections(
      'own-data.json',
      OWN.map((own) => ({ name: own.name, rows: rowsOf(reading, own) })),
    );
  });
}

interface Reading {
  readonly tx: Tx;
  readonly doors: ReadonlyMap<string, Served>;
  readonly asked: Asked;
  readonly partnerId: string;
}

async function* rowsOf(reading: Reading, { list, opened }: OwnList): AsyncGenerator<unknown> {
  let cursor: string | null | undefined;
  do {
    const answer = await answerOf(reading, list, { partnerId: reading.partnerId }, cursor ?? undefined);
    const { items, nextCursor } = answer;
    if (!Array.isArray(items)) {
      yield withoutCan(answer);
      return;
    }
    for (const item of items as Record<string, unknown>[])
      yield withoutCan(opened ? await answerOf(reading, opened.by, { [opened.param]: item['id'] }) : item);
    cursor = typeof nextCursor === 'string' ? nextCursor : null;
  } while (cursor);
}

/** What the API would answer this person. */
async function answerOf(
  { tx, doors, asked }: Reading,
  id: string,
  params: Record<string, unknown>,
  cursor?: string,
): Promise<Record<string, unknown>> {
  const door = doors.get(id);
  if (!door) throw new Error(`no operation ${id} to take out own data by`);
  const { operation, handle } = door;
  const takesParams = operation.path.includes('/:');
  const answer = await handle(tx, {
    ...asked,
    params: operation.params.parse(takesParams ? params : {}),
    query: operation.query.parse(cursor === undefined ? {} : { cursor }),
    body: undefined,
  });
  return operation.answer.parse(answer) as Record<string, unknown>;
}

/** Which buttons a page offers is no data of theirs. */
function withoutCan({ can: _can, ...row }: Record<string, unknown>): unknown {
  return row;
}
