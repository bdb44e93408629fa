import {
  type Editing,
  OpenRecordProvider,
  type ShownField,
  useBeingHere,
  useEditing,
  useField,
  useLiveText,
  useOpenRecord,
  usePresence,
  useRecord,
  useRowState,
  useShownSection,
  useTyping,
} from '@caseweave/react';
import type { RecordId } from '@caseweave/caseload';
import { act } from 'react';
import { expect, test } from 'vitest';
import { done, give, input, leave, press, show, text } from './shown-page.tsx';
import { offlineCaseload, plan } from './world.ts';

function Title({ record }: { readonly record: RecordId }) {
  const field = useField(useRecord(record), plan, 'title');
  const { typing, problem } = useTyping(field);
  const [question] = field?.questions ?? [];
  return (
    <>
      <input {...typing} />
      <p data-name="title">{`${field?.value ?? 'none'}, ${field?.state ?? 'on the server'}`}</p>
      <p data-name="question">{question?.claims.map(({ words }) => words).join(' or ')}</p>
      <p data-name="problem">{problem}</p>
      <button type="button" onClick={() => question && field?.settle(question.id, question.claims[0]?.value ?? null)}>
        settle
      </button>
    </>
  );
}

function What({ record, row }: { readonly record: RecordId; readonly row: string }) {
  const field = useField(useRecord(record), plan, 'actions.what', row);
  return (
    <>
      <p data-name="what">{field === undefined ? 'gone' : `${field.value}, ${field.state ?? 'on the server'}`}</p>
      <button type="button" onClick={() => field?.change('Write')}>
        write
      </button>
    </>
  );
}

const type = (words: string) => give(input(), words);
const key = (name: string) =>
  done(() => input().dispatchEvent(new KeyboardEvent('keydown', { key: name, bubbles: true })));

test('[H7] a field of a section has its value, its questions, and where its newest edit is', async () => {
  const { caseload, record } = await offlineCaseload({ title: ['Okafor', 'Reid'] });
  await show(caseload, <Title record={record} />);
  expect([text('title'), text('question')]).toEqual(['Okafor, on the server', 'Okafor or Reid']);

  await press('settle');

  expect([text('title'), text('question')]).toEqual(['Okafor, on-device', '']);
  await act(() => caseload.close());
});

test('[H7] a field of a row is that of this row, and is gone with it', async () => {
  const { caseload, record } = await offlineCaseload();
  const probe = await caseload.open(record);
  const section = probe.section(plan);
  const added = section?.edit((draft) => [draft.actions.add({ what: 'Call' }), draft.actions.add({ what: 'Visit' })]);
  const [row = '', other = ''] = added?.type === 'edited' ? added.result : [];
  await show(caseload, <What record={record} row={row} />);
  expect(text('what')).toBe('Call, on-device');

  await press('write');
  expect(text('what')).toBe('Write, on-device');
  expect(section?.current.view().actions.byId(other)?.what).toBe('Visit');

  await done(() => section?.edit((draft) => draft.actions.byId(row).strike('twice')));
  expect(text('what')).toBe('gone');
  await act(() => caseload.close());
});

test('[H8] what is typed is written whole, by Enter or on leaving, and Escape takes it back', async () => {
  const { caseload, record } = await offlineCaseload();
  await show(caseload, <Title record={record} />);
  await type('Okafor');
  expect([input().value, text('title')]).toEqual(['Okafor', 'none, on the server']);

  await key('Escape');
  expect([input().value, text('title')]).toEqual(['', 'none, on the server']);

  await type('Okafor');
  await key('Enter');
  expect([input().value, text('title')]).toEqual(['Okafor', 'Okafor, on-device']);

  await type('');
  await leave(input());
  expect(text('title')).toBe('none, on-device');
  await act(() => caseload.close());
});

test('[H8] what came while one typed is not overwritten unseen', async () => {
  const { caseload, record } = await offlineCaseload();
  const probe = await caseload.open(record);
  await show(caseload, <Title record={record} />);
  await type('Okafor');
  await done(() => probe.section(plan)?.edit((draft) => void (draft.title = 'Reid')));
  expect([input().value, text('title')]).toEqual(['Okafor', 'Reid, on-device']);

  await key('Enter');

  expect(text('question')).toBe('Okafor or Reid');
  await act(() => caseload.close());
});

