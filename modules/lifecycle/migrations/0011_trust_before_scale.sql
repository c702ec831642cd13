SET lock_timeout = '5s';

-- What is not trusted is not scaled (S0.17): beside the pilot's criteria the gate to «working» asks for trust and for no
-- serious flag.
UPDATE lifecycle.allowed SET evidence = '{pilot_met,trust_enough,no_serious_flag}'
WHERE from_stage = 'pilot' AND to_stage = 'working';
