import {
  carryOut,
  decisionPort,
  judgeCommand,
  newCommand,
  nothingKnown,
  parseCommand,
  withoutNames,
} from '@caseweave/model';
import { expect, test } from 'vitest';
import { repairs } from './models/repairs.ts';

const asha = { who: { id: 'asha', firm: null, roles: ['officer'] }, name: 'Asha', organisation: null };
const id = (n: number) => `${String(n).padStart(21, 'a')}A`;

test('[M1] a command is made, judged, carried out and told from the model alone', () => {
  let n = 0;
  const json = newCommand(
    repairs,
    asha,
    { type: 'report', record: id(1000), form: { tenant: 'tim' } },
    undefined,
    nothingKnown,
    () => id(n++),
  );
  const parsed = parseCommand(repairs, json);
  if (parsed.type === 'refused') throw new Error(JSON.stringify(parsed.refusal));
  const judging = { who: asha.who, state: undefined, at: 5, known: nothingKnown, since: [], names: withoutNames };
  expect(judgeCommand(repairs, parsed.command, judging)).toBeNull();
  const { state } = carryOut(repairs, parsed.command, undefined, { who: 'asha', at: 5 });
  expect(state.facts).toEqual({ tenant: 'tim', firm: null, officer: 'asha', closedAt: null });
  expect(repairs.acts(asha.who, 'job.plan', state, 5)).toEqual({ read: true, append: true, write: true });
  expect(repairs.acts({ id: 'tim', firm: null, roles: [] }, 'job.notes', state, 5).read).toBe(false);
  const port = decisionPort(repairs, asha, nothingKnown);
  expect(port.records(json).map(({ sections }) => sections.length)).toEqual([2]);
});
