import type { ExtraTools, ListTest } from '@caseweave/graphql';
import { levelsOfNeed } from '@caseweave/family';
import { familyIn } from './told-family.ts';

/** The families that somebody works with or oversees, those whose review is due first coming first. */
export function caseload({ builder, codes, connection, list, listArgs }: ExtraTools): void {
  builder.queryField('caseload', (t) =>
    t.field({
      type: connection('family'),
      description: 'The families whose shared plan you may read, those whose review is due first coming first.',
      args: {
        search: t.arg.string({ description: listArgs.search }),
        hub: t.arg.id({ description: 'Only families of this hub.' }),
        lead: t.arg.id({ description: 'Only families of this lead practitioner.' }),
        levels: t.arg({
          type: [codes(levelsOfNeed).written],
          description: 'Only families with one of these as the highest level of an open need.',
        }),
        dueBefore: t.arg({ type: 'Date', description: 'Only families whose next review is before this day.' }),
        first: t.arg.int({ description: listArgs.first }),
        after: t.arg.string({ description: listArgs.after }),
      },
      complexity: listArgs.cost,
      resolve: (_, { search, hub, lead, levels, dueBefore, ...page }, { reader }) => {
        const tests: ListTest[] = [];
        if (levels != null) tests.push({ type: 'any-of', member: 'level', values: levels });
        if (dueBefore != null) tests.push({ type: 'before', member: 'nextReviewOn', value: dueBefore });
        const facts = { ...(hub != null && { hub: [hub] }), ...(lead != null && { lead: [lead] }) };
        return list(reader, {
          kind: 'family',
          order: 'nextReviewOn',
          search,
          tests,
          ...page,
          ...(Object.keys(facts).length > 0 && {
            narrowed: {
              facts,
              isTold(told) {
                const known = familyIn(told);
                return (hub == null || known.hub?.id === hub) && (lead == null || known.lead === lead);
              },
            },
          }),
        });
      },
    }),
  );
}
