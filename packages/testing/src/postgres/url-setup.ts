import type { TestProject } from 'vitest/node';
import { shareCluster } from './share-cluster.ts';

/**
 * Has all test files work on a PostgreSQL by its URL: the one in CASEWEAVE_TEST_DATABASE_URL, whose role must be allowed
 * to make databases, or else one that stands for it.
 */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env['CASEWEAVE_TEST_DATABASE_URL'];
  if (given === undefined || given === '') return shareCluster(project, 'url');
  project.provide('postgres', { type: 'url', url: given, adminUrl: null });
  return async () => undefined;
}
