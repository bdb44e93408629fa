import type { DeltaInsert } from '@caseweave/record';
import type { OpenSection } from '@caseweave/caseload';
import { late } from '../late/late.tsx';
import type { SectionWithText } from './bind-editor.ts';
import { RichTextShown } from './rich-text-shown.tsx';

interface RichTextFieldProps {
  readonly section: SectionWithText & Pick<OpenSection, 'generation'>;
  readonly path: string;
  readonly label: string;
  readonly hint: string;
  readonly delta: readonly DeltaInsert[];
  /** What is said where nothing is written. */
  readonly blank: string;
  readonly canWrite: boolean;
}

// The editor is most of the app's code, and reading needs none of it.
const LateEditor = late<RichTextFieldProps>(
  async () => {
    const { RichTextEditor } = await import('./rich-text-editor.tsx');
    return ({ section, path, label, hint }) => (
      <RichTextEditor key={section.generation} section={section} path={path} label={label} hint={hint} />
    );
  },
  { meanwhile: ({ delta, blank }) => <RichTextShown delta={delta} blank={blank} /> },
);

/** A formatted text: to write in with others, or to read where one may not write. */
export function RichTextField(props: RichTextFieldProps) {
  return props.canWrite ? <LateEditor {...props} /> : <RichTextShown delta={props.delta} blank={props.blank} />;
}
