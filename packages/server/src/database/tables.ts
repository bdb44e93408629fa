/**
 * The tables of a store. Each carries the authority first in its key, so that authorities can be spread over several
 * stores. Content is an envelope of format, key and bytes; format 0 is plain. What is decided about a record is JSON that
 * the model folds; keys, moments and links are derived from it by the model, so that they can be made anew at any time.
 */
export const tables = `
create table authority (
  id text primary key, generation text not null, seq bigint not null default 0, rights bigint not null default 0,
  policy int not null default 1, floor bigint not null default 0,
  cursor_key bytea not null, token_key bytea not null, model jsonb, rights_table jsonb, policy_of text
);
create table unit (
  authority text, kind text, id text, name text not null, more jsonb not null default '{}',
  primary key (authority, kind, id)
);
create table principal (
  authority text, id text, name text not null, organisation text, who jsonb not null, rights_seq bigint not null default 0,
  ended boolean not null default false, issuer text, subject text,
  primary key (authority, id)
);
create unique index principal_identity on principal (authority, issuer, subject) where subject is not null;
create table record (
  authority text, id text, kind text not null, facts jsonb not null, facts_version int not null,
  primary key (authority, id)
);
create index record_facts_version on record (authority, kind, facts_version);
create table record_key (
  authority text, key text, record text, head bigint not null, gone boolean not null default false,
  primary key (authority, key, record)
);
create index record_key_head on record_key (authority, key, head) include (record);
create index record_key_record on record_key (authority, record);
create table record_moment (authority text, at bigint, record text, primary key (authority, at, record));
create index record_moment_record on record_moment (authority, record);
create table record_link (authority text, record text, linked text, primary key (authority, record, linked));
create index record_link_linked on record_link (authority, linked);
create table decision (
  authority text, seq bigint, type text not null, record text not null, name text, version int, form jsonb, of bigint,
  principal text, device text, batch bigint, base bigint, reason text, id text, at bigint not null, before jsonb,
  primary key (authority, seq)
);
create index decision_record on decision (authority, record, seq);
create index decision_batch on decision (authority, device, batch) where device is not null;
create table decision_key (
  authority text, principal text, key bytea, hash bytea not null, outcome jsonb not null,
  primary key (authority, principal, key)
);
create table section (
  authority text, id text, record text not null, name text not null, epoch int not null default 1,
  created bigint not null, head bigint not null default 0, rows int not null default 0,
  trimmed_seq bigint not null default 0, state_vector bytea not null default '\\x00',
  projection text, projection_seq bigint not null default -1,
  primary key (authority, id)
);
create unique index section_name on section (authority, record, name);
create table snapshot (
  authority text, section text, seq bigint not null, rows int not null, format int not null default 0, key_id text,
  bytes bytea not null,
  primary key (authority, section)
);
create table log (
  authority text, seq bigint, section text not null, epoch int not null, device text not null, principal text not null,
  at bigint not null, batch bigint not null, base bigint, clients bigint[] not null,
  format int not null default 0, key_id text, bytes bytea not null,
  primary key (authority, seq)
);
create index log_section on log (authority, section, seq);
create table device (
  authority text, id text, principal text not null, enrolled_at bigint not null,
  primary key (authority, id)
);
create index device_principal on device (authority, principal, enrolled_at);
create table lease (
  authority text, client_id bigint, principal text not null, device text, slot int, section text, epoch int,
  primary key (authority, client_id)
);
create unique index lease_device on lease (authority, device, slot);
create table writer (authority text, section text, client_id bigint, primary key (authority, section, client_id));
create table closed (authority text, section text, client_id bigint, primary key (authority, section, client_id));
create table outcome (
  authority text, device text, batch bigint, hash bytea not null, result jsonb not null,
  primary key (authority, device, batch)
);
create table held (
  authority text, device text, batch bigint, part int, section text not null, epoch int not null,
  principal text not null, at bigint not null, base bigint, code text not null,
  format int not null default 0, key_id text, bytes bytea not null,
  primary key (authority, device, batch, part)
);
create index held_principal on held (authority, principal);
create table service_device (authority text, principal text, device text not null, primary key (authority, principal));
create table service_client (
  authority text, client_id int, principal text not null, busy_until timestamptz not null,
  primary key (authority, client_id)
);
create index service_client_principal on service_client (authority, principal);
create table edit_key (
  authority text, principal text, key bytea, batch bigint generated always as identity,
  primary key (authority, principal, key)
);
create table audit (
  authority text, id bigint generated always as identity, at bigint not null, kind text not null, principal text,
  device text, batch bigint, section text, record text, code text,
  primary key (authority, id)
);
`;
