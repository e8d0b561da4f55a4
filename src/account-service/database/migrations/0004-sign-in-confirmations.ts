/**
 * Mailed codes that confirm a sign-in on a new computer while strangers guess at the password. They are stored
 * by digest of the address, whether or not an account has it, so that timing reveals nothing. This also opens
 * what fifty wrong passwords had permanently closed, because any stranger could close it.
 */
export const signInConfirmations = `
create table sign_in_confirmation (
  address_hash bytea primary key,
  code_hash bytea not null,
  expires_at timestamptz not null
);
create index sign_in_confirmation_by_expiry on sign_in_confirmation (expires_at);

update attempt_guard set blocked_until = null where scope = 'password:address' and blocked_until = 'infinity';
`;
