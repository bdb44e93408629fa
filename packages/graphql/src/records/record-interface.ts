import type { InterfaceRef } from '@pothos/core';
import type { Types } from '../builder.ts';
import type { Tools } from '../tools.ts';
import type { ReadableRecord } from '../viewer/reading.ts';
import { listedSectionType } from './section-type.ts';

/** What all records have, whatever their kind. */
export function recordInterface(tools: Tools): InterfaceRef<Types, ReadableRecord> {
  const Section = listedSectionType(tools);
  return tools.made.once('record', () => {
    const type = tools.builder.interfaceRef<ReadableRecord>('Record');
    type.implement({
      description: 'A record, whatever its kind.',
      fields: (t) => ({
        id: t.exposeID('id', { description: 'The id of the record: random, and telling nothing.' }),
        sections: t.field({
          type: [Section],
          description: 'The parts of the record that you may read, by name.',
          resolve: ({ id }, _, { asking: { viewer } }) => viewer.sections(id),
        }),
      }),
      resolveType: ({ kind }) => tools.names.kinds.get(kind)?.type,
    });
    return type;
  });
}
