// Words always; the colour only helps the eye.
const colours: Readonly<Record<string, string>> = {
  proposed: 'grey',
  agreed: 'blue',
  in_progress: 'blue',
  done: 'green',
  not_done: 'orange',
  no_longer_needed: 'grey',
  open: 'blue',
  met: 'green',
  not_met: 'orange',
  no_longer_relevant: 'grey',
  not_started: 'grey',
  no_change: 'yellow',
  some_progress: 'blue',
  achieved: 'green',
  worse: 'red',
  improved: 'green',
};

/** A status as a tag. */
export function StatusTag({ code, words }: { readonly code: string; readonly words: string }) {
  return <strong className={`govuk-tag govuk-tag--${colours[code] ?? 'grey'}`}>{words}</strong>;
}
