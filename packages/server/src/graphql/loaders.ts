import DataLoader from 'dataloader';
import type { RecordFacts } from '@caseweave/family';
import type { Json } from '@caseweave/record';
import type {
  AgencyFacts,
  GraphQLSources,
  HubFacts,
  PractitionerFacts,
  SectionDocument,
} from './sources/graphql-sources.ts';
import type { SectionFacts } from './sources/section-facts.ts';

/** Reads by id that gather what one tick asks for into one question each; made for one request and dropped with it. */
export interface Loaders {
  readonly agency: DataLoader<string, AgencyFacts | undefined>;
  readonly hub: DataLoader<string, HubFacts | undefined>;
  readonly hubs: () => Promise<readonly HubFacts[]>;
  readonly practitioner: DataLoader<string, PractitionerFacts | undefined>;
  readonly facts: DataLoader<string, RecordFacts | undefined>;
  readonly sections: DataLoader<string, readonly SectionFacts[]>;
  readonly document: DataLoader<string, SectionDocument | undefined>;
  readonly projection: DataLoader<string, Json | undefined>;
}

/** Makes the loaders of one request: nothing that one viewer loaded is ever handed to another. */
export function loadersFor(sources: GraphQLSources): Loaders {
  let allHubs: Promise<readonly HubFacts[]> | undefined;
  const hubs = () => (allHubs ??= sources.hubs());
  return {
    agency: byId((ids) => sources.agencies(ids)),
    hub: byId(async () => new Map((await hubs()).map((hub) => [hub.id, hub]))),
    hubs,
    practitioner: byId((ids) => sources.practitioners(ids)),
    facts: byId((ids) => sources.facts(ids)),
    sections: new DataLoader(async (records) => {
      const byRecord = new Map<string, SectionFacts[]>(records.map((record) => [record, []]));
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
