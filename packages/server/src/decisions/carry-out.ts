import { type DecisionCommand, newRecordsOf, personsOf } from '@caseweave/family';
import type { Trx } from '../database/database.ts';
import { addMember, endMembership, moveToHub } from '../directory/memberships.ts';
import { addPersons, createSections, insertRecord } from '../directory/register-records.ts';

/** Changes what is decided as a command says. That it may be so has been judged. */
export async function carryOut(
  trx: Trx,
  authority: string,
  command: DecisionCommand,
  { principal, at }: { readonly principal: string; readonly at: number },
): Promise<void> {
  const { record } = command;
  switch (command.type) {
    case 'register-family':
    case 'register-person': {
      const created = newRecordsOf(command);
      const persons = personsOf(command).map(({ person, role, household }) => ({ person, role, household }));
      for (const [id, kind] of created)
        if (kind === 'person') await insertRecord(trx, authority, { record: id, kind }, at);
      if (command.type === 'register-family') {
        const { hub, lead } = command;
        const family = { record, kind: 'family', hub, lead, team: [lead ?? principal], persons } as const;
        await insertRecord(trx, authority, family, at);
      } else await addPersons(trx, authority, record, persons);
      return createSections(trx, authority, [...created.keys()], command.sections);
    }
    case 'join-team':
      return addMember(trx, authority, record, command, at);
    case 'leave-team':
      return endMembership(trx, authority, record, command.principal, at);
    case 'allocate':
      return moveToHub(trx, authority, record, command.hub);
  }
}
