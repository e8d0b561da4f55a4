/**
 * What became of links that no longer work, so that their holders see "used" or "replaced", not just "unknown".
 * It stores a hash of the link's random token and one word: nothing about a person, an address or an account.
 */
export const pastLinks = `
create table past_link (
  token_hash bytea primary key,
  outcome text not null check (outcome in ('used', 'replaced')),
  at timestamptz not null
);
create index past_link_by_age on past_link (at);
`;
