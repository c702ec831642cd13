import { LANGUAGES } from '@mosty/kernel/operation';
import { describe, expect, it } from 'vitest';
import { KINDS } from '../contract/classes.ts';
import { shippedExpectations } from '../domain/shipped/expectations.ts';
import { expectationsPaper, type Paper } from './expectations-paper.ts';

const at = new Date('2026-03-02T09:30:00Z');
const hash = 'a'.repeat(64);

function paperOf(kind: (typeof KINDS)[number], language: Paper['language']): Paper {
  const agreementId = 'agr_01';
  const version = {
    ...shippedExpectations(kind, language),
    id: 'agv_01',
    agreementId,
    partnerId: 'par_01',
    version: 2,
    bodyHash: hash,
    createdAt: at,
    createdBy: 'mem_01',
  };
  const acceptance = { versionId: 'agv_01', partnerId: 'par_01', bodyHash: hash, acceptedAt: at };
  return {
    agreement: { id: agreementId, kind, number: '17/26', currentVersion: 2, signedOn: null },
    version,
    acceptances: [
      { ...acceptance, side: 'ours', person: 'Мария Ёлкина', evidence: null },
      { ...acceptance, side: 'theirs', person: 'Анна', evidence: 'письмо от 2 марта' },
    ],
    company: 'ООО «Мосты»',
    partner: 'Вектор',
    language,
    zone: 'Europe/Moscow',
  } as unknown as Paper;
}

describe('mutual expectations on paper (S0.60: short, by points)', () => {
  it.each(KINDS.flatMap((kind) => LANGUAGES.map((language) => [kind, language] as const)))(
    '%s in %s fits one page as it is shipped, with both acceptances',
    async (kind, language) => {
      const file = await expectationsPaper(paperOf(kind, language));
      expect(file.subarray(0, 5).toString()).toBe('%PDF-');
      expect(file.toString('latin1').match(/\/Type \/Page\b(?!s)/g)).toHaveLength(1);
    },
  );
});
