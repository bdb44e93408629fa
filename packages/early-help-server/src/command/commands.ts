import { earlyHelp } from '@caseweave/family';
import { StartFailure } from '@caseweave/server';
import {
  type Command,
  givenNumber,
  resetCommand,
  type Settings,
  startCommand,
  yesOrNo,
} from '@caseweave/server/command';
import { demoPeople } from '../demo/demo-people.ts';
import { extras } from '../graphql/extras.ts';
import { carriesOver } from './carries-over.ts';
import { fillDemo } from './fill-demo.ts';
import { importCommand } from './import-command.ts';

const MOST_FAMILIES = 20_000;

/** The commands of the server for early help. */
export const commands: Readonly<Record<'start' | 'import' | 'reset', Command>> = {
  start: startCommand(['families'], ({ env, options, say }, settings) => {
    const families = givenNumber('--families', options['families'], 1, MOST_FAMILIES);
    const served = { model: earlyHelp, extras, carriesOver: carriesOver(say) };
    if (!isDemo(env['CASEWEAVE_DEMO'], settings)) return served;
    return {
      ...served,
      demo: demoPeople,
      prepare: (node) => fillDemo(node, families, say),
      hint: 'Sign in as any practitioner of the demo, for example early-help-1, school-1 or health-visitor-1.',
    };
  }),
  import: importCommand,
  reset: resetCommand,
};

/** Whether the demo is served; it is, unless the settings say otherwise. */
function isDemo(text: string | undefined, { issuer }: Settings): boolean {
  const isOn = yesOrNo('CASEWEAVE_DEMO', text) ?? true;
  if (!isOn || issuer === undefined) return isOn;
  throw new StartFailure(
    'bad-option',
    'In the demo anybody may sign in as anybody, so it has no issuer. Set CASEWEAVE_DEMO=0, or unset CASEWEAVE_OIDC_ISSUER.',
  );
}
