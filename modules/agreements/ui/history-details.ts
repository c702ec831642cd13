import type { TimelineLine } from '@mosty/directory/contract';
import type { Translate } from '@mosty/ui-kit';
import * as z from 'zod';
import { CLASSES, OUTCOMES } from '../contract.ts';

const classSchema = z.object({ class: z.enum(CLASSES) });

/** What the journal keeps of a change, as far as it can be said in words. Unknown fields are simply not said. */
const changeSchema = z.object({
  class: z.enum(CLASSES).optional().catch(undefined),
  from: classSchema.optional().catch(undefined),
  to: classSchema.optional().catch(undefined),
  version: z.int().optional().catch(undefined),
  side: z.enum(['ours', 'theirs']).optional().catch(undefined),
  outcome: z.enum(OUTCOMES).optional().catch(undefined),
});

/** «Партнёрские продажи», «Версия 2», «Мы · Выполнено»: what exactly a line of the journal is about. */
export function detailsOf(t: Translate, { change }: Pick<TimelineLine, 'change'>): string[] {
  const read = changeSchema.safeParse(change ?? {});
  if (!read.success) return [];
  const { class: of, from, to, version, side, outcome } = read.data;
  const name = (one: (typeof CLASSES)[number]) => t(`kit:class.${one}`);
  return [
    of ? name(of) : '',
    from && to ? `${name(from.class)} → ${name(to.class)}` : '',
    version === undefined ? '' : t('version.number', { version }),
    side ? t(`propose.${side}`) : '',
    outcome ? t(`promises.${outcome}`).toLowerCase() : '',
  ].filter(Boolean);
}
