import { agencyKinds, roles } from '@caseweave/family';
import { builder } from '../builder.ts';
import type { AgencyFacts, HubFacts, PractitionerFacts } from '../sources/graphql-sources.ts';
import { Coded, codedIn } from './coded.ts';

/** A locality hub. */
export const Hub = builder.objectRef<HubFacts>('Hub').implement({
  description: 'A locality hub, from which families of an area are worked with.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'The id of the hub.' }),
    name: t.exposeString('name', { description: 'What the hub is called.' }),
  }),
});

/** An agency. */
export const Agency = builder.objectRef<AgencyFacts>('Agency').implement({
  description: 'An agency whose practitioners work with families, such as a school or a health visiting service.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'The id of the agency.' }),
    name: t.exposeString('name', { description: 'What the agency is called.' }),
    kind: t.field({
      type: Coded,
      description: 'What sort of agency it is.',
      resolve: ({ kind }) => codedIn(agencyKinds, kind),
    }),
  }),
});

/** Somebody who works with families. */
export const Practitioner = builder.objectRef<PractitionerFacts>('Practitioner').implement({
  description: 'Somebody who signs in here, most often a practitioner who works with families.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'The id of the practitioner.' }),
    name: t.exposeString('name', { description: 'What the practitioner is called.' }),
    agency: t.field({
      type: Agency,
      nullable: true,
      description: 'The agency that the practitioner works for.',
      resolve: ({ agency }, _, { asking: { viewer } }) => (agency === null ? null : viewer.load.agency.load(agency)),
    }),
    hub: t.field({
      type: Hub,
      nullable: true,
      description: 'The hub that the practitioner belongs to.',
      resolve: ({ hub }, _, { asking: { viewer } }) => (hub === null ? null : viewer.load.hub.load(hub)),
    }),
    roles: t.field({
      type: [Coded],
      description: 'What the practitioner is in the service.',
      resolve: (practitioner) => practitioner.roles.map((role) => codedIn(roles, role)),
    }),
  }),
});
