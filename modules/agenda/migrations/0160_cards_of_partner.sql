SET lock_timeout = '5s';

-- All that is open about those who are in a week.
CREATE INDEX card_of_partner ON agenda.card (workspace_id, partner_id) WHERE gone_on IS NULL;
