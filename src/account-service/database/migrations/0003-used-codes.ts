/**
 * Keeps used codes until they would have expired, so that reusing one can be told from a guess. Only codes that
 * are still valid are unique per purpose, place and method.
 */
export const usedCodes = `
alter table challenge add column used_at timestamptz;
drop index challenge_live;
create unique index challenge_live on challenge (account_id, purpose, bound_to, method_id) nulls not distinct
  where used_at is null;
`;
