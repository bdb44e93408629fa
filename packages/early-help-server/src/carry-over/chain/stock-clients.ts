/**
 * ClientIDs of stock Yjs documents, which choose 32 bits at random: they belong to whoever showed them first, in one
 * section and epoch, and to no device.
 */
export const stockClients = `
alter table lease alter column client_id type bigint, alter column device drop not null, alter column slot drop not null,
  add column section text, add column epoch int;
alter table writer alter column client_id type bigint;
alter table closed alter column client_id type bigint;
alter table log alter column clients type bigint[];
`;
