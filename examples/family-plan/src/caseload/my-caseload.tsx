import type { Caseload } from '@caseweave/caseload';
import { CaseloadProvider } from '@caseweave/react';
import { useEffect, useState, type ReactNode } from 'react';
import { isKeptOnDevice, type Practitioner } from '../sign-in/practitioner.ts';
import { onSwitchElsewhere } from '../offline/kept-switch.ts';
import { openMyCaseload } from './open-my-caseload.ts';

type Opening =
  | { readonly type: 'opening' }
  | { readonly type: 'open'; readonly caseload: Caseload }
  | { readonly type: 'failed'; readonly words: string };

/** Opens the caseload of who is signed in, and closes it when they are not any more. */
export function MyCaseload({
  practitioner,
  children,
}: {
  readonly practitioner: Practitioner;
  readonly children: ReactNode;
}) {
  const [opening, setOpening] = useState<Opening>({ type: 'opening' });
  useEffect(() => {
    let wanted = true;
    let opened: Caseload | undefined;
    const open = async () => {
      try {
        opened = await openMyCaseload(practitioner);
        if (wanted) setOpening({ type: 'open', caseload: opened });
        else await opened.close();
      } catch (error) {
        if (wanted) setOpening({ type: 'failed', words: remedyOf(error) });
      }
    };
    void open();
    const stopFollowing = onSwitchElsewhere((off) => {
      // The switch is for what is kept on this device.
      if (!isKeptOnDevice(practitioner)) return;
      if (off) opened?.switchOff();
      else opened?.switchOn();
    });
    return () => {
      stopFollowing();
      wanted = false;
      void opened?.close();
    };
  }, [practitioner]);

  switch (opening.type) {
    case 'opening':
      return (
        <p className="app-width govuk-body" role="status">
          {isKeptOnDevice(practitioner) ? 'Opening your caseload on this device…' : 'Opening what you may see…'}
        </p>
      );
    case 'failed':
      return (
        <main className="app-width app-main">
          <h1 className="govuk-heading-l">Your caseload could not be opened on this device</h1>
          <p className="govuk-body">{opening.words}</p>
        </main>
      );
    case 'open':
      return <CaseloadProvider caseload={opening.caseload}>{children}</CaseloadProvider>;
  }
}

const remedyOf = (error: unknown): string =>
  error instanceof Error && 'remedy' in error && typeof error.remedy === 'string'
    ? error.remedy
    : 'Reload this page. Nothing that was written is lost.';
