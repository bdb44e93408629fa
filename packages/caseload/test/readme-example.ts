import { type CaseloadOptions, openCaseload } from '@caseweave/caseload';
import { plan } from './world/schemas.ts';

export async function nameTheJob(ports: CaseloadOptions, show: (title: string | null) => void) {
  const caseload = await openCaseload(ports); // reads the list, no document
  const [job] = caseload.records();
  if (job === undefined) return caseload; // nothing has arrived yet: see caseload.status().firstSync
  const record = await caseload.open(job.record);
  const section = record.section(plan); // undefined while it has not arrived, or may not be read
  section?.subscribe(() => show(section.current.view().title));
  section?.edit((draft) => {
    draft.title = 'Okafor house';
  });
  caseload.edits(); // what is on this device only, and what needs attention, in plain words
  return caseload;
}
