import { browserPorts, demoToken } from '@caseweave/browser';
import { openCaseload, type RecordId } from '@caseweave/caseload';
import { earlyHelp, planShared } from '@caseweave/family';
import { sectionPort } from '@caseweave/model';
import {
  CaseloadProvider,
  useBeingHere,
  useCaseloadStatus,
  usePresence,
  useRecord,
  useRecords,
  useSection,
  useSectionView,
} from '@caseweave/react';
import { createRoot } from 'react-dom/client';

// Who works here: a practitioner of the demonstration. An app of one's own signs people in and gives their token.
const principal = new URLSearchParams(location.search).get('as') ?? 'early-help-1';

const scope = { authority: location.host, principal };
const caseload = await openCaseload({ ...browserPorts(scope), token: demoToken(principal), ...sectionPort(earlyHelp) });

function FirstFamily() {
  const family = useRecords().find(({ kind }) => kind === 'family');
  return family === undefined ? <p>Fetching your families …</p> : <Plan id={family.record} />;
}

function Plan({ id }: { readonly id: RecordId }) {
  const record = useRecord(id);
  const plan = useSection(record, planShared);
  const view = useSectionView(record, planShared);
  const here = usePresence(record, planShared);
  const { onDevice, attention } = useCaseloadStatus();
  useBeingHere(record, planShared);
  const tick = (id: string, isDone: boolean) =>
    plan?.edit((draft) => void (draft.actions.byId(id).status = isDone ? 'done' : 'in_progress'));
  if (view === undefined) return <p>Opening the plan …</p>;
  return (
    <main>
      <h1>{view.familyName} family</h1>
      <p role="status">{`${here.length} others here. ${onDevice} changes on this device only, ${attention} need attention.`}</p>
      <ul>
        {view.actions.map((action) => (
          <li key={action.id}>
            <label>
              <input
                type="checkbox"
                checked={action.status === 'done'}
                onChange={({ target }) => tick(action.id, target.checked)}
              />
              {action.what}
            </label>
          </li>
        ))}
      </ul>
    </main>
  );
}

createRoot(document.querySelector('#app') ?? document.body).render(
  <CaseloadProvider caseload={caseload} children={<FirstFamily />} />,
);
