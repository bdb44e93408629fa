import { codeList, type CodeOf } from '@caseweave/model';

/** How a child's words were given. */
export const voiceMethods = codeList('voice-method', 'local', [
  { code: 'spoken', label: 'Spoken' },
  { code: 'drawn', label: 'Drawn' },
  { code: 'written', label: 'Written' },
  { code: 'app', label: 'Through an app' },
  { code: 'observed', label: 'Observed' },
  { code: 'advocate', label: 'Through an advocate' },
]);

/** A code of voiceMethods. */
export type VoiceMethod = CodeOf<typeof voiceMethods>;
