import { useCaseload, useCaseloadStatus } from '@caseweave/react';
import { useId, useRef, useState } from 'react';
import { meQuery } from '../server/operations.ts';
import { useAnswer } from '../server/use-answer.ts';
import { isKeptOnDevice, type Practitioner } from '../sign-in/practitioner.ts';
import { OfflineSwitch } from './offline-switch.tsx';
import { SignOut } from './sign-out.tsx';

/** Who is signed in, with the offline switch and the way out. */
export function UserMenu({ practitioner }: { readonly practitioner: Practitioner }) {
  const caseload = useCaseload();
  const [open, setOpen] = useState(false);
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const { connection } = useCaseloadStatus();
  const me = useAnswer(meQuery, open ? {} : null, connection === 'online')?.me;
  const { name, role } = practitioner;
  const agency = me?.agency?.name ?? practitioner.agency;
  const hub = me?.hub?.name ?? practitioner.hub;
  return (
    <div
      className="app-user"
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !open) return;
        setOpen(false);
        button.current?.focus();
      }}
      onBlur={(event) => {
        if (event.relatedTarget !== null && !event.currentTarget.contains(event.relatedTarget)) setOpen(false);
      }}
    >
      <button
        type="button"
        className="app-user__button"
        ref={button}
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        onClick={() => setOpen(!open)}
      >
        <span className="app-user__name">{name}</span>
        <span className="app-user__about">{role}</span>
        <span aria-hidden="true" className="app-user__arrow" />
      </button>
      {open && (
        <div className="app-user__menu" id={id}>
          <p className="app-user__where">
            {agency}
            {hub === null ? '' : `, ${hub}`}
          </p>
          {isKeptOnDevice(practitioner) && <OfflineSwitch caseload={caseload} />}
          <SignOut caseload={caseload} />
        </div>
      )}
    </div>
  );
}
