SET lock_timeout = '5s';

-- By which scheme of rewards the page counts its example, and on a payment of how much. Schemes stand later in the order
-- of migrations, so no key refers to them: saving the page asks for one in force, and a page whose scheme ended shows none.
ALTER TABLE recruiting.programme
  ADD COLUMN scheme_id     kernel.id,
  ADD COLUMN example_minor bigint CHECK (example_minor > 0),
  ADD CONSTRAINT programme_counts CHECK ((scheme_id IS NULL) = (example_minor IS NULL));
