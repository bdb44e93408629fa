import type { Practitioner } from './practitioner.ts';

interface PractitionersByHubProps {
  readonly practitioners: readonly Practitioner[];
  readonly onChoose: (practitioner: Practitioner) => void;
}

const noHub = 'Across all hubs';

/** The people who may sign in, under their hubs. */
export function PractitionersByHub({ practitioners, onChoose }: PractitionersByHubProps) {
  const hubs = Map.groupBy(practitioners, ({ hub }) => hub ?? noHub);
  const names = [...hubs.keys()].toSorted((a, b) => Number(a === noHub) - Number(b === noHub) || a.localeCompare(b));
  return (
    <div className="app-hubs">
      {names.map((hub) => (
        <section key={hub}>
          <h2 className="govuk-heading-s">{hub}</h2>
          <ul className="app-people-list">
            {(hubs.get(hub) ?? []).map((practitioner) => (
              <li key={practitioner.id}>
                <button type="button" className="app-person-button" onClick={() => onChoose(practitioner)}>
                  <span className="app-person-button__name">{practitioner.name}</span>{' '}
                  <span className="app-person-button__about">
                    {practitioner.role}, {practitioner.agency}
                  </span>
                </button>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
