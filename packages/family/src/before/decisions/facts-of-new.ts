import type { Principal, RecordFacts } from '../rights/facts.ts';
import type { DecisionCommand } from './command.ts';

/** What will be decided about a record that a command creates: enough to tell what its author may do in it. */
export function factsOfNew(
  command: DecisionCommand,
  record: string,
  kind: 'family' | 'person',
  author: Principal,
): RecordFacts {
  const nothing = {
    record,
    kind,
    hub: null,
    lead: null,
    team: [],
    grants: [],
    barred: [],
    socialCareOpenTo: [],
    persons: [],
    protectedLocation: false,
    voiceAudience: [],
    families: [],
  };
  const family: RecordFacts = { ...nothing, record: command.record, kind: 'family', ...placesIn(command, author) };
  return kind === 'family' ? family : { ...nothing, families: [family] };
}

/** Of a family that is there already it is known only that its author decides about it: as its lead, or as a manager. */
function placesIn(command: DecisionCommand, author: Principal): Pick<RecordFacts, 'hub' | 'lead' | 'team'> {
  if (command.type === 'register-family') {
    const { hub, lead } = command;
    return { hub, lead, team: [{ principal: lead ?? author.id, from: 0, to: null }] };
  }
  const manages = author.roles.includes('manager') || author.roles.includes('hub_coordinator');
  return { hub: author.hub, lead: manages ? null : author.id, team: [] };
}
