/** How far grants that run out have been made events of, and how to find the next ones. */
export const lapsedRights = `
alter table authority add column lapsed_until bigint not null default 0;
create index grant_until on grant_ (authority, to_ms) where to_ms is not null;
`;
