import { permit } from '@mosty/identity';
import type { Context, Tx } from '@mosty/kernel/context';
import { transact } from '@mosty/kernel/db';
import type { Id } from '@mosty/kernel/id';
import type { Refusal } from '@mosty/kernel/refusal';
import { codeKey } from '../domain/code.ts';
import { freeText, slugOf } from '../domain/made-key.ts';
import { rights } from '../policy.ts';
import { codesLike } from '../store/codes.ts';
import { draftCode, saveCode, type CreateCode } from './create-code.ts';
import { refusalOf } from './draft-link.ts';

export interface CreateCodes extends Omit<CreateCode, 'agreementId' | 'code'> {
  readonly agreementIds: readonly Id<'agreement'>[];
  readonly suffix: string;
  /** Nothing is written: only what would be is told. */
  readonly preview: boolean;
}

export interface MadeCode {
  readonly agreementId: Id<'agreement'>;
  readonly partnerName: string | null;
  readonly code: string | null;
  readonly refusal: Refusal | null;
}

/** A code for each agreement, named after its partner; whoever may not have one is told why and left out. */
export function createCodes(
  ctx: Context,
  { agreementIds, preview, suffix, ...terms }: CreateCodes,
): Promise<MadeCode[]> {
  return transact(ctx, async (tx) => {
    permit(tx, rights, 'code.write');
    const made: MadeCode[] = [];
    for (const agreementId of new Set(agreementIds)) {
      const given = made.flatMap((one) => one.code ?? []);
      const named = (name: string) => freeCode(tx, name, suffix, given);
      try {
        const { code, partnerName } = await draftCode(tx, { ...terms, agreementId, code: named });
        if (!preview) await saveCode(tx, code);
        made.push({ agreementId, partnerName, code: code.code, refusal: null });
      } catch (error) {
        made.push({ agreementId, partnerName: null, code: null, refusal: refusalOf(error) });
      }
    }
    return made;
  });
}

async function freeCode(tx: Tx, name: string, suffix: string, given: readonly string[]): Promise<string> {
  const wanted = `${slugOf(name).replaceAll('-', '') || 'partner'}${suffix}`.toUpperCase();
  const taken = new Set([...(await codesLike(tx, codeKey(wanted))), ...given.map(codeKey)]);
  return freeText(wanted, (text) => taken.has(codeKey(text)));
}
