import fc from 'fast-check';
import { expect, test } from 'vitest';
import { auditHash, canonical, GENESIS, type AuditEntry } from './chain.ts';

const entry: AuditEntry = {
  seq: 1n,
  at: new Date('2026-03-02T06:00:00Z'),
  actorType: 'person',
  actorId: 'mem_1',
  verb: 'incentives.publish_scheme',
  subject: 'sch_1',
  reason: null,
  change: { ratePpm: 100_000, name: 'А' },
  requestId: 'r1',
};

test('a hash covers every field, the workspace and the hash before', () => {
  const base = auditHash('w', GENESIS, entry);
  const altered: AuditEntry[] = [
    { ...entry, seq: 2n },
    { ...entry, at: new Date('2026-03-02T06:00:00.001Z') },
    { ...entry, actorType: 'system' },
    { ...entry, actorId: 'mem_2' },
    { ...entry, verb: 'x' },
    { ...entry, subject: 'sch_2' },
    { ...entry, reason: '' },
    { ...entry, change: { ratePpm: 100_001, name: 'А' } },
    { ...entry, requestId: 'r2' },
  ];
  const hashes = [
    base,
    auditHash('v', GENESIS, entry),
    auditHash('w', base, entry),
    ...altered.map((other) => auditHash('w', GENESIS, other)),
  ];
  expect(new Set(hashes).size).toBe(hashes.length);
});

test('the canonical form does not depend on the order of keys, as jsonb does not keep it', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (fields) => {
      const turned = Object.fromEntries(Object.entries(fields).reverse());
      expect(canonical(turned)).toBe(canonical(fields));
      expect(JSON.parse(canonical(fields))).toEqual(JSON.parse(JSON.stringify(fields)));
    }),
  );
});
