import { may, type RecordFacts } from '@caseweave/family';
import { builder } from '../builder.ts';
import type { Asking } from '../asking.ts';
import { LIMITS } from '../limits/limits.ts';
import type { Touched } from '../sources/following.ts';
import { Family } from '../types/family.ts';
import type { Viewer } from '../viewer.ts';
import { Ended, type EndedShape } from './ended.ts';
import { followed } from './followed.ts';
import type { Seat } from './seat.ts';
import { readWritten, seesDecision } from './seen-of.ts';
import { assertWithinCost } from './within-cost.ts';

interface CaseloadChangedShape {
  readonly type: 'changed';
  readonly changed: readonly RecordFacts[];
  readonly left: readonly string[];
  readonly position: number;
}

const CaseloadChanged = builder.objectRef<CaseloadChangedShape>('CaseloadChanged').implement({
  description: `Families of your caseload have changed, come or gone; ${LIMITS.page} at most in one event.`,
  fields: (t) => ({
    changed: t.field({
      type: [Family],
      description: 'Families that changed, or that came into your caseload, as they are now.',
      complexity: { field: 1, multiplier: 10 },
      resolve: ({ changed }) => changed,
    }),
    left: t.idList({
      description: 'Families that are in your caseload no longer.',
      resolve: ({ left }) => left,
    }),
    asOf: t.field({
      type: 'Version',
      description: 'What this event reflects, and perhaps more.',
      resolve: ({ position }, _, { asking }) => asking.sources.sealVersion(position),
    }),
  }),
});

const CaseloadEvent = builder.unionType('CaseloadEvent', {
  description: 'What a subscription to your caseload tells.',
  types: [CaseloadChanged, Ended],
  resolveType: ({ type }) => (type === 'changed' ? CaseloadChanged : Ended),
});

builder.subscriptionField('caseloadChanged', (t) =>
  t.field({
    type: CaseloadEvent,
    description: 'What changes in your caseload: families that change, come or go.',
    subscribe: (_, __, { asking }, info) => {
      assertWithinCost(asking, info);
      const shelves = asking.sources.shelvesOf(asking.who.principal);
      const concerns = (touched: Touched) => shelves.some((shelf) => touched.shelves.has(shelf));
      return followed(asking, concerns, (seat) => caseloadEvents(asking, seat));
    },
    resolve: (event) => event,
  }),
);

async function* caseloadEvents(asking: Asking, seat: Seat): AsyncGenerator<CaseloadChangedShape | EndedShape> {
  for (;;) {
    const gathered = await seat.next();
    if (gathered.type === 'ended') {
      yield gathered;
      return;
    }
    for (let at = 0; at < gathered.families.length; at += LIMITS.page) {
      const viewer = await asking.tryRenew();
      if (viewer === undefined) {
        yield { type: 'ended', why: 'SIGN_IN_AGAIN' };
        return;
      }
      const event = await changeOf(viewer, gathered.families.slice(at, at + LIMITS.page));
      const position = Math.max(gathered.position, viewer.position);
      if (event.changed.length + event.left.length > 0) yield { type: 'changed', ...event, position };
    }
  }
}

async function changeOf(viewer: Viewer, families: readonly Touched[]) {
  const judged = await Promise.all(families.map((touched) => judge(viewer, touched)));
  return {
    changed: judged.filter((one) => typeof one === 'object'),
    left: judged.filter((one) => typeof one === 'string'),
  };
}

/** The family, if it is to be told of; its id, if it has left the caseload; or undefined. */
async function judge(viewer: Viewer, touched: Touched): Promise<RecordFacts | string | undefined> {
  const { family, decided } = touched;
  const facts = await viewer.load.facts.load(family);
  const isIn = facts !== undefined && may(viewer.principal, 'read', 'plan.shared', facts, viewer.at);
  if (!isIn) {
    const before = decided.find(({ record }) => record === family);
    const wasIn = before?.facts != null && may(viewer.principal, 'read', 'plan.shared', before.facts, before.at);
    return wasIn ? family : undefined;
  }
  const isTold = (await readWritten(viewer, touched)).length > 0 || (await seesDecision(viewer, touched));
  return isTold ? facts : undefined;
}
