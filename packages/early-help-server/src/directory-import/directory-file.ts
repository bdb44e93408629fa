import { agencyKinds, roles, type Role } from '@caseweave/family';
import { isPrincipalId } from '@caseweave/protocol';
import { z } from 'zod';

/*
 * The shape of a directory file. What a rule is called and what to do about it stands in each message, after a bar:
 * errors are printed without what was in the file, since names may have slipped into any field.
 */

const familyRoles: readonly Role[] = ['family_adult', 'child_yp', 'family_network'];

/** What is shown nowhere and what no store keeps, lone halves of characters among it. */
const isPlain = (text: string): boolean => !/[\p{Cc}\p{Cs}]/u.test(text);
const name = z
  .string({ error: 'M3|Give a name as text.' })
  .trim()
  .min(1, 'M3|Give a name.')
  .max(200, 'M3|Give a name of at most 200 characters.')
  .refine(isPlain, 'M3|Give a name without control characters.');
const placeId = z
  .string({ error: 'M4|Give an id.' })
  .regex(
    /^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$/,
    'M4|Use at most 40 small letters, digits and hyphens, with no hyphen at the ends.',
  );
const principalId = z
  .string({ error: 'M4|Give an id.' })
  .refine(
    (text): boolean => isPrincipalId(text),
    'M4|Use 1 to 64 letters, digits, dots, hyphens and underscores, and nothing of the person’s name.',
  );
const ref = z
  .string({ error: 'M4|Give a reference as text.' })
  .regex(
    /^[A-Za-z0-9._:/-]{1,64}$/,
    'M4|Use 1 to 64 letters, digits and . _ : / -, such as the number in your own system.',
  );
const subject = z
  .string({ error: 'M5|Give the subject as text.' })
  .min(1, 'M5|Give the subject that the issuer has for this person, or leave it out.')
  .max(255, 'M5|A subject has at most 255 characters.')
  .refine(isPlain, 'M5|Give the subject as the issuer has it, without control characters.');
const day = z.iso.date({ error: 'M6|Give a date that there is, such as 2026-11-23.' });

const rolesOf = (message: string, fits: (role: Role) => boolean) =>
  z.array(z.literal([...roles.codes]).refine(fits, message), { error: message });

const hub = z.strictObject({ id: placeId, name });
const agency = z.strictObject({
  id: placeId,
  name,
  kind: z.literal([...agencyKinds.codes]),
});
const team = z.strictObject({ id: placeId, members: z.array(principalId) });
const practitioner = z.strictObject({
  id: principalId,
  name,
  subject: subject.optional(),
  agency: placeId,
  hub: placeId.nullable().default(null),
  roles: rolesOf(
    'M3|Give roles of practitioners, from the list in the description of the file.',
    (role) => !familyRoles.includes(role),
  ).min(1, 'M3|Give at least one role.'),
});
const person = z
  .strictObject({
    ref,
    name: z.strictObject({ given: name, family: name }).optional(),
    dateOfBirth: day.optional(),
    expectedBirthDate: day.optional(),
    protectedLocation: z.boolean().default(false),
  })
  .refine(({ dateOfBirth, expectedBirthDate }) => dateOfBirth === undefined || expectedBirthDate === undefined, {
    message: 'M6|Give a date of birth or an expected one, not both.',
  });
/** Somebody in a team, by their id alone or with the days between which they are in it. */
const member = z.union([
  principalId.transform((practitioner): MemberRow => ({ practitioner })),
  z.strictObject({ practitioner: principalId, from: day.optional(), until: day.optional() }),
]);
const family = z.strictObject({
  ref,
  name: name.optional(),
  hub: placeId.nullable(),
  lead: principalId.nullable(),
  team: z.array(member).default([]),
  teams: z.array(placeId).default([]),
  people: z
    .array(z.strictObject({ person: ref, role: z.enum(['child', 'adult']), household: ref.nullable().default(null) }))
    .min(1, 'M8|Give at least one person: a family without people cannot be worked with.'),
  socialCareOpenTo: z.array(principalId).default([]),
  barred: z.array(principalId).default([]),
});
const account = z.strictObject({
  id: principalId,
  name,
  kind: z.enum(['family-adult', 'young-person']),
  person: ref,
  subject: subject.optional(),
});

/** Somebody's place in a team. */
interface MemberRow {
  readonly practitioner: string;
  readonly from?: string | undefined;
  readonly until?: string | undefined;
}

/** A directory file. */
export const directoryFile = z.strictObject({
  version: z.literal(1, { error: 'M1|Say which form this is: "version": 1.' }),
  issuer: z.url({ error: 'M5|Give the address of the issuer.' }).optional(),
  hubs: z.array(hub),
  agencies: z.array(agency),
  teams: z.array(team).default([]),
  practitioners: z.array(practitioner),
  accounts: z.array(account).default([]),
  persons: z.array(person),
  families: z.array(family),
});

/** What a directory file says, when its shape is right. */
export type DirectoryFile = z.infer<typeof directoryFile>;
/** A family in it. */
export type FamilyRow = DirectoryFile['families'][number];
