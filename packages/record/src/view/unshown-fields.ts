import { compareText, inOrder, noClaims, type Claim } from '../claims/claim.ts';
import type { Entity } from '../entities/entity.ts';
import type { Json } from '../json.ts';
import type { GroupPlan } from '../schema/plan.ts';
import { addendumOf } from './addenda.ts';
import type { Basis } from './shown.ts';
import { strikeOf } from './strike.ts';
import type { UnshownField } from './unshown-field.ts';

/** Finds what of an entity cannot be shown, in the order of the names of its fields. */
export function unshownFields(entity: Entity, basis: Omit<Basis, 'unshown' | 'owner'>): readonly UnshownField[] {
  const { group } = entity;
  const found = new Found();
  for (const { name, slot } of group.claims) {
    const { unshown } = basis.readings[slot] ?? {};
    // The members of an entry are held by the entry's one claim.
    if (unshown !== undefined) found.add(name, group.kind === 'log' ? entryOf(group, basis) : unshown);
  }
  for (const claim of basis.cells[group.strays] ?? noClaims) found.add(entity.strayName(claim) ?? '', [claim]);
  for (const { name, slot } of group.texts) found.addClients(name, basis.texts[slot]?.unshownBy);
  const strayNames = [...entity.strayRoots.values()];
  for (const [nth, name] of strayNames.entries()) {
    found.addClients(name, basis.texts[group.texts.length + nth]?.unshownBy);
  }
  found.add(
    'struck',
    basis.strikes.filter(({ value }) => strikeOf(value) === undefined),
  );
  if (group.addenda !== undefined) {
    const additions = basis.cells[group.addenda] ?? noClaims;
    found.add(
      'addenda',
      additions.filter(({ value }) => addendumOf(value) === undefined),
    );
    const entry = entryOf(group, basis);
    for (const name of strangersIn(group, entry[0]?.value ?? null)) found.add(name, entry);
  }
  return found.inOrder();
}

/** The claim of an entry that every replica shows. */
const entryOf = (group: GroupPlan, { cells }: Pick<Basis, 'cells'>): readonly Claim[] =>
  inOrder(cells[group.existence] ?? noClaims).slice(0, 1);

/** The members of an entry that only a later version knows. */
const strangersIn = ({ fields }: GroupPlan, entry: Json): readonly string[] =>
  typeof entry === 'object' && entry !== null ? Object.keys(entry).filter((name) => !fields.has(name)) : [];

class Found {
  #fields: Map<string, { readonly claims: Claim[]; readonly clients: number[] }> | undefined;

  add(name: string, claims: readonly Claim[]): void {
    if (claims.length > 0) this.#of(name).claims.push(...claims);
  }

  addClients(name: string, clients: readonly number[] = []): void {
    if (clients.length > 0) this.#of(name).clients.push(...clients);
  }

  inOrder(): readonly UnshownField[] {
    // Hardly ever is there any.
    if (this.#fields === undefined) return none;
    return Array.from(this.#fields, ([name, found]) => ({ name, ...found })).toSorted((a, b) =>
      compareText(a.name, b.name),
    );
  }

  #of(name: string): { readonly claims: Claim[]; readonly clients: number[] } {
    this.#fields ??= new Map();
    let field = this.#fields.get(name);
    if (field === undefined) this.#fields.set(name, (field = { claims: [], clients: [] }));
    return field;
  }
}

const none: readonly UnshownField[] = Object.freeze([]);
