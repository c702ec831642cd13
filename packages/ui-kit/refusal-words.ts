import type { ApiRefusal } from './refusal.ts';
import type { Translate } from './spoken/translator.ts';

export interface RefusalWords {
  /** Which rule, in words. */
  readonly what: string;
  /** What would change it. */
  readonly change?: string | undefined;
  /** Who can help. */
  readonly who?: string | undefined;
}

/**
 * `incentives.scheme_overlaps` reads the words at `refusals.scheme_overlaps` of the namespace `incentives`:
 * a sentence, or `{ what, change, who }`. Where a module has none, the kind speaks in general words.
 */
export function wordsOfRefusal(
  t: Translate,
  refusal: Pick<ApiRefusal, 'kind' | 'code' | 'params'>,
): RefusalWords {
  const dot = refusal.code.indexOf('.');
  const key = `${refusal.code.slice(0, dot)}:refusals.${refusal.code.slice(dot + 1)}`;
  const look = (at: string): string | undefined => {
    return t(at, { ...refusal.params, defaultValue: '' }) || undefined;
  };
  const general = {
    what: t(`kit:refusal.${refusal.kind}.what`),
    change: look(`kit:refusal.${refusal.kind}.change`),
    who: look(`kit:refusal.${refusal.kind}.who`),
  };
  if (dot < 0) return general;
  const detailed = look(`${key}.what`);
  if (detailed) return { what: detailed, change: look(`${key}.change`), who: look(`${key}.who`) };
  const sentence = look(key);
  return sentence ? { what: sentence } : general;
}
