import { type ShownField, useLiveText } from '@caseweave/react';
import { useEffect, useRef, useState } from 'react';

interface LiveTextFieldProps {
  readonly field: ShownField;
  readonly text: string;
  readonly label: string;
  readonly blank: string;
}

/** A plain text that several people may type in at once. */
export function LiveTextField({ field, text, label, blank }: LiveTextFieldProps) {
  const [isOpen, setOpen] = useState(false);
  const frame = useRef<HTMLDivElement>(null);
  const typing = useLiveText(text, field.splice);
  useEffect(() => {
    if (isOpen) frame.current?.querySelector('textarea')?.focus();
  }, [isOpen]);

  if (!isOpen) {
    if (!field.canWrite) return text === '' ? null : <p className="app-live-text">{text}</p>;
    return (
      <button
        type="button"
        className={`app-live-text app-value--button${text === '' ? ' app-value--blank' : ''}`}
        onClick={() => setOpen(true)}
      >
        <span className="govuk-visually-hidden">Change {label}: </span>
        {text === '' ? blank : text}
      </button>
    );
  }
  return (
    <div ref={frame}>
      <textarea
        {...typing}
        className="govuk-textarea app-live-text app-live-text--open"
        aria-label={label}
        rows={Math.max(2, Math.ceil(text.length / 90))}
        onKeyDown={(event) => {
          if (event.key === 'Escape') setOpen(false);
        }}
        onBlur={() => setOpen(false)}
      />
    </div>
  );
}
