/** A stock editor on one family's story: Quill, y-quill and the stock provider, and nothing of Caseweave. */
import 'quill/dist/quill.snow.css';
import './page.css';
import Quill from 'quill';
import QuillCursors from 'quill-cursors';
import { QuillBinding } from 'y-quill';
import * as Y from 'yjs';
import { findStory } from './find-story.ts';
import { openSection } from './open-section.ts';

const element = (id: string): HTMLElement => {
  const found = document.getElementById(id);
  if (found === null) throw new Error(`The page has no ${id}.`);
  return found;
};
const status = element('status');
const practitioner = new URLSearchParams(location.search).get('as') ?? 'early-help-1';

Quill.register('modules/cursors', QuillCursors);
const quill = new Quill(element('editor'), {
  theme: 'snow',
  // What a story may have: the server refuses other formats. Control+B and its kin set them.
  formats: ['bold', 'italic', 'underline', 'header', 'list', 'blockquote'],
  modules: { toolbar: false, cursors: true, history: { userOnly: true }, keyboard: { bindings: { tab: null } } },
});
quill.root.setAttribute('role', 'textbox');
quill.root.setAttribute('aria-multiline', 'true');
quill.root.setAttribute('aria-labelledby', 'story');
quill.disable();

const story = await findStory(location.origin, practitioner, 'Okafor').catch((error: Error) => {
  status.textContent = error.message;
  throw error;
});
element('family').textContent = `The ${story.family} family, as ${practitioner}`;
const doc = new Y.Doc();
const provider = openSection(location.origin, story, doc);
// The name beside the cursor is the server's to give; the colour is ours.
provider.awareness.setLocalStateField('user', { color: practitioner.startsWith('school') ? '#7a3b00' : '#00437a' });
provider.on('sync', (isSynced) => {
  quill.enable(isSynced);
  status.textContent = isSynced ? 'Connected' : 'Not connected: trying again';
});
// After these codes the document is finished: whatever was not taken is lost with it, so it is said and shown.
provider.on('closed', ({ reason }) => {
  quill.disable();
  status.textContent = reason;
  element('again').hidden = false;
});
element('again').addEventListener('click', () => location.reload());
// Bound last, so that nothing is typed before the document is there.
provider.once('sync', () => new QuillBinding(doc.getText('story/'), quill, provider.awareness));
