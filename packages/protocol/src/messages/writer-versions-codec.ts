import { byName, type Field, struct, varUint } from '../bytes/field.ts';
import type { WriterVersions } from '../writer-versions.ts';

/** Versions of a schema as bytes. */
export const writerVersions: Field<WriterVersions> = struct<WriterVersions>({
  version: varUint,
  extensions: byName(varUint),
});
