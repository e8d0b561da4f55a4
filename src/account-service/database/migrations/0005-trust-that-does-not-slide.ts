/**
 * `accountLimits.trustDays` alone defines the trust period; this removes a second copy of the number. The
 * database enforces only the rule itself: only a new check, from its own moment, moves the end of a trust.
 */
export const trustThatDoesNotSlide = `
alter table trusted_device drop constraint trusted_device_check;
create function keep_trust_end() returns trigger language plpgsql as $$
begin
  if new.expires_at > old.expires_at and new.created_at = old.created_at then
    raise exception 'the end of a trust moves with a new check alone' using errcode = 'check_violation', constraint = 'trusted_device_check';
  end if;
  return new;
end
$$;
create trigger keep_trust_end before update of expires_at on trusted_device
  for each row execute function keep_trust_end();
`;
