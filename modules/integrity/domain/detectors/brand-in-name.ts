import type { Row } from '../facts.ts';
import { foldedForLooks, looksLike } from '../look-alike.ts';
import { byPartner, detector, ROWS_MOST } from '../detector.ts';

/**
 * S0.32: our name in a code a partner hands out, or visits from a site that pretends to be ours: another letter, a hyphen,
 * another zone. Buying our name in a search is not seen from here: somebody looks and answers, or raises it by hand.
 */
export const brandInName = detector({
  code: 'brand_in_name',
  reads: ['names'],
  isState: true,
  thresholds: { letters_apart: 1 },
  find: ({ names }, { brandWords, ownDomains, thresholds: t }) => {
    const words = brandWords.map(foldedForLooks).filter((word) => word.length >= 3);
    return byPartner(names).flatMap(([partnerId, own]) => {
      const caught = own.flatMap(({ kind, id, text }): Row[] => {
        if (kind === 'host') {
          const domain = looksLike(text, ownDomains, words, t['letters_apart'] ?? 0);
          return domain === null
            ? []
            : [
                {
                  kind: 'host' as const,
                  subject: text,
                  says: { code: 'look_alike', params: { host: text, domain } },
                  at: null,
                },
              ];
        }
        const folded = foldedForLooks(text);
        const word = words.find((one) => folded.includes(one));
        return word === undefined
          ? []
          : [{ kind, subject: id, says: { code: `brand_in_${kind}`, params: { text, word } }, at: null }];
      });
      if (caught.length === 0) return [];
      const hosts = caught.filter(({ kind }) => kind === 'host').length;
      return [
        {
          partnerId,
          severity: hosts > 0 ? ('serious' as const) : ('watch' as const),
          measure: { code: 'brand_in_name', params: { count: caught.length, hosts } },
          rows: caught.slice(0, ROWS_MOST),
          atStakeMinor: 0n,
        },
      ];
    });
  },
});
