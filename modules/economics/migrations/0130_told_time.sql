SET lock_timeout = '5s';

-- Time that was told and never written as a cost, as it stood when the month was closed: one object a class, amounts as
-- text. After that no time of the month becomes a cost, so the sum since the start need not read it again.
-- NULL: closed before this was kept.
ALTER TABLE economics.month_close ADD COLUMN told_time jsonb;
