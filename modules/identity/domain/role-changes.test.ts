import { describe, expect, it } from 'vitest';
import { Refusal } from '@mosty/kernel/refusal';
import type { Actor } from '@mosty/kernel/context';
import { keepsAnOwner, mayTouch, sameSide } from './role-changes.ts';

const as = (role: string): Actor => ({ type: 'person', id: 'mem_1' as never, role, partnerId: null });

describe('changing roles', () => {
  it('leaves owners to owners', () => {
    expect(mayTouch(as('head'), 'owner')).toBeInstanceOf(Refusal);
    expect(mayTouch(as('owner'), 'owner')).toBe(true);
    expect(mayTouch(as('head'), 'finance')).toBe(true);
    expect(mayTouch({ type: 'api_key', id: 'key_1' as never, scopes: ['read'] }, 'owner')).toBeInstanceOf(
      Refusal,
    );
  });

  it('never carries a person of a partner into the company, or back', () => {
    expect(sameSide('partner_staff', 'manager')).toBeInstanceOf(Refusal);
    expect(sameSide('manager', 'partner_owner')).toBeInstanceOf(Refusal);
    expect(sameSide('partner_staff', 'partner_owner')).toBe(true);
  });

  it('keeps at least one owner', () => {
    expect(keepsAnOwner(1, 'owner')).toBeInstanceOf(Refusal);
    expect(keepsAnOwner(2, 'owner')).toBe(true);
    expect(keepsAnOwner(1, 'head')).toBe(true);
  });
});
