/** A field's path in its schema: `needs` or `needs.title`. */
export const fieldPath = /^[a-z][A-Za-z0-9]*(?:\.[a-z][A-Za-z0-9]*)*$/;
/** An entity's id; empty for what belongs to the section itself. */
export const entityId = /^[A-Za-z0-9_-]{0,64}$/;
/** A key of the root map `versions`. */
export const versionKey = /^w[1-9][0-9]{0,8}$/;
/** A root or key that no schema of today uses. */
export const plainName = /^[A-Za-z][A-Za-z0-9._:-]*$/;

/** Names that reach an object's prototype in JavaScript. */
export const isReserved = (name: string): boolean =>
  name === '__proto__' || name === 'constructor' || name === 'prototype';
