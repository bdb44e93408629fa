/**
 * What edits that come through GraphQL are written under: a device of each principal's own, its clientIDs, of which a
 * running edit has one to itself, and the number of the batch that an idempotency key stands for. Keys are kept as
 * digests: who chose one may have put a name into it.
 */
export const serviceClients = `
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
`;
