/**
 * The extension that a name belongs to: `leeds` of `leeds:cost`; undefined for a name of the section itself. A colon is in
 * no other name, so names of an extension are never those of a later version of the section, or of another extension.
 */
export function extensionOf(name: string): string | undefined {
  const colon = name.indexOf(':');
  return colon < 0 ? undefined : name.slice(0, colon);
}

/** A name as its extension declares it: `cost` of `leeds:cost`. */
export const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

/** A name of an extension as it is used everywhere: `leeds:cost`. */
export const extendedName = (extension: string, name: string): string => `${extension}:${name}`;

/** Fields by the names under which they are used. */
export type Named<Extension extends string, Fields> = {
  readonly [Name in keyof Fields & string as `${Extension}:${Name}`]: Fields[Name];
};
