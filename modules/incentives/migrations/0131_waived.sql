SET lock_timeout = '5s';

-- Given up by the partner (S0.66): settled, and never paid. What refunds take from it is taken from nobody.
ALTER TABLE incentives.accrual DROP CONSTRAINT accrual_state_check;
ALTER TABLE incentives.accrual ADD CONSTRAINT accrual_state_check
  CHECK (state IN ('pending', 'on_hold', 'approved', 'paid', 'waived', 'reversed'));
