import { defineReaction } from '@mosty/kernel/events';
import { callPartners } from '../service/call-partners.ts';

export const callPartnersWhenTheyEarn = defineReaction({
  name: 'webhooks.call-partners',
  on: ['click.bound', 'lead.created', 'sale.created', 'accrual.created', 'accrual.approved'],
  run: callPartners,
});
