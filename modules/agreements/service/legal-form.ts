import { fittingContract, LEGAL_FORMS } from '@mosty/country-ru';
import { currentRequisites } from '@mosty/directory';
import { defineEvidence } from '@mosty/lifecycle';
import type { Missing } from '@mosty/lifecycle/contract';

const ASKED: Missing['roles'] = ['partner_owner', 'finance', 'manager'];

/**
 * Whether such a person or firm may be paid for bringing clients, and under which contract. Referral thanks and alliances
 * may do without money, so nothing is asked of them; a form of another country is looked at by people.
 */
defineEvidence('legal_form_allowed', async (tx, { partnerId, path }) => {
  if (path === 'referral' || path === 'alliance')
    return { met: true, rows: [{ code: 'agreements.no_money_needed', params: {} }], missing: [] };
  const requisites = (await currentRequisites(tx, [partnerId])).get(partnerId);
  const to = `/partners/${partnerId}`;
  if (!requisites)
    return {
      met: false,
      rows: [],
      missing: [{ code: 'agreements.no_legal_form', params: {}, roles: ASKED, to }],
    };
  const { country, legalForm } = requisites;
  const form = LEGAL_FORMS.find((one) => one === legalForm);
  if (country !== 'RU' || form === undefined)
    return {
      met: true,
      rows: [{ code: 'agreements.foreign_form', params: { country } }],
      missing: [],
    };
  const rule = fittingContract(form);
  if (rule === null)
    return {
      met: false,
      rows: [],
      missing: [{ code: 'agreements.form_refused', params: { form }, roles: ASKED, to }],
    };
  const { contract, basis, verdict } = rule;
  return {
    met: true,
    rows: [{ code: `agreements.form_${verdict}_${contract}`, params: { form, basis } }],
    missing: [],
  };
});
