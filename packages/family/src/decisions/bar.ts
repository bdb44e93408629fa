import { decision, group, type Kind } from '@caseweave/model';
import type { Principal } from '../facts/principal.ts';
import { family } from '../kinds/family.ts';
import { person } from '../kinds/person.ts';
import { principal } from './form-values.ts';

const bar = <
  KindName extends string,
  Facts extends { readonly barred: readonly string[] },
  SeatName extends string,
  ConditionName extends string,
  const Name extends string,
>(
  of: Kind<KindName, Principal, Facts, SeatName, ConditionName>,
  name: Name,
) =>
  decision(of, name, {
    title: `Close the ${of.name} to somebody`,
    by: 'whoever runs the authority',
    version: 1,
    form: group({ principal: principal({ label: 'To whom' }) }),
    refusals: {},
    people: ({ principal: id }) => [id],
    byAuthority: true,
    may: () => false,
    check: () => null,
    fold: (facts, { principal: id }) => ({ ...facts, barred: [...facts.barred.filter((one) => one !== id), id] }),
    undoneBy: [],
    overtakenBy: [],
    words: ({ principal: id }, names) => `The record is closed to ${names.who(id) ?? 'a practitioner'}`,
    stands: () => null,
    told: () => null,
  });

/** Closes a family and its people to somebody. Decided by whoever runs the authority. */
export const barFromFamily = bar(family, 'bar-from-family');

/** Closes a person to somebody. Decided by whoever runs the authority. */
export const barFromPerson = bar(person, 'bar-from-person');
