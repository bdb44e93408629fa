import type { DecisionPort } from '@caseweave/caseload';
import { decisionPort, type NamedPractitioner } from '@caseweave/family';
import type { Practitioner } from '../sign-in/practitioner.ts';
import { keptKnownHere } from './known-here.ts';

/** What commands mean, for a caseload: by the domain's own rules, with the names that this device knows at that moment. */
export function appDecisions(practitioner: Practitioner): DecisionPort {
  const port = () => {
    const { me, hubs, colleagues } = keptKnownHere(practitioner.id);
    return decisionPort(me ?? strangerCalled(practitioner), {
      practitioner(id) {
        const found = colleagues.find((one) => one.id === id);
        if (found === undefined) return undefined;
        const agency = found.agency === '' ? null : ({ id: found.agency, kind: 'other' } as const);
        return {
          principal: { id, kind: 'practitioner', agency, roles: [], hub: null },
          name: found.name,
          agencyName: found.agencyName,
        };
      },
      hub: (id) => hubs.find((hub) => hub.id === id)?.name,
    });
  };
  return {
    record: (command) => port().record(command),
    records: (command) => port().records(command),
    fold: (facts, command, by) => port().fold(facts, command, by),
    words: (command) => port().words(command),
    check: (command) => port().check(command),
  };
}

/** Until the server was reached once, one has a name and no rights. */
const strangerCalled = ({ id, name, agency }: Practitioner): NamedPractitioner => ({
  principal: { id, kind: 'practitioner', agency: null, roles: [], hub: null },
  name,
  agencyName: agency,
});
