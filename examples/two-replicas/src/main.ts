/**
 * Two people edit one record offline and merge; no server.
 */
export {};
