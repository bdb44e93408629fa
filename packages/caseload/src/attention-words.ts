import type { AppCode } from './app-code/app-code.ts';
import type { Attention } from './stored/rows.ts';

/** Why an edit needs attention and what can be done, in plain words. */
export interface AttentionWords {
  readonly why: string;
  readonly remedy: string;
}

const again = 'Look at what is there now and, if it is still needed, make the change again. Then put this away.';

/** What an app says in its own words of an attention: why, what can be done, both, or neither. */
export type OwnAttentionWords = (attention: Pick<Attention, 'code' | 'detail'>) => Partial<AttentionWords> | undefined;

/** Says attentions in the app's words where it has any, else in plain ones. */
export const attentionWords =
  (own: OwnAttentionWords | undefined, appCode: AppCode) =>
  (attention: Attention): AttentionWords => {
    const plain = plainWords(attention);
    const said = appCode.call('attentionWords', () => own?.({ code: attention.code, detail: attention.detail }));
    return { why: said?.why ?? plain.why, remedy: said?.remedy ?? plain.remedy };
  };

/** Says an attention in plain words. */
function plainWords(attention: Attention): AttentionWords {
  const { code, detail } = attention;
  switch (code) {
    case 'refused':
      return { why: `The server did not accept this change (${detail ?? 'no reason given'}).`, remedy: again };
    case 'held':
      return {
        why: heldWords(detail),
        remedy: 'It is kept at the server, and nothing is lost. Ask whoever answers for this record about it.',
      };
    case 'behind':
      return { why: 'An earlier change to the same part of the record was not taken.', remedy: again };
    case 'not-decided':
      return {
        why: [attention.words, attention.stands].filter((words) => words !== null && words !== '').join(' '),
        remedy: 'Look at what is decided now and, if it is still needed, decide again. Then put this away.',
      };
    case 'needed':
      return {
        why: 'It needs something that the server did not take.',
        remedy: 'Keep what is still needed of it, and enter it where it belongs. Then put this away.',
      };
    case 'followed':
      return { why: 'It was made on top of a change that was not taken.', remedy: again };
    case 'not-stored':
      return {
        why: 'It could not be stored on this device.',
        remedy:
          'Keep this page open. The change is stored as soon as the device allows; make room on it if it is full.',
      };
    case 'not-writable':
      return {
        why: 'It was made where this tab may not write.',
        remedy: 'Copy the words and enter them where you may write.',
      };
    case 'unreadable':
      return { why: 'What was stored of it on this device is damaged.', remedy: again };
  }
}

function heldWords(detail: string | null): string {
  switch (detail) {
    case 'deleted-parent':
      return 'What it belongs to has been taken out meanwhile.';
    case 'old-epoch':
      return 'This part of the record has been renewed since.';
    case 'old-version':
      return 'A newer version of the app is needed to change this part of the record.';
    case 'with-another':
      return 'Another part of the same change may not be taken.';
    case null:
    default:
      return 'You may not, or may no longer, change this part of the record.';
  }
}
