SET lock_timeout = '5s';

-- Many have no site and no tax number, but one channel: `t.me/name` is theirs as surely as a domain would be (S0.72).
ALTER TABLE recruiting.stop_key DROP CONSTRAINT stop_key_kind_check;
ALTER TABLE recruiting.stop_key ADD CONSTRAINT stop_key_kind_check
  CHECK (kind IN ('tax_number', 'domain', 'email', 'phone', 'link', 'name', 'person'));
