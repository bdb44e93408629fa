import type { LocationView } from '../sections/person-location.ts';

type Residence = LocationView['residences'][number];

/** The homes at which a person is said to live on a day, shared care and stays aside. */
export const homesOf = ({ residences }: LocationView, on: string): readonly Residence[] =>
  residences.filter(
    ({ kind, from, to }) =>
      kind !== 'shared_care' && kind !== 'temporary' && (from === null || from <= on) && (to === null || on <= to),
  );
