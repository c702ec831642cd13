import { expect, it } from 'vitest';
import { contactOf } from './contact.ts';

it('one field takes a phone or an e-mail and says no to anything else', () => {
  expect(contactOf(' info@topol.ru ')).toEqual({ email: 'info@topol.ru' });
  expect(contactOf('+7 (912) 345-67-89')).toEqual({ phone: '+7 (912) 345-67-89' });
  expect(contactOf('')).toEqual({});
  for (const wrong of ['info@', 'позвоните', '12-34', '@topol.ru', 'a b@c.ru'])
    expect(contactOf(wrong)).toBeNull();
});
