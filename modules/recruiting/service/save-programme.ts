import { permit } from '@mosty/identity';
import type { Context } from '@mosty/kernel/context';
import { transact } from '@mosty/kernel/db';
import { refuse } from '@mosty/kernel/refusal';
import type { ProgrammeTexts } from '../contract/programme.ts';
import { countedBy } from './counted-by.ts';
import { rights } from '../policy.ts';
import {
  changeProgrammeRow,
  findProgramme,
  saveProgrammeRow,
  type ProgrammeRecord,
} from '../store/programmes.ts';

/** Writes the page of a programme. @throws recruiting.no_words, recruiting.scheme_not_in_force, recruiting.slug_taken */
export function saveProgramme(
  ctx: Context,
  input: { slug: string; words: ProgrammeTexts; isOpen: boolean; counts?: ProgrammeRecord['counts'] },
): Promise<ProgrammeRecord> {
  return transact(ctx, async (tx) => {
    permit(tx, rights, 'programme.write');
    const { slug, words, isOpen, counts = null } = input;
    if (!words.ru && !words.en) refuse('invalid', 'recruiting.no_words', {});
    if (counts && !(await countedBy(tx, counts))) refuse('invalid', 'recruiting.scheme_not_in_force', {});
    const there = await findProgramme(tx, slug);
    const id = there?.id ?? tx.id('programme');
    if (there) await changeProgrammeRow(tx, { id, words, isOpen, counts });
    else if (!(await saveProgrammeRow(tx, { id, slug, words, isOpen, counts })))
      refuse('conflict', 'recruiting.slug_taken', { slug });
    tx.audit({
      verb: 'recruiting.save_programme',
      subject: id,
      change: { slug, isOpen, schemeId: counts?.schemeId ?? null },
    });
    return { id, slug, words, isOpen, counts, changedAt: tx.now(), waiting: there?.waiting ?? 0 };
  });
}
