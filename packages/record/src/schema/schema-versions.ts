import type { SectionSchema } from './section-schema.ts';

/** A version of a section, and one of each of its extensions by their names, as plain data. */
export interface SchemaVersions {
  readonly version: number;
  readonly extensions: Readonly<Record<string, number>>;
}

/** The versions that a device writes whose section this is: what it says of itself to a server. */
export const versionsOf = ({ version, extensions = [] }: SectionSchema): SchemaVersions => ({
  version,
  extensions: Object.fromEntries(extensions.map((extension) => [extension.name, extension.version])),
});

/** The oldest versions that may still write. A device that does not have an extension is not asked for it. */
export const oldestWritersOf = ({ oldestWriter, extensions = [] }: SectionSchema): SchemaVersions => ({
  version: oldestWriter,
  extensions: Object.fromEntries(extensions.map((extension) => [extension.name, extension.oldestWriter])),
});
