import { findBreach, replayHistory, type Law, type Subject } from '@caseweave/merge-laws';
import { describe, expect, test } from 'vitest';
import { orderedTree } from './published/ordered-tree.ts';
import { todoStore } from './published/synced-store.ts';
import { yKeyValue } from './published/y-key-value.ts';

/** Laws that hold are checked over few histories here: the long campaigns are told of in the documentation. */
const few = 40;

const breach = (subject: Subject, laws: readonly Law[]) => {
  const checked = findBreach(subject, { runs: 2_000, seed: 1, laws });
  if (checked.type !== 'broken') throw new Error('nothing was found');
  return checked.failure;
};

describe('a plain Yjs document, by an adapter', () => {
  test('[L40] [L41] a map in which the last writer wins converges, and loses what the other wrote', () => {
    const { breach: found, history } = breach(yKeyValue, [2]);

    expect(findBreach(yKeyValue, { runs: few, seed: 1, laws: [1, 5, 7] }).type).toBe('held');
    expect(found).toMatchObject({ law: 2 });
    expect(history.steps).toHaveLength(2);
  });

  test('[L40] a key that two had set is deleted, and still shows', () => {
    const { breach: found, history } = breach(yKeyValue, [3]);

    expect(found).toMatchObject({ law: 3, expected: [] });
    expect(history.steps.length).toBeLessThanOrEqual(4);
    expect(() => replayHistory(yKeyValue, history)).toThrow('law 3, once');
  });

  test('[L40] [L42] a node created under one that another deletes throws where the two meet', () => {
    const { breach: found, history } = breach(orderedTree, [1]);

    expect(found.says).toContain('an error was thrown: TypeError');
    expect(history.steps.length).toBeLessThanOrEqual(5);
  });

  test('[L40] an item that one removes and another moves comes back', () => {
    const { breach: found, history } = breach(todoStore, [3]);

    expect(findBreach(todoStore, { runs: few, seed: 1, laws: [1, 5, 7, 8] }).type).toBe('held');
    expect(found).toMatchObject({ law: 3, path: 'todos', expected: [] });
    expect(history.steps).toHaveLength(4);
  });

  test('[L40] [L42] replicas that received a set and its deletion in other groups differ for good', () => {
    const history = {
      replicas: 3,
      start: [],
      steps: [
        { type: 'edit', at: 2, edit: { do: 'set', key: 'tea', value: 'Asha' } },
        { type: 'edit', at: 2, edit: { do: 'delete', key: 'tea' } },
        { type: 'edit', at: 0, edit: { do: 'set', key: 'tea', value: 'Asha' } },
        { type: 'deliver', to: 1, nth: 3, count: 2, grouping: 'transaction' },
      ],
    } as const;

    expect(() => replayHistory(yKeyValue, history, { laws: [1] })).toThrow(
      'have received the same edits and show different',
    );
  });

  test('[L40] updates of Yjs that are applied against causality can wait for ever', () => {
    const history = {
      replicas: 2,
      start: [],
      steps: [
        { type: 'edit', at: 0, edit: { do: 'add' } },
        { type: 'deliver', to: 1 },
        { type: 'edit', at: 1, edit: { do: 'name', name: 'Home' } },
        { type: 'edit', at: 1, edit: { do: 'move-first', nth: 0 } },
        { type: 'edit', at: 1, edit: { do: 'add' } },
        { type: 'deliver', to: 0, count: 3 },
        { type: 'edit', at: 1, edit: { do: 'add' } },
        { type: 'edit', at: 0, edit: { do: 'add' } },
        { type: 'edit', at: 0, edit: { do: 'add' } },
        { type: 'edit', at: 0, edit: { do: 'tick', nth: 0 } },
      ],
    } as const;

    expect(() => replayHistory(todoStore, history, { laws: [1] })).not.toThrow();
    expect(() => replayHistory(todoStore, history, { laws: [5] })).not.toThrow();
    expect(() => replayHistory(todoStore, history, { laws: [5], causal: false })).toThrow(
      'received the same in another order',
    );
  });
});
