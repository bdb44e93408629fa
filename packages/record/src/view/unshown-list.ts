import { authored, type Author, type AuthorOf } from '../authors.ts';
import { compareText } from '../claims/claim.ts';
import { pathIn } from '../entities/entity-paths.ts';
import type { Entity } from '../entities/entity.ts';
import { extensionOf, localName } from '../fields/field-name.ts';
import type { GroupPlan } from '../schema/plan.ts';
import { labelFrom } from '../words.ts';
import type { BuiltRow } from './row-builder.ts';
import { rowWords } from './row-words.ts';
import type { Viewer } from './viewer.ts';

/** Something in a field that this version of the schema cannot show, since a later one, or an extension, wrote it. */
export interface Unshown {
  readonly section: string;
  /** The row's id; empty for the section's own fields, and for rows of which this version knows nothing. */
  readonly entity: string;
  /** The field as its row, or the section, would call it: as in `unshown` of the view. */
  readonly field: string;
  readonly path: string;
  readonly label: string;
  /** The row in words, to tell it from its siblings. */
  readonly row?: string;
  /** The extension that the field belongs to, where this schema does not have it: no later version of it helps then. */
  readonly extension?: string;
  /** Who wrote it, and when by their device, as far as this reader is told. */
  readonly by: readonly UnshownBy[];
}

/** Who wrote something that cannot be shown. */
export interface UnshownBy {
  readonly author?: Author;
  /** The writing device's time in milliseconds, for display only; of a text nobody can tell. */
  readonly at?: number;
  readonly client: number;
}

/** What of a section cannot be shown; the same list while nothing about it changes. */
export class UnshownList {
  readonly #section: string;
  readonly #extensions: ReadonlySet<string>;
  readonly #viewer: Viewer;
  readonly #authorOf: AuthorOf;
  #list: readonly Unshown[] = Object.freeze([]);
  #stamp: object | undefined;

  /** @param extensions - the names of those that this schema has */
  constructor(section: string, extensions: readonly string[], viewer: Viewer, authorOf: AuthorOf) {
    this.#section = section;
    this.#extensions = new Set(extensions);
    this.#viewer = viewer;
    this.#authorOf = authorOf;
  }

  list(): readonly Unshown[] {
    if (this.#viewer.stamp === this.#stamp) return this.#list;
    const unshowing = [...this.#viewer.unshowing()];
    this.#stamp = this.#viewer.stamp;
    const list = unshowing.flatMap(([entity, built]) => this.#of(entity, built));
    const sorted = list.toSorted((a, b) => compareText(a.path, b.path) || compareText(a.entity, b.entity));
    if (JSON.stringify(sorted) !== JSON.stringify(this.#list)) this.#list = Object.freeze(sorted);
    return this.#list;
  }

  #of({ id, group }: Entity, { basis }: BuiltRow): readonly Unshown[] {
    const row = rowWords(group, basis.readings);
    return basis.unshown.map(({ name, claims, clients }) => {
      const extension = extensionOf(name);
      return Object.freeze({
        section: this.#section,
        entity: id,
        field: name,
        path: pathIn(group, name),
        label: labelOf(group, name),
        ...(row !== undefined && { row }),
        ...(extension !== undefined && !this.#extensions.has(extension) && { extension }),
        by: Object.freeze([
          ...claims.map(({ client, meta }) => this.#by(client, meta.t)),
          ...clients.map((client) => this.#by(client, undefined)),
        ]),
      });
    });
  }

  #by(client: number, at: number | undefined): UnshownBy {
    return Object.freeze({ ...authored(this.#authorOf(client)), ...(at !== undefined && { at }), client });
  }
}

/** What a field is called, known or not; what is about a row as a whole is called as rows are. */
export function labelOf(group: GroupPlan, name: string): string {
  const field = group.fields.get(name);
  if (field !== undefined) return field.label;
  return name === 'struck' || name === 'addenda' ? group.label : labelFrom(localName(name));
}
