/**
 * The kinds of methods are defined in one place (`contract/vocabulary.ts`), which every request is checked
 * against. This removes a second copy of the list, and rules that spoke for kinds that do not exist yet. A new
 * kind needs no migration.
 */
export const methodKindsInOnePlace = `
alter table mfa_method drop constraint mfa_method_kind_check;
alter table mfa_method drop constraint mfa_method_check;
alter table mfa_method drop constraint mfa_method_check1;
alter table mfa_method add constraint mfa_method_totp
  check (kind <> 'totp' or (sealed_secret is not null and destination_key is null));
alter table mfa_method add constraint mfa_method_sent
  check (kind not in ('email', 'sms') or (sealed_secret is null and destination_key is not null));
`;
