/**
 * Decisions that are commands: what was commanded, by whom and why, with the outcomes of those that came under an
 * idempotency key. Keys are kept as digests, since who chose one may have put a name into it.
 */
export const decisionCommands = `
alter table decision add column id text, add column command jsonb, add column principal text, add column device text,
  add column batch bigint, add column base bigint, add column reason text;
create table decision_key (
  authority text, principal text, key bytea, hash bytea not null, outcome jsonb not null,
  primary key (authority, principal, key)
);
alter table membership add column lapses boolean not null default false, add column visible_to text[];
create index membership_until on membership (authority, to_ms) where lapses;
alter table audit add column record text;
`;
