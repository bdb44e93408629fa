import type { planShared, PlanSharedView } from '@caseweave/family';
import type { ShownSection } from '@caseweave/react';

/** The shared plan as the screens read it. */
export type Plan = ShownSection<typeof planShared>;

/** A need of the plan. */
export type Need = PlanSharedView['needs'][number];

/** A desired outcome of the plan. */
export type Outcome = PlanSharedView['outcomes'][number];

/** An action of the plan. */
export type Action = PlanSharedView['actions'][number];

/** A review of the plan. */
export type Review = PlanSharedView['reviews'][number];
