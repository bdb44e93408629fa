import { openRecordReplica, type SectionLawOptions } from '@caseweave/merge-laws';
import { collection, defineSection, register } from '@caseweave/record';
import { z } from 'zod';

/** Jobs whose forms forget what they were opened on, unless this is mended. */
export const jobs = defineSection({
  name: 'jobs',
  version: 1,
  oldestWriter: 1,
  fields: { openUntil: register(z.iso.date()), jobs: collection({ item: register(z.string().min(1)) }) },
});

export const lawOptions: SectionLawOptions = {
  open: (schema, setting) => {
    const real = openRecordReplica(schema, setting);
    return process.env['MENDED'] === 'yes' ? real : { ...real, edit: (parts) => real.edit(parts, undefined) };
  },
};
