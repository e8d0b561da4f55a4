/**
 * A sync pass is a column of the trust that it goes with: whatever ends the trust ends the pass, and neither outlasts the other.
 * It is in no table of sessions, so an instance of an older version, too, takes it for none.
 */
export const syncPasses = `
alter table trusted_device add column sync_pass_hash bytea;
`;
