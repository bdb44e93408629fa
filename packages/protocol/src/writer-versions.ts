/** A version of a section's schema, and one of each of its extensions, by their names. */
export interface WriterVersions {
  readonly version: number;
  readonly extensions: Readonly<Record<string, number>>;
}

/** Whether a device writes an older version than may: of the section, or of an extension that it has. */
export const isTooOld = (writes: WriterVersions, oldest: WriterVersions): boolean =>
  writes.version < oldest.version ||
  Object.entries(oldest.extensions).some(([name, version]) => (versionIn(writes, name) ?? version) < version);

/** The version of an extension; undefined where the device does not have it. */
export const versionIn = ({ extensions }: WriterVersions, name: string): number | undefined =>
  Object.hasOwn(extensions, name) ? extensions[name] : undefined;
