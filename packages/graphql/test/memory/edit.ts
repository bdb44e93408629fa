import type { ContentEdit, ContentEdited, ContentEdits } from '@caseweave/graphql';
import { unknownIds, writtenIds } from '@caseweave/model';
import { entityIds, openSection } from '@caseweave/record';
import * as Y from 'yjs';
import type { MemoryAuthority } from './memory-authority.ts';

/** Edits in the memory of a test: on what the asker had read, and then with what there is. */
export function editIn(authority: MemoryAuthority): ContentEdits {
  const keyOf = ({ who, key }: Pick<ContentEdit, 'who' | 'key'>): string => `${who.id}/${key}`;
  return {
    repeated(edit) {
      const known = authority.done.get(keyOf(edit));
      if (known === undefined) return Promise.resolve(undefined);
      return Promise.resolve(known.request === edit.request ? (known.answer as ContentEdited) : { type: 'key-reused' });
    },
    edit(edit) {
      const section = authority.section(edit.section.record, edit.section.name);
      const doc = authority.document(section, edit.seen ?? undefined);
      const newId = entityIds((length) => Uint8Array.from({ length }, () => authority.random()));
      const ids: string[] = [];
      const client = authority.client(edit.who.id);
      const open = openSection(section.schema, {
        doc,
        now: () => authority.now,
        newId: () => {
          ids.push(newId());
          return ids.at(-1) ?? '';
        },
        authorOf: (one) =>
          authority.clients.get(one) === edit.who.id ? { id: edit.who.id, name: edit.who.id } : undefined,
      });
      const basis = open.view();
      doc.transact(() => {
        for (const { update } of section.updates) Y.applyUpdate(doc, update);
      });
      doc.clientID = client;
      const before = Y.encodeStateVector(doc);
      const outcome = edit.change(open, basis);
      if (outcome.type === 'refused') return Promise.resolve(outcome);
      const state = authority.state(section.record);
      if (state === undefined) return Promise.resolve({ type: 'gone' });
      const written = outcome.type === 'edited' ? writtenIds(section.schema, outcome.written) : [];
      const refusals = unknownIds(authority.model, written, {
        who: edit.who,
        at: authority.now,
        state,
        known: authority.known,
        view: open.view(),
      });
      if (refusals.length > 0) return Promise.resolve({ type: 'refused', refusals });
      authority.append(section, edit.who.id, Y.encodeStateAsUpdate(doc, before));
      const answer: ContentEdited = { type: 'edited', position: authority.position, firstRow: ids[0] ?? '' };
      authority.done.set(keyOf(edit), { request: edit.request, answer });
      authority.tell([section.record], [section]);
      return Promise.resolve(answer);
    },
  };
}
