import type { RecordFacts } from '@caseweave/family';
import { builder } from '../builder.ts';
import type { Asking } from '../asking.ts';
import type { Touched } from '../sources/following.ts';
import type { SectionFacts } from '../sources/section-facts.ts';
import { Family } from '../types/family.ts';
import { Section } from '../types/section.ts';
import { Ended, type EndedShape } from './ended.ts';
import { followed } from './followed.ts';
import type { Seat } from './seat.ts';
import { readWritten, seesDecision } from './seen-of.ts';
import { assertWithinCost } from './within-cost.ts';

interface FamilyChangedShape {
  readonly type: 'changed';
  readonly facts: RecordFacts;
  readonly sections: readonly SectionFacts[];
  readonly position: number;
}

const FamilyChanged = builder.objectRef<FamilyChangedShape>('FamilyChanged').implement({
  description: 'Something about a family has changed. Several changes that come together are one event.',
  fields: (t) => ({
    family: t.field({ type: Family, description: 'The family as it is now.', resolve: ({ facts }) => facts }),
    sections: t.field({
      type: [Section],
      description: 'Where something was written: in the record of the family, or in those of its people.',
      resolve: ({ sections }) => sections,
    }),
    asOf: t.field({
      type: 'Version',
      description: 'What this event reflects, and perhaps more.',
      resolve: ({ position }, _, { asking }) => asking.sources.sealVersion(position),
    }),
  }),
});

const FamilyEvent = builder.unionType('FamilyEvent', {
  description: 'What a subscription to a family tells.',
  types: [FamilyChanged, Ended],
  resolveType: ({ type }) => (type === 'changed' ? FamilyChanged : Ended),
});

builder.subscriptionField('familyChanged', (t) =>
  t.field({
    type: FamilyEvent,
    description: `What changes about a family, as far as you may read it. Your rights and your token are looked at for each
event; when they end, or there is nothing to read, that is told last.`,
    args: { family: t.arg.id({ required: true, description: 'The family.' }) },
    subscribe: (_, { family }, { asking }, info) => {
      assertWithinCost(asking, info);
      const concerns = (touched: Touched) => touched.family === family;
      return followed(asking, concerns, (seat) => familyEvents(asking, seat, family));
    },
    resolve: (event) => event,
  }),
);

async function* familyEvents(
  asking: Asking,
  seat: Seat,
  family: string,
): AsyncGenerator<FamilyChangedShape | EndedShape> {
  // Looked at after the place was taken, so that what happens meanwhile is not missed.
  if ((await asking.viewer.record(family, 'family')) === undefined) {
    yield { type: 'ended', why: 'NOTHING_TO_FOLLOW' };
    return;
  }
  for (;;) {
    const gathered = await seat.next();
    if (gathered.type === 'ended') {
      yield gathered;
      return;
    }
    const viewer = await asking.tryRenew();
    if (viewer === undefined) {
      yield { type: 'ended', why: 'SIGN_IN_AGAIN' };
      return;
    }
    const facts = await viewer.record(family, 'family');
    if (facts === undefined) {
      yield { type: 'ended', why: 'NOTHING_TO_FOLLOW' };
      return;
    }
    const [touched] = gathered.families;
    if (touched === undefined) continue;
    const sections = await readWritten(viewer, touched);
    const position = Math.max(gathered.position, viewer.position);
    if (sections.length > 0 || (await seesDecision(viewer, touched))) {
      yield { type: 'changed', facts, sections, position };
    }
  }
}
