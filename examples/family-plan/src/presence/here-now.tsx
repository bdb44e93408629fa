import type { OpenSection } from '@caseweave/caseload';
import { colourOf, initials } from '../words/initials.ts';
import { listed } from '../words/plural.ts';
import { useHere } from './use-here.ts';

/** Who else has this family open now. */
export function HereNow({ section }: { readonly section: OpenSection | undefined }) {
  const here = useHere(section);
  const people = [...new Map(here.map((person) => [person.principal, person])).values()];
  return (
    <div className="app-here" data-testid="here-now">
      {people.length === 0 ? (
        <span className="app-quiet">Only you are here now</span>
      ) : (
        <>
          <span className="govuk-visually-hidden">{listed(people.map(({ name }) => name))} here now</span>
          <span aria-hidden="true" className="app-here__people">
            {people.map(({ principal, name, organisation }) => (
              <span
                key={principal}
                className="app-here__person"
                style={{ backgroundColor: colourOf(principal) }}
                title={[name, organisation].filter((part) => part !== null).join(', ')}
              >
                {initials(name)}
              </span>
            ))}
            <span className="app-here__words">here now</span>
          </span>
        </>
      )}
    </div>
  );
}
