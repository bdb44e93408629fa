import DataLoader from 'dataloader';
import type { Known, NamedWho, RecordState } from '@caseweave/model';
import type { Json } from '@caseweave/record';
import type { GraphQLSources, SectionDocument, UnitEntry } from '../sources/graphql-sources.ts';
import type { SectionOfRecord } from '../sources/section-of-record.ts';

/** Reads by id that gather what one tick asks for into one question each; made for one request and dropped with it. */
export interface Loaders {
  readonly principal: DataLoader<string, NamedWho | undefined>;
  readonly units: DataLoader<string, readonly UnitEntry[]>;
  readonly unit: DataLoader<{ readonly kind: string; readonly id: string }, UnitEntry | undefined, string>;
  readonly state: DataLoader<string, RecordState | undefined>;
  readonly known: DataLoader<RecordState, Known, string>;
  readonly sections: DataLoader<string, readonly SectionOfRecord[]>;
  readonly document: DataLoader<string, SectionDocument | undefined>;
  readonly projection: DataLoader<string, Json | undefined>;
}

/** Makes the loaders of one request: nothing that one viewer loaded is ever handed to another. */
export function loadersFor(sources: GraphQLSources): Loaders {
  return {
    principal: byId((ids) => sources.people(ids)),
    units: new DataLoader((kinds) => Promise.all(kinds.map((kind) => sources.units(kind, null)))),
    unit: new DataLoader<{ readonly kind: string; readonly id: string }, UnitEntry | undefined, string>(
      async (asked) => {
        const kinds = [...new Set(asked.map(({ kind }) => kind))];
        const found = await Promise.all(
          kinds.map(async (kind) => {
            const ids = asked.filter((one) => one.kind === kind && isText(one.id)).map(({ id }) => id);
            return [kind, new Map((await sources.units(kind, ids)).map((unit) => [unit.id, unit]))] as const;
          }),
        );
        const byKind = new Map(found);
        return asked.map(({ kind, id }) => byKind.get(kind)?.get(id));
      },
      { cacheKeyFn: ({ kind, id }) => `${kind}/${id}` },
    ),
    state: byId((ids) => sources.states(ids)),
    known: new DataLoader<RecordState, Known, string>(
      async (states) => {
        const known = await sources.known(states);
        return states.map(() => known);
      },
      { cacheKeyFn: ({ record }) => record },
    ),
    sections: new DataLoader(async (records) => {
      const byRecord = new Map<string, SectionOfRecord[]>(records.map((record) => [record, []]));
      for (const section of await sources.sections(records.filter(isText))) byRecord.get(section.record)?.push(section);
      return records.map((record) => byRecord.get(record) ?? []);
    }),
    document: byId((ids) => sources.documents(ids)),
    projection: byId((ids) => sources.projections(ids)),
  };
}

function byId<Value>(load: (ids: readonly string[]) => Promise<ReadonlyMap<string, Value>>) {
  return new DataLoader<string, Value | undefined>(async (ids) => {
    const found = await load(ids.filter(isText));
    return ids.map((id) => found.get(id));
  });
}

/** Whether the store can be asked for it: nothing has an id with U+0000, and no text in PostgreSQL holds one. */
const isText = (id: string): boolean => !id.includes('\u0000');
