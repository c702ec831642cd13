SET lock_timeout = '5s';

-- A partner's person is invited to a partner that is here and not put away. Identity does not know partners: this is the
-- foreign key that an arrow to the directory would be.
CREATE FUNCTION directory.guard_invitation() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM FROM directory.partner p
    WHERE p.workspace_id = NEW.workspace_id AND p.id = NEW.partner_id AND p.archived_at IS NULL FOR SHARE;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'no such partner, or it is archived' USING ERRCODE = 'foreign_key_violation', CONSTRAINT = 'invitation_of_live_partner';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER guard_invitation BEFORE INSERT ON identity.invitation
  FOR EACH ROW WHEN (NEW.partner_id IS NOT NULL) EXECUTE FUNCTION directory.guard_invitation();
