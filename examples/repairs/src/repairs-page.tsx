import type { CaseloadRecord } from '@caseweave/caseload';
import type { NamedWho, ToldMembers } from '@caseweave/model';
import { useRecord, useRecords, useSectionView } from '@caseweave/react';
import { DecideForm, DecidedLately, HereNow, NeedsAttention, SectionForm, StatusLine } from '@caseweave/react/plain';
import { office, plan, repairs } from './model.ts';

interface Asking {
  readonly me: NamedWho;
  readonly people: readonly NamedWho[];
}

/** All the repairs that one has to do with. */
export function Repairs(asking: Asking) {
  const jobs = useRecords();
  return (
    <>
      <StatusLine />
      <main>
        <h1>Repairs</h1>
        <NeedsAttention />
        {jobs.length === 0 && <p>There is no repair for you to see.</p>}
        {jobs.map((job) => (
          <Repair key={job.record} job={job} {...asking} />
        ))}
      </main>
    </>
  );
}

function Repair({ job, ...asking }: Asking & { readonly job: CaseloadRecord }) {
  const record = useRecord(job.record);
  const title = useSectionView(record, plan, (view) => view.title) ?? 'A repair';
  const { members } = job.facts as unknown as ToldMembers;
  return (
    <article aria-label={title}>
      <h2>{title}</h2>
      <p>{members.map(({ name, role }) => `${name} (${role})`).join(', ')}</p>
      <HereNow record={record} of={plan} />
      <SectionForm record={record} of={plan} />
      <SectionForm record={record} of={office} />
      {['complete', 'add-job-member', 'leave-job'].map((decision) => (
        <DecideForm key={decision} model={repairs} decision={decision} record={job} {...asking} />
      ))}
      <DecidedLately record={job} />
    </article>
  );
}
