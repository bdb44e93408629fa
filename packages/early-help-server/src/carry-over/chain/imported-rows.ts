/**
 * What was last imported from a directory file, row by row and without names, and which record stands for it here. Record
 * ids are random; only this table knows whose reference they answer to.
 */
export const importedRows = `
create table imported_row (
  authority text, kind text, ref text, record text, row jsonb not null,
  primary key (authority, kind, ref)
);
`;
