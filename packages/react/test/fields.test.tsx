import { useBeingHere, useField, usePresence, useRecord, useTyping } from '@caseweave/react';
import type { RecordId } from '@caseweave/caseload';
import { act } from 'react';
import { expect, test } from 'vitest';
import { done, input, press, show, text } from './shown-page.tsx';
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

/** Types in the input as a person does. */
const type = (words: string) =>
  done(() => {
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(input(), words);
    input().dispatchEvent(new Event('input', { bubbles: true }));
  });
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
  await done(() => input().dispatchEvent(new FocusEvent('focusout', { bubbles: true })));
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
