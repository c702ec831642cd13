import { describe, expect, it } from 'vitest';
import type { Actor } from '@mosty/kernel/context';
import { Refusal } from '@mosty/kernel/refusal';
import { ROLES, type Role } from '../contract/roles.ts';
import { rights } from './identity.ts';
import { may, permit, twoPeople, type Person } from './permit.ts';
import { allRights, defineRights } from './rights.ts';

const sample = defineRights({
  'test_money.read': {
    roles: ['owner', 'partner_owner', 'partner_staff'],
    money: true,
    says: { ru: 'Видит', en: 'Sees' },
  },
  'test_sale.record': { roles: ['owner'], scope: 'sales:write', says: { ru: 'Вносит', en: 'Records' } },
});

function person(role: string, moneyGranted = false): { actor: Person } {
  return {
    actor: {
      type: 'person',
      id: 'mem_00000000000000000000000000' as Person['id'],
      role,
      partnerId: null,
      moneyGranted,
    },
  };
}

function refusalOf(act: () => void): Refusal {
  try {
    act();
  } catch (error) {
    if (error instanceof Refusal) return error;
  }
  throw new Error('nothing was refused');
}

describe('who may do what with people, keys and the journal (screens.md, Roles)', () => {
  const everyone = Object.fromEntries(ROLES.map((role) => [role, false]));
  const expected: Record<keyof typeof rights, readonly Role[]> = {
    'workspace.read': ['owner', 'head', 'manager', 'finance', 'analyst', 'voice'],
    'workspace.change': ['owner', 'head'],
    'member.read': ['owner', 'head', 'manager', 'finance', 'analyst', 'voice', 'partner_owner'],
    'member.invite': ['owner', 'head', 'partner_owner'],
    'member.change_role': ['owner', 'head'],
    'member.grant_money': ['owner', 'head', 'partner_owner'],
    'member.remove': ['owner', 'head', 'partner_owner'],
    'api_key.read': ['owner', 'head'],
    'api_key.create': ['owner', 'head'],
    'api_key.revoke': ['owner', 'head'],
    'message.read': ['owner', 'head'],
    'message.retry': ['owner', 'head'],
    'portal.look_as': ['owner', 'head', 'manager'],
    'audit.read': ['owner', 'head', 'finance', 'analyst'],
    'audit.export': ['owner', 'head', 'finance'],
  };

  it.each(Object.entries(expected))('%s is for %s and nobody else', (action, roles) => {
    const wanted = { ...everyone, ...Object.fromEntries(roles.map((role) => [role, true])) };
    const found = Object.fromEntries(
      ROLES.map((role) => [role, may(person(role), rights, action as keyof typeof rights)]),
    );
    expect(found).toEqual(wanted);
  });

  it('has a line here for every right there is', () => {
    expect(Object.keys(expected).sort()).toEqual(Object.keys(rights).sort());
  });
});

describe('a right', () => {
  it('refuses with the roles that may', () => {
    const refused = refusalOf(() => permit(person('voice'), rights, 'audit.read'));
    expect(refused).toMatchObject({ kind: 'not_permitted', code: 'identity.not_permitted' });
    expect(refused.params).toEqual({ action: 'audit.read', roles: ['owner', 'head', 'finance', 'analyst'] });
  });

  it('is not given to a role nobody knows', () => {
    expect(may(person('superuser'), rights, 'workspace.read')).toBe(false);
  });

  it('of money is given to a partner’s employee only when granted', () => {
    expect(may(person('partner_staff'), sample, 'test_money.read')).toBe(false);
    expect(may(person('partner_staff', true), sample, 'test_money.read')).toBe(true);
    expect(may(person('partner_owner'), sample, 'test_money.read')).toBe(true);
  });

  it('is given to a key by its scope and by nothing else', () => {
    const key = (scopes: string[]): { actor: Actor } => ({
      actor: { type: 'api_key', id: 'key_1' as never, scopes },
    });
    expect(may(key(['sales:write']), sample, 'test_sale.record')).toBe(true);
    expect(may(key(['read', 'directory:write', 'import:write']), sample, 'test_sale.record')).toBe(false);
    expect(
      may(key(['read', 'sales:write', 'directory:write', 'import:write']), sample, 'test_money.read'),
    ).toBe(false);
    expect(refusalOf(() => permit(key(['read']), sample, 'test_sale.record'))).toMatchObject({
      code: 'identity.scope_missing',
      params: { scope: 'sales:write' },
    });
  });

  it('is not needed by jobs', () => {
    expect(may({ actor: { type: 'system', id: 'job' } }, rights, 'member.remove')).toBe(true);
  });

  it('is declared once and spelled noun.verb', () => {
    const says = { ru: '', en: '' };
    expect(() => defineRights({ 'audit.read': { roles: [], says } })).toThrow('twice');
    expect(() => defineRights({ ReadAudit: { roles: [], says } })).toThrow('noun.verb');
  });

  it('is said in both languages', () => {
    for (const [action, { says }] of allRights()) {
      if (action.startsWith('test_')) continue;
      expect(says.ru, action).toMatch(/[а-яё]/i);
      expect(says.en, action).toMatch(/^[\x20-\x7e’]+$/);
    }
  });
});

describe('two people', () => {
  it('are needed: who made it does not approve it', () => {
    expect(refusalOf(() => twoPeople(person('owner').actor.id, person('owner'))).code).toBe(
      'identity.two_people',
    );
    expect(() => twoPeople('mem_other', person('owner'))).not.toThrow();
  });
});
