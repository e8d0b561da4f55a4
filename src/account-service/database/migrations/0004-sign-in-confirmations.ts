/**
 * Codes that confirm, by a mail to the account's address, a sign-in on a new computer while strangers guess at the
 * password. By digest of the address, whether anyone has it or not, so that the time it takes tells nothing. What
 * fifty wrong passwords had closed for good opens again: closing it was in any stranger's hands.
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
