import { caseloadList } from './caseload-list/caseload-list.ts';
import { compile } from './compile/compile.ts';
import { familyDocuments } from './family-document/family-document.ts';
import type { Suite } from './frame/suite.ts';
import { graphqlPage } from './graphql-page/graphql-page.ts';
import { lawCampaign } from './laws/laws.ts';
import { admission } from './record/admission.ts';
import { openAndState } from './record/open.ts';
import { typedEdit } from './record/typed-edit.ts';
import { catchUp } from './sync/catch-up.ts';

/** All that is measured, in the order in which it runs. */
export const suites: readonly Suite[] = [
  typedEdit,
  openAndState,
  compile,
  familyDocuments,
  lawCampaign,
  admission,
  catchUp,
  caseloadList,
  graphqlPage,
];
