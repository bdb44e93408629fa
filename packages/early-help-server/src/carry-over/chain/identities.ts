/** Who somebody is at an OpenID issuer: no two people here are the same one there. */
export const identities = `
alter table principal add column issuer text, add column subject text;
create unique index principal_identity on principal (authority, issuer, subject) where subject is not null;
`;
