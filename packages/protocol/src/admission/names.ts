/** A field's path in its schema: `jobs` or `jobs.title`; of an extension `leeds:code` or `jobs.leeds:cost`. */
export const fieldPath = /^(?:[a-z][A-Za-z0-9]*:)?[a-z][A-Za-z0-9]*(?:\.(?:[a-z][A-Za-z0-9]*:)?[a-z][A-Za-z0-9]*)*$/;

/** The extensions whose names are in a path, or in a key of `versions`. */
export const extensionsIn = (path: string): readonly string[] =>
  path.includes(':')
    ? path.split('.').flatMap((name) => (name.includes(':') ? [name.slice(0, name.indexOf(':'))] : []))
    : [];
/** An entity's id; empty for what belongs to the section itself. */
export const entityId = /^[A-Za-z0-9_-]{0,64}$/;
/** A key of the root map `versions`: `w2`, or `leeds:w1` of an extension. */
export const versionKey = /^(?:[a-z][A-Za-z0-9]*:)?w[1-9][0-9]{0,8}$/;
/** A root or key that no schema of today uses. */
export const plainName = /^[A-Za-z][A-Za-z0-9._:-]*$/;

/** Names that reach an object's prototype in JavaScript. */
export const isReserved = (name: string): boolean =>
  name === '__proto__' || name === 'constructor' || name === 'prototype';
