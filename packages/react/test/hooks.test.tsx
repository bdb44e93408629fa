import {
  useCaseloadStatus,
  useDecide,
  useDecisions,
  useEdits,
  useEditState,
  useOpenRecord,
  usePresence,
  useQuestions,
  useRecord,
  useRecords,
  useSection,
  useSections,
  useSectionView,
  useSettled,
  useUnshown,
} from '@caseweave/react';
import type { RecordId } from '@caseweave/caseload';
import { act } from 'react';
import { renderToString } from 'react-dom/server';
import { expect, test } from 'vitest';
import { done, press, show, text } from './shown-page.tsx';
import { offlineCaseload, plan } from './world.ts';

let rendered = 0;

function Titles({ record }: { readonly record: RecordId }) {
  const open = useRecord(record);
  const section = useSection(open, plan);
  const title = useSectionView(open, plan, (view) => view.title);
  const questions = useQuestions(open, plan);
  const here = usePresence(open, plan);
  const settled = useSettled(open, plan);
  const sections = useSections(open);
  const state = useEditState(record, 'plan', 'title');
  return (
    <>
      <p data-name="title">{title ?? 'none'}</p>
      <p data-name="rest">{`${questions.length} ${here.length} ${sections.map(({ name }) => name).join()}`}</p>
      <p data-name="settled">{settled.map(({ value, by }) => `${JSON.stringify(value)} by ${by?.name}`).join()}</p>
      <p data-name="state">{state ?? 'on the server'}</p>
      <button type="button" onClick={() => section?.edit((draft) => void (draft.title = 'Okafor'))}>
        name
      </button>
      <button type="button" onClick={() => section?.edit((draft) => void draft.actions.add({ what: 'Call' }))}>
        act
      </button>
    </>
  );
}

function Actions({ record }: { readonly record: RecordId }) {
  rendered += 1;
  const open = useRecord(record);
  const titles = useSectionView(open, plan, pickTitle);
  return <p data-name="picked">{titles}</p>;
}

const pickTitle = (view: { readonly title: string | null }) => view.title;

function Whole() {
  const { onDevice, connection } = useCaseloadStatus();
  return <p data-name="whole">{`${connection} ${onDevice} ${useEdits().length} ${useRecords().length}`}</p>;
}

test('[H1] a view is shown and follows edits; status, edits and records follow too', async () => {
  const { caseload, record } = await offlineCaseload();
  await show(
    caseload,
    <>
      <Titles record={record} />
      <Whole />
    </>,
  );
  expect([text('title'), text('rest'), text('whole')]).toEqual(['none', '0 0 plan', 'switched-off 0 0 1']);

  await press('name');

  expect([text('title'), text('state'), text('whole')]).toEqual(['Okafor', 'on-device', 'switched-off 1 1 1']);
  await act(() => caseload.close());
});

test('[H1] who settled a question is shown', async () => {
  const { caseload, record } = await offlineCaseload({ title: ['Okafor', 'Reid'] });
  await show(caseload, <Titles record={record} />);
  expect([text('rest'), text('settled')]).toEqual(['1 0 plan', '']);

  await press('name');

  expect([text('rest'), text('settled')]).toEqual(['0 0 plan', '"Okafor" by Asha Patel']);
  await act(() => caseload.close());
});

test('[H2] a component that picks a part is not rendered again for changes elsewhere', async () => {
  const { caseload, record } = await offlineCaseload();
  await show(
    caseload,
    <>
      <Titles record={record} />
      <Actions record={record} />
    </>,
  );
  await press('name');
  const before = rendered;

  await press('act');

  expect(rendered).toBe(before);
  expect(text('picked')).toBe('Okafor');
  await act(() => caseload.close());
});

function Here() {
  return <p>{useOpenRecord().record}</p>;
}

test('[H3] outside a provider the hooks say what is missing', () => {
  expect(() => renderToString(<Whole />)).toThrow('CaseloadProvider');
  expect(() => renderToString(<Here />)).toThrow('OpenRecordProvider');
});

function Counted({ record }: { readonly record: RecordId }) {
  const section = useSection(useRecord(record), plan);
  return <p data-name="generation">{section === undefined ? 'closed' : `open ${section.generation}`}</p>;
}

test('[H4] a record is open while it is shown, and closed afterwards', async () => {
  const { caseload, record } = await offlineCaseload();
  await show(caseload, <Counted record={record} />);
  const probe = await caseload.open(record);
  const section = probe.section(plan);

  await done(() => probe.close());
  expect(text('generation')).toBe('open 0');
  expect(section?.writing().type).toBe('may-write');
  await show(caseload, <p />);

  expect(section?.writing()).toMatchObject({ type: 'read-only', code: 'closed' });
  await act(() => caseload.close());
});

test('[H5] a component shows again after a rebuild, with the same section and another generation', async () => {
  const { caseload, record, openTab } = await offlineCaseload();
  const reader = await openTab();
  await show(reader, <Counted record={record} />);
  const opened = await reader.open(record);
  const section = opened.section(plan);
  const editor = {};
  section?.current.bindOrigin(editor);

  // An editor that writes in a tab that may not: the section is rebuilt without what it wrote.
  await done(() => section?.current.doc.transact(() => section.current.doc.getText('story/').insert(0, 'x'), editor));

  expect(opened.section(plan)).toBe(section);
  expect(text('generation')).toBe('open 1');
  expect(reader.edits()).toMatchObject([{ code: 'not-writable' }]);
  await act(() => reader.close());
  await caseload.close();
});

const decidedWith = new Set<unknown>();

function Depot({ record }: { readonly record: RecordId }) {
  const decide = useDecide();
  decidedWith.add(decide);
  const [job] = useRecords();
  const [last] = useDecisions(record);
  return (
    <>
      <p data-name="depot">{JSON.stringify(job?.facts)}</p>
      <p data-name="pending">{job?.pending.map(({ words }) => words).join()}</p>
      <p data-name="last">{last?.words}</p>
      <button type="button" onClick={() => void decide('Bilston')}>
        allocate
      </button>
    </>
  );
}

test('[H6] a command is shown at once as not yet confirmed, beside what was decided before', async () => {
  const { caseload, record } = await offlineCaseload();
  await show(caseload, <Depot record={record} />);
  expect([text('depot'), text('pending'), text('last')]).toEqual(['{}', '', 'Allocated to "Wednesfield"']);

  await press('allocate');

  expect([text('depot'), text('pending')]).toEqual(['{"depot":"Bilston"}', 'Allocated to "Bilston"']);
  expect(decidedWith.size).toBe(1);
  await act(() => caseload.close());
});

function Unshown({ record }: { readonly record: RecordId }) {
  const open = useRecord(record);
  return (
    <p data-name="unshown">
      {useUnshown(open, plan)
        .map(({ path }) => path)
        .join() || 'nothing'}
    </p>
  );
}

test('[H1] what a later version wrote and this one cannot show is told, as soon as it is there', async () => {
  const { caseload, record } = await offlineCaseload();
  await show(caseload, <Unshown record={record} />);
  expect(text('unshown')).toBe('nothing');

  const open = await caseload.open(record);
  await done(() =>
    open
      .section(plan)
      ?.current.doc.getArray('claims')
      .push([['', 'budget', 7, {}]]),
  );
  expect(text('unshown')).toBe('budget');
  open.close();
});
