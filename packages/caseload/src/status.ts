import type { CaseloadStatus, EditState } from './caseload.ts';
import type { CaseloadCore } from './core.ts';
import { attentionWords } from './attention-words.ts';
import { storedEdit, unstoredEdit } from './outbox/edit-list.ts';
import type { WriterStatus } from './tabs/tab-message.ts';
import type { ThisTab } from './sync/this-tab.ts';
import type { Writer } from './sync/writer.ts';

/** The edits that the server has not taken: those in the outbox, and those that no store has. */
export function editsOf(core: CaseloadCore, { writer, follower }: ThisTab): readonly EditState[] {
  const strays = follower.unstored.map((edit) => ({ edit, code: 'not-writable' as const }));
  // When a caseload is closed, nothing more will be stored of what an editor still types.
  const failed = writer !== null && (writer.outbox.hasFailed || core.isOver) ? writer.outbox.unstored : [];
  const unstored = [...strays, ...failed.map((edit) => ({ edit, code: 'not-stored' as const }))];
  const wordsFor = attentionWords(core.options.attentionWords, core.appCode);
  return [
    ...core.mirror.entries().flatMap((entry) => storedEdit(entry, wordsFor)),
    ...unstored.map(({ edit, code }, place) => unstoredEdit(edit, place, code, core.schemaOf(edit.row.name), wordsFor)),
  ];
}

/** The whole status, as the person at the device sees it. */
export function statusOf(
  core: CaseloadCore,
  writer: Writer | null,
  connection: WriterStatus,
  edits: readonly EditState[],
): CaseloadStatus {
  const { failure, mirror } = core;
  return {
    ...connection,
    tab: writer === null ? 'reader' : 'writer',
    principal: mirror.device?.principal ?? null,
    saving: writer === null || writer.outbox.hasFailed ? 0 : writer.outbox.unstored.length,
    onDevice: edits.filter(({ state }) => state === 'on-device').length,
    attention: edits.filter(({ state }) => state === 'attention').length,
    storage: failure === null ? null : { code: failure.code, remedy: failure.remedy },
  };
}
