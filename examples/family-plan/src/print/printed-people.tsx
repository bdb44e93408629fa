import { roles } from '@caseweave/family';
import type { FamilyFacts } from '../families/family-facts.ts';
import { knownToFamily } from './known-to-family.ts';
import type { PersonSummary } from '../families/family-summary.ts';

interface PrintedPeopleProps {
  readonly people: readonly PersonSummary[];
  readonly facts: FamilyFacts;
}

/** Who the plan is for, and who helps. */
export function PrintedPeople({ people, facts }: PrintedPeopleProps) {
  return (
    <section className="app-paper__people">
      <div>
        <h2>Who this plan is for</h2>
        <ul>
          {people.map(({ person, name }) => (
            <li key={person}>{name}</li>
          ))}
        </ul>
      </div>
      <div>
        <h2>Who helps us</h2>
        <ul>
          {knownToFamily(facts.team).map(({ id, name, agencyName, role }) => (
            <li key={id}>
              <strong>{name}</strong>
              {agencyName === '' ? '' : `, ${agencyName}`}
              {id === facts.lead ? '. Brings everyone together' : ''}
              {id !== facts.lead && role === 'social_worker' ? `. ${roles.labelOf(role)}` : ''}
            </li>
          ))}
        </ul>
      </div>
    </section>
  );
}
