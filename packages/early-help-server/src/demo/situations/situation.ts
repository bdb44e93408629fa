import type { AgencyKind, HeadlineOutcome, LevelOfNeed, NoteKind } from '@caseweave/family';

/** At least one way to say it. */
export type Ways = readonly [string, ...string[]];

/** Who does an action: the carer of the family, or somebody of such an agency in the team, else the lead. */
export type Doer = 'carer' | 'lead' | AgencyKind;

/** Something that is to be done, and by whom. */
interface PlannedAction {
  readonly what: Ways;
  readonly by: readonly Doer[];
  readonly evidence?: Ways;
}

/**
 * Something that a family struggles with, in the words of those around it.
 *
 * `{child}`, `{carer}` and `{school}` stand for the names.
 */
export interface Situation {
  readonly key: string;
  readonly headline: HeadlineOutcome;
  /** The ages of the child it is about; null where it is about the adults or all. */
  readonly ages: readonly [from: number, to: number] | null;
  /** Whether it is only found where the parents live apart. */
  readonly parentsApart?: true;
  readonly levels: readonly [LevelOfNeed, ...LevelOfNeed[]];
  readonly title: Ways;
  readonly note: Ways;
  readonly story: Ways;
  readonly outcome: Ways;
  readonly actions: readonly PlannedAction[];
  readonly strength: Ways;
  readonly events: readonly { readonly text: Ways; readonly from: AgencyKind; readonly weeksAgo: number }[];
  readonly analysis: Ways;
  readonly worry: Ways;
  readonly notes: readonly { readonly from: AgencyKind; readonly kind: NoteKind; readonly text: Ways }[];
  /** The agencies that it brings to the team. */
  readonly brings: readonly AgencyKind[];
}
