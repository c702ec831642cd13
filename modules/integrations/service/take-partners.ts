import { openAgreements, type NewAgreement, type OpeningOutcome } from '@mosty/agreements';
import { clientsByExternal, importPartners } from '@mosty/directory';
import { assignSchemes } from '@mosty/incentives';
import type { Tx } from '@mosty/kernel/context';
import type { Id } from '@mosty/kernel/id';
import { businessDate } from '@mosty/kernel/time';
import { codesByText, createCode } from '@mosty/tracking';
import type { ImportFile } from '../store/files.ts';
import { verdictOf, type ImportRow, type RowVerdict } from '../store/rows.ts';
import { schemesByName } from '../store/schemes.ts';
import { directoryTaken } from './take-clients.ts';
import type { Taken } from './take-rows.ts';

interface Signed {
  readonly row: ImportRow;
  readonly partnerId: Id<'partner'>;
  readonly agreement: NewAgreement;
}

/**
 * Partners, and for rows with a date of agreement also the agreement: signed on paper, in force from that day, paid
 * by the named scheme, found by the code. A row without a date is a contact (S2.19).
 */
export async function takePartners(tx: Tx, file: ImportFile, rows: readonly ImportRow[]): Promise<Taken> {
  const outcomes = await importPartners(
    tx,
    rows.map(({ body }) => ({ ...body, name: body?.['name'] ?? '' })),
    { importId: file.id },
  );
  const { result, verdicts } = directoryTaken(rows, outcomes);
  const refused = new Map<number, RowVerdict>();
  const refuseRow = (row: ImportRow, code: string, params: Readonly<Record<string, unknown>>): void => {
    refused.set(row.line, verdictOf(row, 'refused', { error: { code, params } }));
  };

  const schemes = await schemesByName(tx, textsOf(rows, 'scheme'));
  const codes = await codesByText(tx, textsOf(rows, 'code'));
  const clients = await clientsByExternal(tx, textsOf(rows, 'externalId'));
  const signed = rows.flatMap((row, index): Signed[] => {
    const outcome = outcomes[index];
    const body = row.body ?? {};
    const day = body['agreementDate'];
    if (!outcome || outcome.outcome === 'refused' || day === undefined) return [];
    const { scheme, code } = body;
    if (scheme !== undefined && !schemes.has(scheme.toLowerCase())) {
      refuseRow(row, 'integrations.scheme_unknown', { name: scheme });
      return [];
    }
    const owner = code === undefined ? undefined : codes.get(code.toLowerCase())?.partnerId;
    if (owner !== undefined && owner !== outcome.id) {
      refuseRow(row, 'tracking.code_taken', { code: code ?? '' });
      return [];
    }
    const partnerId = outcome.id as Id<'partner'>;
    return [
      {
        row,
        partnerId,
        agreement: agreementOf(partnerId, body, day, clients.get(body['externalId'] ?? '')?.id),
      },
    ];
  });

  const opened = await openAgreements(
    tx,
    signed.map(({ agreement }) => agreement),
  );
  const made = signed.flatMap((one, index) => {
    const outcome = opened[index] as OpeningOutcome;
    if (outcome.outcome === 'refused') refuseRow(one.row, outcome.code, outcome.params);
    return outcome.outcome === 'opened' ? [{ ...one, agreementId: outcome.id }] : [];
  });
  await assignSchemes(tx, {
    assignments: made.flatMap(({ row, agreementId, agreement }) => {
      const schemeId = schemes.get((row.body?.['scheme'] ?? '').toLowerCase());
      return schemeId ? [{ agreementId, schemeId, validFrom: agreement.startsOn }] : [];
    }),
  });
  for (const { row, agreementId } of made) {
    const code = row.body?.['code'];
    if (code !== undefined && !codes.has(code.toLowerCase()))
      await createCode(tx, { agreementId, code, kind: 'referral' });
  }
  return {
    result: { ...result, refused: (result.refused ?? 0) + refused.size, agreements: made.length },
    verdicts: verdicts.map((verdict) => refused.get(verdict.line) ?? verdict),
  };
}

/** What is not told: the outside network, where most files come from, and its commonest kind. */
function agreementOf(
  partnerId: string,
  body: Readonly<Record<string, string>>,
  day: string,
  clientId: string | undefined,
): NewAgreement {
  const reporting = (body['class'] ?? 'partner_sales') as NewAgreement['class'];
  const kinds = { referral: 'client', partner_sales: 'agent', alliance: 'ally' } as const;
  const on = businessDate(day);
  return {
    partnerId,
    class: reporting,
    kind: (body['kind'] ?? kinds[reporting]) as NewAgreement['kind'],
    number: body['agreementNumber'],
    clientId: reporting === 'referral' ? clientId : undefined,
    startsOn: on,
    signedOn: on,
    launchedOn: on,
  };
}

function textsOf(rows: readonly ImportRow[], field: string): string[] {
  return [...new Set(rows.flatMap((row) => row.body?.[field] ?? []))];
}
