import { z } from 'zod';
import { rowOf } from '../rights/section-row.ts';
import { sectionFor } from '../section-for.ts';

/** The most that one command may hold. */
const MOST = { persons: 60, sections: 320, text: 64, visibleTo: 200 } as const;

// The form of ids in this system: 16 random bytes in base64url, and the names that people sign in under.
const randomId = z.string().regex(/^[A-Za-z0-9_-]{21}[AQgw]$/, 'is not 22 characters of a random id');
const principal = z.string().regex(/^[A-Za-z0-9._-]{1,64}$/, 'is not the id of somebody who signs in');
// What is shown nowhere and what no store keeps, lone halves of characters among it, has no place in a name.
const short = z
  .string()
  .max(MOST.text)
  .regex(/^[^\p{C}]+$/u, 'is no name');
const moment = z.int().min(0).max(8_640_000_000_000_000);

const role = z.enum(['child', 'adult']);
const sections = z
  .array(z.strictObject({ record: randomId, name: short, section: randomId }).readonly())
  .max(MOST.sections)
  .readonly();

const registerFamily = z
  .strictObject({
    type: z.literal('register-family'),
    record: randomId,
    hub: short.nullable(),
    lead: principal.nullable(),
    persons: z
      .array(z.strictObject({ person: randomId, role, household: short.nullable(), isNew: z.boolean() }).readonly())
      .max(MOST.persons)
      .readonly(),
    sections,
  })
  .readonly();
const registerPerson = z
  .strictObject({
    type: z.literal('register-person'),
    record: randomId,
    person: randomId,
    role,
    household: short.nullable(),
    isNew: z.boolean(),
    sections,
  })
  .readonly();
const joinTeam = z
  .strictObject({
    type: z.literal('join-team'),
    record: randomId,
    principal,
    until: moment.nullable(),
    /** Who may know of this member beside those who decide; null or absent: as is usual for their agency. */
    visibleTo: z.array(principal).max(MOST.visibleTo).readonly().nullable().exactOptional(),
  })
  .readonly();
const leaveTeam = z.strictObject({ type: z.literal('leave-team'), record: randomId, principal }).readonly();
const allocate = z.strictObject({ type: z.literal('allocate'), record: randomId, hub: short }).readonly();

/** Every command of the decision log, as JSON. */
const commandSchema = z
  .discriminatedUnion('type', [registerFamily, registerPerson, joinTeam, leaveTeam, allocate])
  .superRefine((command, context) => {
    for (const message of faultsOf(command)) context.addIssue({ code: 'custom', message });
  });

/** Something that is to be decided about a record: ordered at the server, pending on a device until then. */
export type DecisionCommand = z.infer<typeof commandSchema>;

/** The records that a command creates, with the kind of each. */
export function newRecordsOf(command: DecisionCommand): ReadonlyMap<string, 'family' | 'person'> {
  switch (command.type) {
    case 'register-family':
      return new Map([
        [command.record, 'family' as const],
        ...command.persons.flatMap(({ person, isNew }) => (isNew ? [[person, 'person'] as const] : [])),
      ]);
    case 'register-person':
      return new Map(command.isNew ? [[command.person, 'person' as const]] : []);
    case 'allocate':
    case 'join-team':
    case 'leave-team':
      return new Map();
  }
}

/** The people whom a command puts into a family. */
export function personsOf(
  command: DecisionCommand,
): readonly { person: string; role: 'child' | 'adult'; household: string | null; isNew: boolean }[] {
  if (command.type === 'register-family') return command.persons;
  if (command.type !== 'register-person') return [];
  const { person, role: as, household, isNew } = command;
  return [{ person, role: as, household, isNew }];
}

function* faultsOf(command: DecisionCommand): Generator<string> {
  if (command.type !== 'register-family' && command.type !== 'register-person') return;
  const people = personsOf(command).map(({ person }) => person);
  if (new Set([command.record, ...people]).size <= people.length) yield 'names a record twice';
  const created = newRecordsOf(command);
  const names = new Set<string>();
  const ids = new Set<string>([command.record, ...people]);
  for (const { record, name, section } of command.sections) {
    const kind = created.get(record);
    if (kind === undefined) yield 'has a section of a record that it does not create';
    else if (rowOf(name, kind) === undefined || sectionFor(name) === undefined)
      yield 'has a section that no such record has';
    if (names.has(`${record}/${name}`)) yield 'has a section twice';
    if (ids.has(section)) yield 'uses an id twice';
    names.add(`${record}/${name}`);
    ids.add(section);
  }
}