test('[H8] where one may not write, the input is read only, and what is wrong is said', async () => {
  const { caseload, record, openTab } = await offlineCaseload();
  const reader = await openTab();
  await show(reader, <Title record={record} />);
  expect(input().readOnly).toBe(true);
  await show(caseload, <Title record={record} />);
  expect(input().readOnly).toBe(false);

  await type('x'.repeat(41));
  await key('Enter');

  expect(text('problem')).toMatch(/40/);
  await act(() => reader.close());
  await act(() => caseload.close());
});

function Here({ record }: { readonly record: RecordId }) {
  const open = useRecord(record);
  useBeingHere(open, plan);
  return (
    <p data-name="here">
      {usePresence(open, plan)
        .map(({ name }) => name ?? 'somebody')
        .join()}
    </p>
  );
}

test('[H9] one is here while the component is shown, and the others are named as the server names them', async () => {
  const { caseload, record } = await offlineCaseload();
  const probe = await caseload.open(record);
  const presence = probe.presence('plan');
  await show(caseload, <Here record={record} />);
  expect(presence?.getLocalState()).toEqual({});

  // As it comes from the server.
  await done(() => {
    presence?.getStates().set(12, { user: { name: 'Ben' } });
    presence?.emit('change', [{ added: [12], updated: [], removed: [] }, 'server']);
  });
  expect(text('here')).toBe('Ben');

  await show(caseload, <p />);
  expect(presence?.getLocalState()).toBeNull();
  await act(() => caseload.close());
});

const unchanged = { type: 'unchanged', result: undefined } as const;

let tags: ShownField<readonly string[]> | undefined;

function Tags({ record }: { readonly record: RecordId }) {
  tags = useField(useRecord(record), plan, 'tags');
  return <p data-name="tags">{tags?.value.join() ?? 'closed'}</p>;
}

test('[H7] of a set, what was added and taken away since it was seen is written, and nothing else', async () => {
  const { caseload, record } = await offlineCaseload();
  const probe = await caseload.open(record);
  const section = probe.section(plan);
  section?.edit(({ tags: set }) => [set.add('a'), set.add('b')]);
  await show(caseload, <Tags record={record} />);
  expect(text('tags')).toBe('a,b');
  const seen = tags?.view ?? {};

  await done(() => section?.edit((draft) => draft.tags.add('c')));
  await done(() => tags?.change(['b', 'd'], seen));

  expect(text('tags')?.split(',').toSorted()).toEqual(['b', 'c', 'd']);
  await act(() => caseload.close());
});

let note: ShownField<string> | undefined;

function Note({ record, row }: { readonly record: RecordId; readonly row: string }) {
  const open = useRecord(record);
  note = useField(open, plan, 'actions.note', row);
  const { typing } = useNote(note);
  return (
    <>
      <textarea {...typing} />
      <p data-name="row">{useRowState(open, plan, 'actions', row) ?? 'on the server'}</p>
      <p data-name="other">{useRowState(open, plan, 'actions', 'another') ?? 'on the server'}</p>
      <p data-name="by">
        {note?.provenance().length === 0 ? 'nobody' : 'somebody'} {note?.label}
      </p>
    </>
  );
}

function useNote(field: ShownField<string> | undefined) {
  const typing = useLiveText(field?.value ?? '', (splice) => field?.splice(splice) ?? unchanged);
  return { typing };
}

