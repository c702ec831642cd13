SET lock_timeout = '5s';

-- Who asks for the parts of a sale asks for those that stand, and participant_once answers that.
DROP INDEX attribution.participant_by_sale;
