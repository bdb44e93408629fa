import { useId } from 'react';
import type { FamilySummary } from '../families/family-summary.ts';

/** What the list is narrowed to. */
export interface Filters {
  readonly typed: string;
  readonly hub: string;
  /** Only families whose review is overdue. */
  readonly due: boolean;
  /** Only families whose plan has open questions. */
  readonly asked: boolean;
  /** Only families without a lead practitioner. */
  readonly unled: boolean;
  /** Only families with changes that are not on the server. */
  readonly waiting: boolean;
}

const checks = {
  due: 'Review overdue',
  asked: 'Questions for the team',
  unled: 'No lead',
  waiting: 'Changes not on the server',
} as const;

interface CaseloadFiltersProps {
  readonly families: readonly FamilySummary[];
  /** All hubs of the authority, where the server has said. */
  readonly hubs: readonly string[];
  readonly filters: Filters;
  readonly onChange: (filters: Filters) => void;
}

/** Search and filters of the caseload. */
export function CaseloadFilters({ families, hubs: known, filters, onChange }: CaseloadFiltersProps) {
  const id = useId();
  const hubs = [...new Set([...known, ...families.flatMap(({ hub }) => hub ?? [])])].toSorted();
  return (
    <search className="app-filters">
      <div className="app-filters__field app-filters__field--wide">
        <label className="govuk-label" htmlFor={`${id}-typed`}>
          Search by name, hub or lead
        </label>
        <input
          className="govuk-input"
          id={`${id}-typed`}
          type="search"
          autoComplete="off"
          value={filters.typed}
          onChange={(event) => onChange({ ...filters, typed: event.target.value })}
        />
      </div>
      <div className="app-filters__field">
        <label className="govuk-label" htmlFor={`${id}-hub`}>
          Hub
        </label>
        <select
          className="govuk-select"
          id={`${id}-hub`}
          value={filters.hub}
          onChange={(event) => onChange({ ...filters, hub: event.target.value })}
        >
          <option value="">All hubs</option>
          {hubs.map((hub) => (
            <option key={hub} value={hub}>
              {hub}
            </option>
          ))}
        </select>
      </div>
      <div className="govuk-checkboxes govuk-checkboxes--small app-filters__checks">
        {(['due', 'asked', 'unled', 'waiting'] as const).map((name) => (
          <div className="govuk-checkboxes__item" key={name}>
            <input
              className="govuk-checkboxes__input"
              id={`${id}-${name}`}
              type="checkbox"
              checked={filters[name]}
              onChange={(event) => onChange({ ...filters, [name]: event.target.checked })}
            />
            <label className="govuk-label govuk-checkboxes__label" htmlFor={`${id}-${name}`}>
              {checks[name]}
            </label>
          </div>
        ))}
      </div>
    </search>
  );
}
