import { browserClock, browserRandom, indexedDbStore, tabChannel, webLocks } from '@caseweave/browser';
import { type EditorAtWork, editorsContract } from '@caseweave/caseload/contract';
import { EditorState } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import Quill from 'quill';
import { yCollab } from 'y-codemirror.next';
import { QuillBinding } from 'y-quill';
import * as Y from 'yjs';

const frame = () => document.body.appendChild(document.createElement('div'));

function codeMirrorOn(...[text, presence]: Parameters<EditorAtWork>) {
  const undoManager = new Y.UndoManager(text, { captureTimeout: 0 });
  const extensions = [yCollab(text, presence, { undoManager })];
  const view = new EditorView({ state: EditorState.create({ doc: text.toJSON(), extensions }), parent: frame() });
  return { view, undoManager };
}

function quillOn(...[text, presence]: Parameters<EditorAtWork>) {
  const quill = new Quill(frame(), { modules: { toolbar: false, history: { userOnly: true, delay: 0 } } });
  const binding = new QuillBinding(text, quill, presence);
  return { quill, binding };
}

const editors: Readonly<Record<string, EditorAtWork>> = {
  'y-codemirror.next': (text, presence) => {
    const { view } = codeMirrorOn(text, presence);
    view.dispatch({ changes: { from: 0, insert: 'Words of thine' } });
    view.dispatch({ changes: { from: 9, to: 14, insert: 'mine' } });
  },
  'y-codemirror.next with its undo': (text, presence) => {
    const { view, undoManager } = codeMirrorOn(text, presence);
    view.dispatch({ changes: { from: 0, insert: 'Words of mine' } });
    view.dispatch({ changes: { from: 0, to: 9 } });
    undoManager.undo();
  },
  'y-quill': (text, presence) => {
    const { quill } = quillOn(text, presence);
    quill.insertText(0, 'Words of mine', { bold: true }, 'user');
  },
  'y-quill with its undo': (text, presence) => {
    const { quill } = quillOn(text, presence);
    quill.insertText(0, 'Words of mine', 'user');
    quill.history.cutoff();
    quill.deleteText(0, 9, 'user');
    quill.history.undo();
  },
  'an undo manager': (text) => {
    const undo = new Y.UndoManager(text, { captureTimeout: 0 });
    text.insert(0, 'Words of mine');
    text.delete(0, 9);
    undo.undo();
  },
  'a raw insert': (text) => text.insert(0, 'Words of mine'),
};

editorsContract(
  'stock editors in a real browser',
  () => {
    const scope = { authority: `test ${crypto.randomUUID()}`, principal: 'asha' };
    return () => ({
      store: indexedDbStore(scope),
      locks: webLocks(scope),
      channel: tabChannel(scope),
      clock: browserClock,
      random: browserRandom,
    });
  },
  editors,
);
