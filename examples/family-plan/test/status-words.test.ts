import { expect, test } from 'vitest';
import { connectionInWords, workInWords, type StatusFacts } from '../src/layout/status-words.ts';

const at = Date.parse('2026-11-23T10:42:00Z');
const calm: StatusFacts = { connection: 'online', since: at, saving: 0, onDevice: 0, attention: 0 };

test('"all changes are on the server" is said only when they are', () => {
  expect(workInWords(calm)).toBe('All changes are on the server');
  expect(workInWords({ ...calm, saving: 1 })).toBe('Storing 1 change');
  expect(workInWords({ ...calm, onDevice: 3 })).toBe('3 changes are on this device');
  expect(workInWords({ ...calm, onDevice: 1 }, false)).toBe('1 change is in this page only, and not sent yet');
  expect(workInWords({ ...calm, attention: 2 })).toBe('2 changes need attention');
  expect(workInWords({ ...calm, onDevice: 1, attention: 1 })).toBe(
    '1 change is on this device, 1 change needs attention',
  );
});

test('the line says since when one is offline', () => {
  expect(connectionInWords({ ...calm, connection: 'offline' }, at)).toBe('Offline since today at 10:42');
  expect(connectionInWords({ ...calm, connection: 'switched-off' }, at)).toBe(
    'Offline since today at 10:42, by your switch',
  );
});
