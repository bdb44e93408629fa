/** Somebody who has the same record open, as the server names them. */
export interface Here {
  readonly client: number;
  readonly principal: string;
  readonly name: string;
  readonly organisation: string | null;
  /** The field that they have open. */
  readonly field: string | null;
}

/** Reads what presence says of others; what is not well formed is nobody. */
export function readHere(states: ReadonlyMap<number, unknown>, own: number): readonly Here[] {
  const here: Here[] = [];
  for (const [client, state] of states) {
    if (client === own || typeof state !== 'object' || state === null || !('user' in state)) continue;
    const { user } = state;
    if (typeof user !== 'object' || user === null || !('name' in user) || typeof user.name !== 'string') continue;
    here.push({
      client,
      name: user.name,
      principal: 'principal' in user && typeof user.principal === 'string' ? user.principal : user.name,
      organisation: 'organisation' in user && typeof user.organisation === 'string' ? user.organisation : null,
      field: 'field' in state && typeof state.field === 'string' ? state.field : null,
    });
  }
  return here.toSorted((a, b) => a.name.localeCompare(b.name));
}
