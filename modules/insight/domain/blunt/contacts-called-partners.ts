import type { BluntRule } from './rule.ts';

/** S2.19: without agreement and launch they are contacts in a phone. Said when they are at least as many as partners. */
export const contactsCalledPartners: BluntRule = {
  code: 'contacts_called_partners',
  tone: 'warn',
  when: ({ contactsCalledPartners: contacts, working }) =>
    contacts > 0 && contacts >= working ? { contacts, working } : null,
};
