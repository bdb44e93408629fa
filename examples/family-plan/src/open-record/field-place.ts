/** Which field of which row: `{ entity: 'x1', path: 'actions.dueOn' }`; the entity is empty for a section's own. */
export interface FieldPlace {
  readonly section: string;
  readonly entity: string;
  readonly path: string;
}

/** A place as one word, as presence tells it to others. */
export const placeKey = ({ section, entity, path }: FieldPlace): string => `${section}/${entity}/${path}`;
