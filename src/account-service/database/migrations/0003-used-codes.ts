/**
 * Codes that were sent and then used stay until they would have expired, so that one that is given again can be told
 * from a guess. Only the ones that still count are one per purpose, place and method.
 */
export const usedCodes = `
alter table challenge add column used_at timestamptz;
drop index challenge_live;
create unique index challenge_live on challenge (account_id, purpose, bound_to, method_id) nulls not distinct
  where used_at is null;
`;
