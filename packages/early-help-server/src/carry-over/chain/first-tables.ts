/**
 * The first tables. Each carries the authority first in its key, so that authorities can be spread over several stores.
 * Content is an envelope of format, key and bytes; format 0 is plain.
 */
export const firstTables = `
create table authority (
  id text primary key,
  generation text not null,
  seq bigint not null default 0,
  rights bigint not null default 0,
  policy int not null default 1,
  floor bigint not null default 0,
  cursor_key bytea not null,
  token_key bytea not null,
  demo_families int
);
create table hub (authority text, id text, name text not null, primary key (authority, id));
create table agency (authority text, id text, name text not null, kind text not null, primary key (authority, id));
create table principal (
  authority text, id text, kind text not null, name text not null, agency text, hub text,
  roles text[] not null default '{}', person text, rights_seq bigint not null default 0, ended boolean not null default false,
  primary key (authority, id)
);
create table record (
  authority text, id text, kind text not null, status text not null default 'open', hub text, lead text,
  protected_location boolean not null default false,
  barred text[] not null default '{}', social_care_open_to text[] not null default '{}', voice_audience text[] not null default '{}',
  rights_seq bigint not null default 0,
  primary key (authority, id)
);
create table membership (
  authority text, record text, principal text, from_ms bigint not null, to_ms bigint,
  primary key (authority, record, principal, from_ms)
);
create table grant_ (
  authority text, record text, principal text, section text, act text, from_ms bigint not null, to_ms bigint,
  primary key (authority, record, principal, section, act, from_ms)
);
create table record_person (
  authority text, family text, person text, role text not null, household text,
  primary key (authority, family, person)
);
create index record_person_person on record_person (authority, person);
create table section (
  authority text, id text, record text not null, name text not null, epoch int not null default 1,
  head bigint not null default 0, rows int not null default 0, trimmed_seq bigint not null default 0,
  state_vector bytea not null default '\\x00', projection text, projection_seq bigint not null default -1,
  primary key (authority, id)
);
create unique index section_name on section (authority, record, name);
create table snapshot (
  authority text, section text, seq bigint not null, rows int not null, format int not null default 0, key_id text, bytes bytea not null,
  primary key (authority, section)
);
create table log (
  authority text, seq bigint, section text not null, epoch int not null, device text not null, principal text not null,
  at bigint not null, batch bigint not null, base bigint, clients int[] not null,
  format int not null default 0, key_id text, bytes bytea not null,
  primary key (authority, seq)
);
create index log_section on log (authority, section, seq);
create table decision (
  authority text, seq bigint, record text not null, kind text not null, at bigint not null, before jsonb,
  primary key (authority, seq)
);
create index decision_record on decision (authority, record, seq);
create table device (authority text, id text, principal text not null, enrolled_at bigint not null, primary key (authority, id));
create table lease (
  authority text, client_id int, principal text not null, device text not null, slot int not null,
  primary key (authority, client_id)
);
create unique index lease_device on lease (authority, device, slot);
create table writer (authority text, section text, client_id int, primary key (authority, section, client_id));
create table closed (authority text, section text, client_id int, primary key (authority, section, client_id));
create table outcome (
  authority text, device text, batch bigint, hash bytea not null, result jsonb not null,
  primary key (authority, device, batch)
);
create table held (
  authority text, device text, batch bigint, part int, section text not null, epoch int not null, principal text not null,
  at bigint not null, base bigint, code text not null, format int not null default 0, key_id text, bytes bytea not null,
  primary key (authority, device, batch, part)
);
create table shelf (
  authority text, shelf text, record text, head bigint not null, gone boolean not null default false,
  primary key (authority, shelf, record)
);
create index shelf_head on shelf (authority, shelf, head) include (record);
create index shelf_record on shelf (authority, record);
create table audit (
  authority text, id bigint generated always as identity, at bigint not null, kind text not null, principal text,
  device text, batch bigint, section text, code text,
  primary key (authority, id)
);
`;
