import { residenceKinds, type personLocation } from '@caseweave/family';
import type { View } from '@caseweave/record';
import { builder } from '../builder.ts';
import { Coded, codedOrNull } from './coded.ts';

type LocationView = View<typeof personLocation>;

const Residence = builder.objectRef<LocationView['residences'][number]>('Residence').implement({
  description: 'Where a person lives, and with whom.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'The id of the residence.' }),
    kind: t.field({
      type: Coded,
      nullable: true,
      description: 'How they live there.',
      resolve: ({ kind }) => codedOrNull(residenceKinds, kind),
    }),
    with: t.string({ nullable: true, description: 'With whom.', resolve: (residence) => residence.with }),
    from: t.field({ type: 'Date', nullable: true, description: 'Since when.', resolve: ({ from }) => from }),
    to: t.field({ type: 'Date', nullable: true, description: 'Until when.', resolve: ({ to }) => to }),
  }),
});

const Address = builder.objectRef<LocationView['addresses'][number]>('Address').implement({
  description: 'An address of a person.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'The id of the address.' }),
    lines: t.string({ nullable: true, description: 'The lines of the address.', resolve: ({ lines }) => lines }),
    postcode: t.string({ nullable: true, description: 'Postcode.', resolve: ({ postcode }) => postcode }),
    uprn: t.string({ nullable: true, description: 'Unique property reference number.', resolve: ({ uprn }) => uprn }),
    from: t.field({ type: 'Date', nullable: true, description: 'Since when.', resolve: ({ from }) => from }),
    to: t.field({ type: 'Date', nullable: true, description: 'Until when.', resolve: ({ to }) => to }),
  }),
});

/** Where a person is. */
export const PersonLocation = builder.objectRef<LocationView>('PersonLocation').implement({
  description: 'All that tells where a person is.',
  fields: (t) => ({
    residences: t.field({
      type: [Residence],
      description: 'Where they live, and have lived.',
      resolve: ({ residences }) => residences,
    }),
    addresses: t.field({ type: [Address], description: 'Their addresses.', resolve: ({ addresses }) => addresses }),
    phones: t.stringList({ description: 'Telephone numbers.', resolve: ({ phones }) => phones }),
    gp: t.string({ nullable: true, description: 'GP practice.', resolve: ({ gp }) => gp }),
    school: t.string({ nullable: true, description: 'School or nursery.', resolve: ({ school }) => school }),
  }),
});

/** Tells whether nothing is written: said as null, so that an empty section does not differ from a hidden one. */
export const saysNothing = ({ residences, addresses, phones, gp, school }: LocationView): boolean =>
  residences.length + addresses.length + phones.length === 0 && gp === null && school === null;
