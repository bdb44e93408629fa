import type { ShownField } from '@caseweave/react';
import { useId, useState, type ReactNode } from 'react';
import { FieldAuthors } from './field-authors.tsx';
import { useFresh } from './use-fresh.ts';

interface ValueWithAuthorProps {
  readonly field: ShownField;
  readonly label: string;
  readonly blank: string;
  /** What a reader who may not write sees in the place of a value. */
  readonly otherwise: string;
  /** The names of others who have this field open. */
  readonly others: readonly string[];
  /** Opens the field; absent where the reader may not write. */
  readonly onOpen: (() => void) | undefined;
  readonly children: ReactNode;
}

/** A value, and on hover or focus who wrote it and when. */
export function ValueWithAuthor({ field, label, blank, otherwise, others, onOpen, children }: ValueWithAuthorProps) {
  const [asked, setAsked] = useState(false);
  const noteId = useId();
  const isBlank = children === null || children === '' || children === undefined;
  const fresh = useFresh(typeof children === 'string' ? children : '');
  const ring = others.length > 0 ? ' app-value--others' : '';
  const classes = `app-value${isBlank ? ' app-value--blank' : ''}${ring}${fresh ? ' app-value--fresh' : ''}`;
  const show = () => setAsked(!isBlank);
  const hide = () => setAsked(false);

  return (
    <div
      className="app-value-frame"
      onMouseEnter={show}
      onMouseLeave={hide}
      onFocus={show}
      onBlur={hide}
      onKeyDown={(event) => {
        if (event.key === 'Escape') hide();
      }}
    >
      {onOpen === undefined ? (
        <span className={classes}>
          <span className="govuk-visually-hidden">{label}: </span>
          {isBlank ? otherwise : children}
        </span>
      ) : (
        <button
          type="button"
          className={`${classes} app-value--button`}
          onClick={onOpen}
          aria-describedby={asked ? noteId : undefined}
        >
          <span className="govuk-visually-hidden">Change {label}: </span>
          {isBlank ? blank : children}
        </button>
      )}
      {others.length > 0 && <span className="app-others">{others.join(', ')} has this open</span>}
      {asked && <FieldAuthors id={noteId} field={field} />}
    </div>
  );
}
