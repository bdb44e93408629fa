import type { TestProject } from 'vitest/node';
import { shareCluster } from './share-cluster.ts';

/** Has all test files work on the embedded PostgreSQL. */
export const setup = (project: TestProject): Promise<() => Promise<void>> => shareCluster(project, 'embedded');
