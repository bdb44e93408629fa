import type { ExtraTools } from '@caseweave/graphql';
import { agencyKinds, type Principal, roles } from '@caseweave/family';
import { textIn } from './text-in.ts';

/** What the directory says of practitioners and agencies, beside their names. */
export function directory({ builder, who, unit, codes, codedOf }: ExtraTools): void {
  builder.objectFields(who, (t) => ({
    hub: t.field({
      type: unit('hub'),
      nullable: true,
      description: 'The hub that the practitioner belongs to.',
      resolve: ({ who: one }, _, { reader }) => {
        const { hub } = one as Principal;
        return hub === null ? null : reader.unit('hub', hub);
      },
    }),
    roles: t.field({
      type: [codes(roles).coded],
      description: 'What the practitioner is in the service.',
      resolve: ({ who: one }) => (one as Principal).roles.flatMap((role) => codedOf(roles, role) ?? []),
    }),
  }));
  builder.objectField(unit('agency'), 'kind', (t) =>
    t.field({
      type: codes(agencyKinds).coded,
      nullable: true,
      description: 'What sort of agency it is.',
      resolve: ({ more }) => codedOf(agencyKinds, textIn(more, 'kind')),
    }),
  );
}