test('[H11] a text is typed in with others: each stretch is written, and the caret stays with the words around it', async () => {
  const { caseload, record } = await offlineCaseload();
  const probe = await caseload.open(record);
  const section = probe.section(plan);
  const added = section?.edit((draft) => draft.actions.add({ what: 'Call', note: 'at noon' }));
  const row = added?.type === 'edited' ? added.result : '';
  await show(caseload, <Note record={record} row={row} />);
  const area = document.querySelector('textarea');
  expect([area?.value, text('row'), text('other'), text('by')]).toEqual([
    'at noon',
    'on-device',
    'on the server',
    'nobody Note',
  ]);

  await done(() => {
    area?.focus();
    area?.setSelectionRange(3, 3);
    section?.edit((draft) => draft.actions.byId(row).note.insert(0, 'ring '));
  });
  expect([area?.value, area?.selectionStart]).toEqual(['ring at noon', 8]);

  await done(() => {
    Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value')?.set?.call(area, 'ring at noon today');
    area?.dispatchEvent(new Event('input', { bubbles: true }));
  });
  expect(section?.current.view().actions.byId(row)?.note).toBe('ring at noon today');
  await done(() => note?.change('at one'));
  expect(section?.current.view().actions.byId(row)?.note).toBe('at one');
  await act(() => caseload.close());
});

let editing: Editing<string> | undefined;

function InPlace({ record }: { readonly record: RecordId }) {
  const field = useField(useRecord(record), plan, 'title');
  editing = useEditing({
    value: field?.value ?? '',
    view: field?.view ?? {},
    save: (value, basis) => field?.change(value, basis) ?? unchanged,
  });
  return (
    <>
      <p data-name="editing">{`${editing.isOpen ? 'open' : 'shown'} ${editing.value}`}</p>
      <p data-name="problem">{editing.problem}</p>
      <p data-name="question">{field?.questions[0]?.claims.map(({ words }) => words).join(' or ')}</p>
    </>
  );
}

test('[H12] a value is edited in its place: saved whole, taken back, and left alone where it is the same', async () => {
  const { caseload, record } = await offlineCaseload();
  await show(caseload, <InPlace record={record} />);
  await done(() => editing?.open());
  await done(() => editing?.change('Okafor'));
  expect(text('editing')).toBe('open Okafor');
  await done(() => editing?.takeBack());
  expect(text('editing')).toBe('shown ');

  await done(() => editing?.open());
  await done(() => editing?.save());
  expect(caseload.edits()).toEqual([]);

  await done(() => editing?.open());
  await done(() => editing?.save('x'.repeat(41)));
  expect([text('editing'), text('problem')]).toEqual(['open ', expect.stringMatching(/^[A-Z].*40.*\./)]);
  await done(() => editing?.save('Okafor'));
  expect([text('editing'), text('problem')]).toEqual(['shown Okafor', '']);
  await act(() => caseload.close());
});

test('[H12] what came while it was open is not overwritten unseen', async () => {
  const { caseload, record } = await offlineCaseload();
  const probe = await caseload.open(record);
  await show(caseload, <InPlace record={record} />);
  await done(() => editing?.open());
  await done(() => probe.section(plan)?.edit((draft) => void (draft.title = 'Reid')));

  await done(() => editing?.save('Okafor'));

  expect(text('question')).toBe('Okafor or Reid');
  await act(() => caseload.close());
});

function Inside() {
  const shown = useShownSection(useOpenRecord(), plan);
  const [call] = shown?.view.calls ?? [];
  const said = useField(useOpenRecord(), plan, 'calls.said', call?.id ?? '');
  return (
    <>
      <p data-name="may">{`${shown?.canWrite} ${shown?.canAppend} ${shown?.questions.length}`}</p>
      <p data-name="said">{`${said?.value} ${said?.canWrite}`}</p>
    </>
  );
}

function Outside({ record }: { readonly record: RecordId }) {
  const open = useRecord(record);
  return open === undefined ? null : (
    <OpenRecordProvider record={open}>
      <Inside />
    </OpenRecordProvider>
  );
}

test('[H13] inside a provider of an open record its sections are shown with what one may do; an entry is written once', async () => {
  const { caseload, record, openTab } = await offlineCaseload();
  const probe = await caseload.open(record);
  probe.section(plan)?.edit((draft) => draft.calls.append({ said: 'Hello' }));
  await show(caseload, <Outside record={record} />);
  expect([text('may'), text('said')]).toEqual(['true true 0', 'Hello false']);

  const reader = await openTab();
  await show(reader, <Outside record={record} />);
  expect(text('may')).toBe('false false 0');
  await act(() => reader.close());
  await act(() => caseload.close());
});
