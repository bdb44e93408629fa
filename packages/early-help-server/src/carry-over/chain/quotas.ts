/** How much of one person's is kept is counted at each enrolment and at each batch that is held. */
export const quotas = `
create index device_principal on device (authority, principal, enrolled_at);
create index held_principal on held (authority, principal);
`;
