/**
 * What became of links that no longer work, so that whoever holds one is told "used" or "replaced" and not only
 * "unknown". A hash of the link's random token and one word: nothing about a person, an address or an account.
 */
export const pastLinks = `
create table past_link (
  token_hash bytea primary key,
  outcome text not null check (outcome in ('used', 'replaced')),
  at timestamptz not null
);
create index past_link_by_age on past_link (at);
`;
